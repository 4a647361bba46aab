using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Components.Recordings;
using Enforcement.Portal.Localization;
using Enforcement.Portal.Session;
using Enforcement.Portal.Time;
using Microsoft.AspNetCore.Components;

namespace Enforcement.Portal.Pages.Recordings;

/// <summary>The list of recordings.</summary>
public sealed partial class RecordingsPage(IReadModel reads, PortalSession session, ILegalTime time, NavigationManager navigation)
{
    private const int PageSize = 50;

    private static readonly (string Id, Phrase Name)[] Views =
    [
        ("unlinked", RecordingsText.Unlinked),
        ("overdue", RecordingsText.OverdueHandIn),
        ("waiting", RecordingsText.Waiting),
        ("mine", RecordingsText.Mine),
        ("all", RecordingsText.All),
    ];

    private Page<RecordingRow>? _page;
    private Dictionary<string, string> _bureaus = [];
    private Dictionary<string, string> _cases = [];
    private DateTimeOffset _now;
    private bool _mayAnnounce;

    [SupplyParameterFromQuery(Name = "view")]
    private string? Chosen { get; set; }

    [SupplyParameterFromQuery(Name = "after")]
    private string? After { get; set; }

    private string View => Array.Exists(Views, view => view.Id == Chosen) ? Chosen! : "unlinked";

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync() => await TryAsync(async () =>
    {
        _page = null;
        _now = time.Now;
        _mayAnnounce = await session.MayAsync(Permissions.RecordingsAnnounce);
        var scope = await session.ScopeAsync(Permissions.RecordingsRead);
        var query = View switch
        {
            "unlinked" => new RecordingQuery(Unlinked: true),
            "overdue" => new RecordingQuery(OverdueAt: _now),
            "waiting" => new RecordingQuery(State: "announced"),
            "mine" => new RecordingQuery(OfficerId: (await session.ReaderAsync()).Id),
            _ => new RecordingQuery(),
        };
        _bureaus = (await reads.BureausAsync(scope, Leaving)).ToDictionary(b => b.BureauId, b => Names.Bureau(b.NameZh, b.NameEn), StringComparer.Ordinal);
        try
        {
            _page = await reads.RecordingsAsync(scope, query, new PageRequest(PageSize, After, WithCount: true), Leaving);
        }
        catch (ArgumentException) when (After is not null)
        {
            _page = await reads.RecordingsAsync(scope, query, new PageRequest(PageSize, null, WithCount: true), Leaving);
        }

        _cases = await CaseNumbers.OfAsync(reads, await session.ScopeAsync(Permissions.CasesRead), _page.Rows.Select(row => row.CaseId), Leaving);
    });

    private bool Overdue(RecordingRow row) => row.StoredAt is null && row.HandInDueAt < _now;

    private string UrlOf(string? after) => navigation.GetUriWithQueryParameter("after", after);
}
