using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.Drafts;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Regulations;
using Enforcement.Portal.Components.Cases;
using Enforcement.Portal.Components.Forms;
using Enforcement.Portal.Session;

namespace Enforcement.Portal.Components.Work;

/// <summary>The drafts of the person in this seat, the one typed last first: to go on with, or to throw away.</summary>
public sealed partial class MyDrafts(IDrafts drafts, IReadModel reads, IRegulationReader law, IGrainFactory grains, PortalSession session)
{
    private const int Shown = 5;

    private readonly Dictionary<DraftKey, ActView?> _decided = [];
    private ImmutableArray<DraftLine> _lines = [];
    private bool _all;

    private IEnumerable<DraftLine> Listed => _all ? _lines : _lines.Take(Shown);

    protected override async Task OnInitializedAsync() => await TryAsync(LoadAsync);

    private async Task LoadAsync()
    {
        if (await session.MayAsync(Permissions.ActsRecord))
        {
            var me = await session.ReaderAsync();
            _lines = [.. (await drafts.ListAsync(me.Id, Leaving)).Where(line => line.Key.Bureau == me.Bureau)];
            await LookAsync();
        }
    }

    private async Task ShowAllAsync() => await TryAsync(async () =>
    {
        _all = true;
        await LookAsync();
    });

    /// <summary>Looks whether what the listed drafts would decide was decided meanwhile.</summary>
    private async Task LookAsync()
    {
        var scope = await session.ScopeAsync(Permissions.CasesRead);
        var me = await session.ReaderAsync();
        foreach (var key in Listed.Select(line => line.Key).Where(key => !_decided.ContainsKey(key)).ToList())
        {
            _decided[key] = await DecisionAsync(key, scope, me);
        }
    }

    private async Task<ActView?> DecisionAsync(DraftKey key, BureauScope scope, Caller me)
    {
        if (key.IsNewCase || key.Corrects.Length > 0
            || await reads.CaseAsync(scope, key.CaseId, Leaving) is not { } row
            || law.Acts(row.ProfileId).FirstOrDefault(act => act.Kind == key.ActKind) is not { } form || !Approval.Is(form))
        {
            return null;
        }

        return await grains.GetGrain<ICaseGrain>(key.CaseId).ViewAsync(me) is { } view ? Approval.Given(view, key.ActKind, key.About) : null;
    }

    private async Task RemoveAsync(DraftKey key) => await TryAsync(async () =>
    {
        await drafts.RemoveAsync((await session.ReaderAsync()).Id, key, CancellationToken.None);
        await LoadAsync();
    });

    private static string NameOf(DraftLine line) => line.Label.Length > 0 ? line.Label : DraftText.Unnamed;
}
