using System.Collections.Immutable;
using System.Globalization;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Portal.Components.Cases;
using Enforcement.Portal.Components.Dialogs;
using Enforcement.Portal.Components.Forms;
using Enforcement.Portal.Components.Law;
using Enforcement.Portal.Components.Recorders;
using Enforcement.Portal.Localization;
using Enforcement.Portal.Session;
using Enforcement.Portal.Time;
using Microsoft.AspNetCore.Components;

namespace Enforcement.Portal.Pages.Recorders;

/// <summary>One recorder: state and readiness, what may be done with it, charts, track of a day, recordings, holders and alarms.</summary>
public sealed partial class RecorderPage(
    IGrainFactory grains, IFleetReadModel fleet, IReadModel reads, IRecordingReadModel library, PortalSession session, ILegalTime time, TimeProvider machine, Toasts toasts, NavigationManager navigation)
{
    private const int ChartPoints = 240;
    private const int TrackPoints = 400;
    private const int MostShown = 8;
    private static readonly TimeSpan ChartsAge = TimeSpan.FromMinutes(1);

    private RecorderRow? _row;
    private RecorderView? _view;
    private ImmutableArray<PulsePoint>? _pulse;
    private ImmutableArray<TrackPoint>? _track;
    private ImmutableArray<AlarmRow> _alarms = [];
    private OfficerRoll? _officers;
    private Page<RecordingRow>? _recordings;
    private string _bureau = "";
    private DateTimeOffset _now;
    private DateTimeOffset _chartsAt;
    private DateOnly _day;
    private string? _badDay;
    private bool _missing;
    private bool _mayManage;
    private bool _mayResolve;
    private bool _moved = true;

    [Parameter]
    public string RecorderId { get; set; } = "";

    [SupplyParameterFromQuery(Name = "span")]
    private string? Span { get; set; }

    [SupplyParameterFromQuery(Name = "day")]
    private string? Day { get; set; }

    protected override TimeSpan Pace => TimeSpan.FromSeconds(2);

    // State, battery and position change without an entry in the ledger.
    protected override bool ReadsAtBeat => true;

    private bool Week => Span == "7d";

    private DateTimeOffset From => _now - (Week ? TimeSpan.FromDays(7) : TimeSpan.FromDays(1));

    protected override bool Concerns(Change change)
    {
        var mine = change.Stream == $"recorder/{RecorderId}";
        _moved |= mine;
        return mine;
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_view?.Id != RecorderId)
        {
            (_row, _view, _missing, _alarms, _recordings, _officers) = (null, null, false, [], null, null);
        }

        (_moved, _pulse, _track) = (true, null, null);
        await RefreshAsync();
    }

    protected override async Task ReadAsync()
    {
        var scope = await session.ScopeAsync(Permissions.FleetRead);
        _row = await fleet.RecorderAsync(scope, RecorderId, Leaving);
        _missing = _row is null;
        if (_row is not { } row)
        {
            return;
        }

        _now = machine.GetUtcNow();
        _alarms = (await fleet.AlarmsAsync(scope, new AlarmQuery(RecorderId: RecorderId), new PageRequest(MostShown), Leaving)).Rows;
        if (_moved)
        {
            _moved = false; // before the reading: what changes meanwhile is read once more
            try
            {
                await ReadLedgerAsync(scope, row);
            }
            catch
            {
                _moved = true;
                throw;
            }
        }

        if (_pulse is null || _now - _chartsAt > ChartsAge)
        {
            await ReadChartsAsync(scope);
        }
    }

    // What stands in the ledger: read when its stream has moved only.
    private async Task ReadLedgerAsync(BureauScope scope, RecorderRow row)
    {
        _view = await grains.GetGrain<IRecorderGrain>(RecorderId).ViewAsync();
        _missing = _view is null;
        _mayManage = await session.MayAsync(Permissions.FleetManage, row.Bureau);
        _mayResolve = await session.MayAsync(Permissions.FindingsResolve, row.Bureau);
        _bureau = (await reads.BureausAsync(scope, Leaving)).FirstOrDefault(b => b.BureauId == row.Bureau) is { } bureau ? Names.Bureau(bureau.NameZh, bureau.NameEn) : row.Bureau;
        if (_mayManage && _officers is null)
        {
            OfficerRoll roll = new(reads, scope.Narrow(row.Bureau), new OfficerQuery(InService: true));
            await roll.OpenAsync(Leaving);
            _officers = roll;
        }

        if (await session.MayAsync(Permissions.RecordingsRead, row.Bureau))
        {
            _recordings = await library.LibraryAsync(
                await session.ScopeAsync(Permissions.RecordingsRead),
                new RecordingFilter(Now: time.Now, RecorderId: RecorderId, Order: RecordingOrder.Started),
                new PageRequest(MostShown, WithCount: true),
                Leaving);
        }
    }

    private async Task ReadChartsAsync(BureauScope scope)
    {
        var today = Dates.DayOf(_now);
        var typed = FleetAddress.Blank(Day);
        _badDay = null;
        if (!DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _day) || _day.Year is < 2000 or > 9000)
        {
            (_day, _badDay) = (today, typed);
        }

        DateTimeOffset from = new(_day.ToDateTime(TimeOnly.MinValue), Dates.Offset);
        _pulse = await fleet.HistoryAsync(scope, RecorderId, From, _now, ChartPoints, Leaving);
        _track = await fleet.TrackAsync(scope, RecorderId, from, from.AddDays(1), TrackPoints, Leaving);
        _chartsAt = _now;
    }

    private async Task DoneAsync()
    {
        _moved = true;
        await RefreshAsync();
    }

    private Task<ImmutableArray<BrokenRule>> AcknowledgeAsync(AlarmRow alarm, string note, string command) =>
        AskAsync(Permissions.FleetManage, RecordersText.AlarmDone, command, (grain, caller) => grain.AcknowledgeAsync(new AcknowledgeAlarm(alarm.AlarmId, note), caller));

    private Task<ImmutableArray<BrokenRule>> ResolveAsync(string finding, ResolveForm.Words words) =>
        AskAsync(Permissions.FindingsResolve, CasePageText.Resolve, words.CommandId, (grain, caller) => grain.ResolveFindingAsync(new ResolveFinding(finding, words.Text), caller));

    private async Task<ImmutableArray<BrokenRule>> AskAsync(string permission, string done, string command, Func<IRecorderGrain, Caller, Task<CommandReply>> work)
    {
        if (_row is not { } row || !await session.MayAsync(permission, row.Bureau))
        {
            return [RecorderActs.NotYours];
        }

        ImmutableArray<BrokenRule> broken = [];
        if (!await TryAsync(async () => broken = (await work(grains.GetGrain<IRecorderGrain>(RecorderId), await session.CallerAsync(command))).Broken))
        {
            return CommonRules.NoAnswer;
        }

        if (broken.IsDefaultOrEmpty)
        {
            toasts.Show(done);
            await DoneAsync();
            StateHasChanged();
        }

        return broken;
    }

    private string SpanUrl(string? span) => navigation.GetUriWithQueryParameter("span", span);

    private static string Place(int latitudeE7, int longitudeE7) => string.Create(CultureInfo.InvariantCulture, $"{latitudeE7 / 1e7:0.00000}, {longitudeE7 / 1e7:0.00000}");
}
