using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Portal.Components.Forms;
using Enforcement.Portal.Components.Live;
using Enforcement.Portal.Components.Recorders;
using Enforcement.Portal.Components.Tables;
using Enforcement.Portal.Localization;
using Enforcement.Portal.Session;
using Microsoft.AspNetCore.Components;

namespace Enforcement.Portal.Pages.Recorders;

/// <summary>The recorders as list and as map: filtered, sorted, paged and counted by the server, with the filters in the address. It reads itself anew and does not move under the reader.</summary>
public sealed partial class RecordersPage(IFleetReadModel fleet, IReadModel reads, PortalSession session, TimeProvider machine, NavigationManager navigation)
{
    private const int PageSize = 50;

    private readonly HeldRows<RecorderRow> _list = new(row => row.RecorderId);
    private FleetCount? _counts;
    private ImmutableArray<RecorderDot>? _dots;
    private BureauScope _scope = BureauScope.None;
    private BureauScope _narrow = BureauScope.None;
    private Dictionary<string, string> _bureaus = [];
    private OfficerRoll? _officers;
    private FleetAddress _address = new(null, null, null, null, null, null, null, null, null, null);
    private DateTimeOffset _now;
    private bool _mayManage;
    private bool _asked;

    [SupplyParameterFromQuery(Name = "bureau")]
    private string? Bureau { get; set; }

    [SupplyParameterFromQuery(Name = "state")]
    private string? State { get; set; }

    [SupplyParameterFromQuery(Name = "contact")]
    private string? Contact { get; set; }

    [SupplyParameterFromQuery(Name = "battery")]
    private string? Battery { get; set; }

    [SupplyParameterFromQuery(Name = "storage")]
    private string? Storage { get; set; }

    [SupplyParameterFromQuery(Name = "drift")]
    private string? Drift { get; set; }

    [SupplyParameterFromQuery(Name = "recording")]
    private string? Recording { get; set; }

    [SupplyParameterFromQuery(Name = "alarms")]
    private string? Alarms { get; set; }

    [SupplyParameterFromQuery(Name = "holder")]
    private string? Holder { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? Text { get; set; }

    [SupplyParameterFromQuery(Name = "order")]
    private string? Order { get; set; }

    [SupplyParameterFromQuery(Name = "cell")]
    private string? Cell { get; set; }

    [SupplyParameterFromQuery(Name = "after")]
    private string? After { get; set; }

    protected override TimeSpan Pace => TimeSpan.FromSeconds(5);

    // Batteries, positions and leases change without an entry in the ledger.
    protected override bool ReadsAtBeat => true;

    private string Path => OnMap ? "/recorders/map" : "/recorders";

    private bool OnMap => new Uri(navigation.Uri).AbsolutePath.EndsWith("/map", StringComparison.Ordinal);

    private string? UnknownBureau => FleetAddress.Blank(Bureau) is { } bureau && !_bureaus.ContainsKey(bureau) ? bureau : null;

    protected override bool Concerns(Change change) => Touches(change, _scope, "recorder_register", "alarms");

    protected override async Task OnParametersSetAsync()
    {
        _address = new(State, Contact, Battery, Storage, Drift, Recording, Alarms, Holder, Text, Order);
        _asked = true;
        _list.Show(null);
        await RefreshAsync();
    }

    protected override async Task ReadAsync()
    {
        if (_asked)
        {
            _mayManage = await session.MayAsync(Permissions.FleetManage);
            _scope = await session.ScopeAsync(Permissions.FleetRead);
            _bureaus = await BureauNames.OfAsync(reads, _scope, Leaving);
            _narrow = _scope.Narrow(FleetAddress.Blank(Bureau));
            await ReadHoldersAsync();
        }

        var counts = await fleet.CountsAsync(_narrow, Leaving);
        if (OnMap)
        {
            _dots = await fleet.MapAsync(_narrow, _address.ToQuery(), FleetMap.Most, Leaving);
        }
        else
        {
            await ReadListAsync();
        }

        (_counts, _now, _asked) = (Sum(counts), machine.GetUtcNow(), false);
    }

    private async Task ReadHoldersAsync()
    {
        _officers = null;
        if (await session.MayAsync(Permissions.OfficersRead))
        {
            OfficerRoll roll = new(reads, _narrow, new OfficerQuery());
            await roll.OpenAsync(Leaving, Holder);
            _officers = roll;
        }
    }

    private async Task ReadListAsync()
    {
        var fresh = await CursorPages.ReadAsync(page => fleet.RecordersAsync(_narrow, _address.ToQuery(), page, Leaving), new PageRequest(PageSize, After, WithCount: true));
        await _list.TakeAsync(fresh, _asked, row => fleet.RecorderAsync(_narrow, row.RecorderId, Leaving));
    }

    private static FleetCount Sum(ImmutableArray<FleetCount> counts) => new(
        "", counts.Sum(c => c.All), counts.Sum(c => c.Issued), counts.Sum(c => c.Repair), counts.Sum(c => c.Online), counts.Sum(c => c.Offline), counts.Sum(c => c.Unknown),
        counts.Sum(c => c.Recording), counts.Sum(c => c.LowBattery), counts.Sum(c => c.LowStorage), counts.Sum(c => c.Drifted), counts.Sum(c => c.OpenAlarms), counts.Sum(c => c.Alarmed));

    private static long? CountOf(FleetCount counts, string view) => view switch
    {
        "all" => counts.All,
        "online" => counts.Online,
        "offline" => counts.Offline,
        "unknown" => counts.Unknown,
        "recording" => counts.Recording,
        "battery" => counts.LowBattery,
        "storage" => counts.LowStorage,
        "drift" => counts.Drifted,
        "alarms" => counts.Alarmed,
        _ => null,
    };

    private static string? Tone(FleetCount? counts, string view) => counts is not null && CountOf(counts, view) is > 0
        ? view switch { "offline" or "alarms" => "tab-bad", "battery" or "storage" or "drift" => "tab-warn", _ => null }
        : null;

    // A quick view stands for itself: its count is that of the list that it leads to, so no other filter but the bureau goes along.
    private string TabUrl(string? name, string? value) => navigation.GetUriWithQueryParameters(
        Path, new Dictionary<string, object?>(StringComparer.Ordinal) { ["bureau"] = FleetAddress.Blank(Bureau), [name ?? "contact"] = value });

    private string ShapeUrl(string path) => path + new Uri(navigation.GetUriWithQueryParameters(
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["after"] = null, ["cell"] = null, ["order"] = null })).Query;

    private string UrlOf(string? after) => navigation.GetUriWithQueryParameter("after", after);

    private string CellUrl(string? cell) => navigation.GetUriWithQueryParameter("cell", cell);

    private string? RowClass(RecorderRow row) => row.Contact == "offline" && row is { State: "issued", RecordingSince: not null } ? "row-bad" : row.OpenAlarms > 0 ? "row-warn" : null;
}
