using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Grains.Interfaces;
using Enforcement.Portal.Components.Dialogs;
using Enforcement.Portal.Components.Law;
using Enforcement.Portal.Components.Live;
using Enforcement.Portal.Components.Recorders;
using Enforcement.Portal.Components.Tables;
using Enforcement.Portal.Localization;
using Enforcement.Portal.Session;
using Microsoft.AspNetCore.Components;

namespace Enforcement.Portal.Pages.Recorders;

/// <summary>Alarms of recorders: what nobody has seen yet, and what was done about the others. They come by the change feed, at most once in a second; the beat reads only after a reading that failed.</summary>
public sealed partial class AlarmsPage(
    IGrainFactory grains, IFleetReadModel fleet, IReadModel reads, PortalSession session, TimeProvider machine, Toasts toasts, NavigationManager navigation)
{
    private const int PageSize = 50;
    private const int MostOfOne = 200;

    private readonly HeldRows<AlarmRow> _list = new(row => row.AlarmId);
    private BureauScope _scope = BureauScope.None;
    private BureauScope _narrow = BureauScope.None;
    private BureauScope _managed = BureauScope.None;
    private BureauScope _recordings = BureauScope.None;
    private Dictionary<string, string> _bureaus = [];
    private DateTimeOffset _now;
    private bool _asked;

    [SupplyParameterFromQuery(Name = "view")]
    private string? View { get; set; }

    [SupplyParameterFromQuery(Name = "kind")]
    private string? Kind { get; set; }

    [SupplyParameterFromQuery(Name = "bureau")]
    private string? Bureau { get; set; }

    [SupplyParameterFromQuery(Name = "recorder")]
    private string? Recorder { get; set; }

    [SupplyParameterFromQuery(Name = "after")]
    private string? After { get; set; }

    private bool OpenOnly => View != "all";

    private string? KnownKind => FleetAddress.Blank(Kind) is { } kind && RecorderNames.Knows(RecorderNames.AlarmKinds, kind) ? kind : null;

    private string? UnknownKind => KnownKind is null ? FleetAddress.Blank(Kind) : null;

    private string? UnknownBureau => FleetAddress.Blank(Bureau) is { } bureau && !_bureaus.ContainsKey(bureau) ? bureau : null;

    private bool Filtered => new[] { Kind, Bureau, Recorder }.Any(filter => !string.IsNullOrWhiteSpace(filter));

    protected override bool Concerns(Change change) => Touches(change, _scope, "alarms");

    protected override async Task OnParametersSetAsync()
    {
        _asked = true;
        _list.Show(null);
        await RefreshAsync();
    }

    protected override async Task ReadAsync()
    {
        if (_asked)
        {
            _scope = await session.ScopeAsync(Permissions.FleetRead);
            _managed = await session.ScopeAsync(Permissions.FleetManage);
            _recordings = await session.ScopeAsync(Permissions.RecordingsRead);
            _bureaus = await BureauNames.OfAsync(reads, _scope, Leaving);
            _narrow = _scope.Narrow(FleetAddress.Blank(Bureau));
        }

        AlarmQuery query = new(OpenOnly, FleetAddress.Blank(Recorder), KnownKind);
        var fresh = await CursorPages.ReadAsync(page => fleet.AlarmsAsync(_narrow, query, page, Leaving), new PageRequest(PageSize, After, WithCount: true));
        await _list.TakeAsync(fresh, _asked, OneAsync);
        (_now, _asked) = (machine.GetUtcNow(), false);
    }

    // An alarm that left the list, most likely because somebody has acknowledged it.
    private async Task<AlarmRow?> OneAsync(AlarmRow shown) =>
        (await fleet.AlarmsAsync(_narrow, new AlarmQuery(RecorderId: shown.RecorderId), new PageRequest(MostOfOne), Leaving)).Rows.FirstOrDefault(row => row.AlarmId == shown.AlarmId);

    private async Task<ImmutableArray<BrokenRule>> AcknowledgeAsync(AlarmRow alarm, string note, string command)
    {
        if (!await session.MayAsync(Permissions.FleetManage, alarm.Bureau))
        {
            return [RecorderActs.NotYours];
        }

        ImmutableArray<BrokenRule> broken = [];
        var answered = await TryAsync(async () =>
            broken = (await grains.GetGrain<IRecorderGrain>(alarm.RecorderId).AcknowledgeAsync(new AcknowledgeAlarm(alarm.AlarmId, note), await session.CallerAsync(command))).Broken);
        if (!answered)
        {
            return CommonRules.NoAnswer;
        }

        if (broken.IsDefaultOrEmpty)
        {
            // The row stays where it is and now says what was done.
            await RefreshAsync();
            toasts.Show(RecordersText.AlarmDone);
            StateHasChanged();
        }

        return broken;
    }

    private string ViewUrl(string? view) => navigation.GetUriWithQueryParameters(
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["view"] = view, ["after"] = null });

    private string UrlOf(string? after) => navigation.GetUriWithQueryParameter("after", after);
}
