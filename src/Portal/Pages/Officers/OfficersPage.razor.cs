using System.Collections.Immutable;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Officers;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Components.Law;
using Enforcement.Portal.Localization;
using Enforcement.Portal.Session;
using Enforcement.Portal.Time;

namespace Enforcement.Portal.Pages.Officers;

/// <summary>The register of officers: who may enforce, with which certificate.</summary>
public sealed partial class OfficersPage(IGrainFactory grains, IReadModel reads, ILegalTime time, PortalSession session)
{
    private ImmutableArray<OfficerRow> _officers = [];
    private ImmutableArray<BureauRow> _bureaus = [];
    private ImmutableArray<BrokenRule> _broken = [];
    private OfficerEdit? _edit;
    private string _filter = "";
    private bool _mayManage;
    private bool _maySeeFleet;
    private bool _loaded;

    private List<OfficerRow> Listed => [.. _officers.Where(o => _filter.Length == 0
        || o.Name.Contains(_filter, StringComparison.OrdinalIgnoreCase)
        || o.OfficerId.Contains(_filter, StringComparison.OrdinalIgnoreCase)
        || o.Certificate?.Contains(_filter, StringComparison.OrdinalIgnoreCase) == true)];

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync() => await TryAsync(async () =>
    {
        var scope = await session.ScopeAsync(Permissions.OfficersRead);
        _officers = await reads.OfficersAsync(scope, Leaving);
        _bureaus = await reads.BureausAsync(scope, Leaving);
        _mayManage = await session.MayAsync(Permissions.OfficersManage);
        _maySeeFleet = await session.MayAsync(Permissions.FleetRead);
        _loaded = true;
    });

    private void Edit(OfficerRow? officer)
    {
        _broken = [];
        _edit = officer is null ? new OfficerEdit { Bureau = _bureaus.IsEmpty ? "" : _bureaus[0].BureauId } : OfficerEdit.Of(officer);
    }

    private async Task SaveAsync()
    {
        if (Busy || _edit is not { } edit || !await session.MayAsync(Permissions.OfficersManage, edit.Bureau))
        {
            return;
        }

        if (!OfficerId.IsMatch(edit.Id))
        {
            _broken = [CommonRules.Missing("officer-id", new Wording(OfficersText.Id.Zh, OfficersText.Id.En))];
            return;
        }

        await TryAsync(async () =>
        {
            var reply = await grains.GetGrain<IOfficerGrain>(edit.Id).RegisterAsync(edit.ToMessage(), await session.CallerAsync(edit.CommandId));
            _broken = reply.Broken;
        });
        if (Failure is null && _broken.IsDefaultOrEmpty)
        {
            _edit = null;
            await LoadAsync();
        }
    }

    private string BureauName(string id) => _bureaus.FirstOrDefault(b => b.BureauId == id) is { } bureau ? Names.Bureau(bureau.NameZh, bureau.NameEn) : id;

    private static readonly System.Text.RegularExpressions.Regex OfficerId = Pattern();

    [System.Text.RegularExpressions.GeneratedRegex("^[a-z0-9][a-z0-9.-]{0,63}$", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, 1000)]
    private static partial System.Text.RegularExpressions.Regex Pattern();
}
