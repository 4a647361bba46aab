using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Components.Forms;
using Enforcement.Portal.Components.Recordings;
using Enforcement.Portal.Components.Tables;
using Enforcement.Portal.Localization;
using Enforcement.Portal.Session;
using Enforcement.Portal.Time;
using Microsoft.AspNetCore.Components;

namespace Enforcement.Portal.Pages.Recordings;

/// <summary>The library of recordings: paged, sorted, counted and filtered by the server, with the filters in the address; what waits for somebody first.</summary>
public sealed partial class RecordingsPage(IReadModel reads, IRecordingReadModel library, PortalSession session, ILegalTime time, NavigationManager navigation)
{
    private const int PageSize = 50;

    private static readonly (string Id, Phrase Name)[] Views =
    [
        ("", CommonText.All),
        ("unlinked", LibraryText.Unlinked),
        ("overdue", RecordingsText.OverdueHandIn),
        ("waiting", RecordingsText.Waiting),
        ("stored", LibraryText.Stored),
        ("corrupted", LibraryText.Corrupted),
    ];

    private static readonly (string Hours, Phrase Name)[] Waits =
    [
        ("8", new("8 小时内", "within 8 hours")),
        ("24", new("24 小时内", "within 24 hours")),
        ("72", new("3 天内", "within 3 days")),
        (LibraryAddress.PastMonth, new("近 30 天已届满", "ended in the last 30 days")),
    ];

    private Page<RecordingRow>? _page;
    private RecordingCounts? _counts;
    private Dictionary<string, string> _bureaus = [];
    private OfficerRoll? _officers;
    private string? _me;
    private DateTimeOffset _now;
    private bool _mayAnnounce;
    private bool _mayUpload;

    [SupplyParameterFromQuery(Name = "view")]
    private string? View { get; set; }

    [SupplyParameterFromQuery(Name = "bureau")]
    private string? Bureau { get; set; }

    [SupplyParameterFromQuery(Name = "officer")]
    private string? Officer { get; set; }

    [SupplyParameterFromQuery(Name = "recorder")]
    private string? Recorder { get; set; }

    [SupplyParameterFromQuery(Name = "mode")]
    private string? Mode { get; set; }

    [SupplyParameterFromQuery(Name = "from")]
    private string? From { get; set; }

    [SupplyParameterFromQuery(Name = "to")]
    private string? To { get; set; }

    [SupplyParameterFromQuery(Name = "due")]
    private string? Due { get; set; }

    [SupplyParameterFromQuery(Name = "number")]
    private string? Number { get; set; }

    [SupplyParameterFromQuery(Name = "sha256")]
    private string? Sha256 { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? Text { get; set; }

    [SupplyParameterFromQuery(Name = "order")]
    private string? Order { get; set; }

    [SupplyParameterFromQuery(Name = "after")]
    private string? After { get; set; }

    private bool MoreFiltered => new[] { From, To, Recorder, Number, Sha256 }.Any(filter => !string.IsNullOrEmpty(filter));

    private bool Filtered => MoreFiltered || new[] { Bureau, Officer, Mode, Due, Text, Order }.Any(filter => !string.IsNullOrEmpty(filter));

    private string ExportUrl => "/api/v1/recordings/export.csv" + ExportQuery();

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync() => await TryAsync(async () =>
    {
        _page = null;
        _now = time.Now;
        _mayAnnounce = await session.MayAsync(Permissions.RecordingsAnnounce);
        _mayUpload = await session.MayAsync(Permissions.RecordingsUpload);
        var scope = await session.ScopeAsync(Permissions.RecordingsRead);
        _bureaus = await BureauNames.OfAsync(reads, scope, Leaving);
        scope = scope.Narrow(LibraryAddress.Blank(Bureau));
        OfficerRoll officers = new(reads, scope, new OfficerQuery());
        await officers.OpenAsync(Leaving, Officer);
        _officers = officers;
        _me = _mayAnnounce ? (await session.ReaderAsync()).Id : null;
        var filter = new LibraryAddress(View, Bureau, Officer, Recorder, Mode, From, To, Due, Number, Sha256, Text, Order).ToFilter(_now);
        // The counts of the views hold that of the list: it is not counted again.
        _counts = await library.CountsAsync(scope, filter, _now, Leaving);
        _page = await CursorPages.ReadAsync(page => library.LibraryAsync(scope, filter, page, Leaving), new PageRequest(PageSize, After));
    });

    private bool Overdue(RecordingRow row) => row.StoredAt is null && row.HandInDueAt < _now;

    private static string HandInWords(RecordingRow row) =>
        row.HandInState == "none" ? "—" : Names.Phase(row.HandInState);

    private static string? Tone(string view) => view switch
    {
        "overdue" or "corrupted" => "tab-bad",
        "unlinked" => "tab-warn",
        _ => null,
    };

    private static long CountOf(RecordingCounts counts, string? view) => view switch
    {
        "unlinked" => counts.Unlinked,
        "overdue" => counts.Overdue,
        "waiting" => counts.Waiting,
        "stored" => counts.Stored,
        "corrupted" => counts.Corrupted,
        _ => counts.All,
    };

    private string TabUrl(string view) => navigation.GetUriWithQueryParameters(
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["view"] = view.Length == 0 ? null : view, ["after"] = null });

    private string UrlOf(string? after) => navigation.GetUriWithQueryParameter("after", after);

    // The export takes the filters that stand in the address, and no page of it.
    private string ExportQuery()
    {
        var given = new (string Name, string? Value)[]
        {
            ("view", View), ("bureau", Bureau), ("officer", Officer), ("recorder", Recorder), ("mode", Mode), ("from", From), ("to", To),
            ("due", Due), ("number", Number), ("sha256", Sha256), ("q", Text), ("order", Order),
        };
        var query = string.Join('&', given.Where(p => !string.IsNullOrWhiteSpace(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
        return query.Length == 0 ? "" : "?" + query;
    }
}
