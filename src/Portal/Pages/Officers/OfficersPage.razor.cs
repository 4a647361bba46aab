using System.Collections.Immutable;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Officers;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Components.Law;
using Enforcement.Portal.Components.Tables;
using Enforcement.Portal.Localization;
using Enforcement.Portal.Session;
using Enforcement.Portal.Time;
using Microsoft.AspNetCore.Components;

namespace Enforcement.Portal.Pages.Officers;

/// <summary>The register of officers: who may enforce, with which certificate.</summary>
public sealed partial class OfficersPage(IGrainFactory grains, IReadModel reads, ILegalTime time, PortalSession session, NavigationManager navigation)
{
    private const int PageSize = 50;

    private Page<OfficerRow>? _page;
    private ImmutableArray<BureauRow> _bureaus = [];
    private ImmutableArray<BrokenRule> _broken = [];
    private OfficerEdit? _edit;
    private bool _mayManage;
    private bool _maySeeFleet;

    [SupplyParameterFromQuery(Name = "q")]
    private string? Text { get; set; }

    [SupplyParameterFromQuery(Name = "after")]
    private string? After { get; set; }

    [SupplyParameterFromQuery(Name = "before")]
    private string? Before { get; set; }

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync() => await TryAsync(async () =>
    {
        var scope = await session.ScopeAsync(Permissions.OfficersRead);
        _page = await CursorPages.ReadAsync(
            page => reads.OfficerPageAsync(scope, new OfficerQuery(Blank(Text)), page, Leaving), new PageRequest(PageSize, Blank(After), WithCount: true, Blank(After) is null ? Blank(Before) : null));
        _bureaus = await reads.BureausAsync(scope, Leaving);
        _mayManage = await session.MayAsync(Permissions.OfficersManage);
        _maySeeFleet = await session.MayAsync(Permissions.FleetRead);
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

    private string? PageUrl(string direction, string? cursor) => cursor is null ? null : navigation.GetUriWithQueryParameters(
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["after"] = null, ["before"] = null, [direction] = cursor });

    private string FirstUrl => navigation.GetUriWithQueryParameters(new Dictionary<string, object?>(StringComparer.Ordinal) { ["after"] = null, ["before"] = null });

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private string BureauName(string id) => _bureaus.FirstOrDefault(b => b.BureauId == id) is { } bureau ? Names.Bureau(bureau.NameZh, bureau.NameEn) : id;

    private static readonly System.Text.RegularExpressions.Regex OfficerId = Pattern();

    [System.Text.RegularExpressions.GeneratedRegex("^[a-z0-9][a-z0-9.-]{0,63}$", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, 1000)]
    private static partial System.Text.RegularExpressions.Regex Pattern();
}
