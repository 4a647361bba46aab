using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Drafts;
using Enforcement.Portal.Components.Forms;
using Enforcement.Portal.Session;

namespace Enforcement.Portal.Components.Work;

/// <summary>The drafts of the person in this seat, the one typed last first: to go on with, or to throw away.</summary>
public sealed partial class MyDrafts(IDrafts drafts, PortalSession session)
{
    private const int Shown = 5;

    private ImmutableArray<DraftLine> _lines = [];
    private bool _all;

    protected override async Task OnInitializedAsync() => await TryAsync(LoadAsync);

    private async Task LoadAsync()
    {
        if (await session.MayAsync(Permissions.ActsRecord))
        {
            var me = await session.ReaderAsync();
            _lines = [.. (await drafts.ListAsync(me.Id, Leaving)).Where(line => line.Key.Bureau == me.Bureau)];
        }
    }

    private async Task RemoveAsync(DraftKey key) => await TryAsync(async () =>
    {
        await drafts.RemoveAsync((await session.ReaderAsync()).Id, key, CancellationToken.None);
        await LoadAsync();
    });

    private static string NameOf(DraftLine line) => line.Label.Length > 0 ? line.Label : DraftText.Unnamed;
}
