using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Desk;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Components.Forms;
using Enforcement.Portal.Components.Tables;
using Enforcement.Portal.Localization;
using Enforcement.Portal.Session;
using Enforcement.Portal.Time;
using Microsoft.AspNetCore.Components;

namespace Enforcement.Portal.Pages.Cases;

/// <summary>The list of cases: paged, sorted and filtered by the server, with filters, order and page in the address.</summary>
public sealed partial class CasesPage(
    IReadModel reads, IChangeFeed feed, ISavedViews views, IColumnChoices choices, PortalSession session, ILegalTime time, NavigationManager navigation)
{
    private const int PageSize = 50;
    private const string ListName = "cases";
    private static readonly string[] ExportFormats = ["xlsx", "csv"];

    private CaseFilters _filters = new();
    private IReadOnlyList<FilterProblem> _problems = [];
    private Page<CaseRow>? _page;
    private CaseTabCounts? _tabs;
    private BureauScope _scope = BureauScope.None;
    private ImmutableArray<BureauRow> _bureaus = [];
    private OfficerRoll? _officers;
    private ImmutableArray<CaseColumn> _columns = [];
    private DateTimeOffset _now;
    private string _me = "";
    private long _alsoArchived;
    private bool _mayStart;
    private bool _handles;
    private bool _stale;

    private static (string, string)[] ColumnNames => [.. CaseColumns.All.Select(column => (column.Id, column.Name.ToString()))];

    protected override Task OnParametersSetAsync() => LoadAsync();

    // Before the first reading, so that nothing falls between the reading and the following.
    protected override void OnInitialized() => _ = FollowAsync(feed.FollowAsync(Leaving));

    private async Task LoadAsync() => await TryAsync(async () =>
    {
        _page = null;
        _now = time.Now;
        _me = (await session.ReaderAsync()).Id;
        await OpenDefaultAsync();
        _mayStart = await session.MayAsync(Permissions.CasesStart);
        _handles = await session.MayAsync(Permissions.ActsRecord);
        _scope = await session.ScopeAsync(Permissions.CasesRead);
        _bureaus = await reads.BureausAsync(_scope, Leaving);
        OfficerRoll officers = new(reads, _scope, new OfficerQuery());
        await officers.OpenAsync(Leaving);
        _officers = officers;
        _columns = CaseColumns.Of(await choices.FindAsync(_me, ListName, Leaving), _bureaus.Length > 1);
        CaseFilterReader reader = new(Address, _bureaus, await NamedAsync(Address("officer")));
        (_filters, _problems) = (reader.Read(), reader.Problems);
        _stale = false;
        if (_problems.Count == 0)
        {
            await ReadAsync(_scope.Narrow(_filters.Bureau), _filters.ToQuery(_now, _me));
        }

        _tabs = await reads.CaseTabsAsync(_scope, _me, _now, Dates.StartOf(Dates.DayOf(_now).AddDays(1)), Leaving);
    });

    private async Task ReadAsync(BureauScope scope, CaseQuery query)
    {
        _page = await CursorPages.ReadAsync(
            page => reads.CasesAsync(scope, query, page, Leaving), new PageRequest(PageSize, Blank(After), WithCount: true, Blank(After) is null ? Blank(Before) : null));

        // Who looks for a word or finds nothing is told of what lies in the archive.
        _alsoArchived = query.Life is CaseLife.Open && _filters.Narrow && (query.Text is not null || _page.Count == 0)
            ? (await reads.CasesAsync(scope, query with { Life = CaseLife.Archived }, new PageRequest(1, null, WithCount: true), Leaving)).Count ?? 0
            : 0;
    }

    /// <summary>Whom the filter may mean: the one of that id, else all of that name.</summary>
    private async Task<ImmutableArray<OfficerRow>> NamedAsync(string? typed)
    {
        if (Blank(typed) is not { } text)
        {
            return [];
        }

        return await reads.OfficerAsync(_scope, CaseFilterReader.OfficerIdOf(text), Leaving) is { } officer
            ? [officer]
            : (await reads.OfficerPageAsync(_scope, new OfficerQuery(Name: text), new PageRequest(OfficerRoll.Few), Leaving)).Rows;
    }

    /// <summary>The bare address opens with the view that the person chose for it.</summary>
    private async Task OpenDefaultAsync()
    {
        if (new Uri(navigation.Uri).Query.Length == 0
            && (await views.ListAsync(_me, ListName, Leaving)).FirstOrDefault(view => view.Default) is { Query.Length: > 0 } view)
        {
            navigation.NavigateTo($"/cases?{view.Query}", replace: true);
        }
    }

    /// <summary>The list does not jump under the reader's hands: it says that it is old, and the reader refreshes it.</summary>
    private async Task FollowAsync(IAsyncEnumerable<Change?> changes)
    {
        try
        {
            await foreach (var change in changes)
            {
                var concerns = change is null || (change.Tables.Contains("cases") && change.Bureaus.Any(_scope.Narrow(_filters.Bureau).Allows));
                if (concerns && !_stale)
                {
                    _stale = true;
                    await InvokeAsync(StateHasChanged);
                }
            }
        }
        catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException)
        {
            // The page was left.
        }
    }

    private async Task ChooseColumnsAsync(ImmutableArray<string>? chosen) => await TryAsync(async () =>
    {
        await choices.ChooseAsync(_me, ListName, chosen, Leaving);
        _columns = CaseColumns.Of(chosen, _bureaus.Length > 1);
    });

    private IEnumerable<(string Name, CaseFilters Filters, long? Count)> Tabs()
    {
        CaseFilters open = new();
        yield return (CaseListText.TabOpen, open, _tabs?.Open);
        if (_handles)
        {
            yield return (CaseListText.Mine, open with { Mine = true }, _tabs?.Mine);
        }

        yield return (CaseListText.TabDueToday, open with { DueWithin = 0 }, _tabs?.DueToday);
        yield return (CaseListText.TabOverdue, open with { Overdue = true }, _tabs?.Overdue);
        yield return (CaseListText.Incomplete, open with { Incomplete = true }, _tabs?.Incomplete);
        yield return (CaseListText.LifeArchived, new CaseFilters { Life = CaseLife.Archived, Order = CaseOrder.Updated }, _tabs?.Archived);
    }

    private static string UrlOf(CaseFilters filters) => $"/cases?{filters.ToAddress()}";

    private string SortUrl(CaseOrder order) => UrlOf(_filters.SortedBy(order));

    private bool? SortedBy(CaseOrder order) => _filters.Order == order ? _filters.IsDescending : null;

    private string? PageUrl(string direction, string? cursor) => cursor is null ? null : $"{UrlOf(_filters)}&{direction}={cursor}";

    private string UrlWithout(string name) =>
        navigation.GetUriWithQueryParameters(new Dictionary<string, object?>(StringComparer.Ordinal) { [name] = null, ["after"] = null, ["before"] = null });

    private string ExportUrl(string format) => $"/api/v1/cases/export?format={format}&{_filters.ToApi(_me)}";

    private string BureauName(string id) => _bureaus.FirstOrDefault(bureau => bureau.BureauId == id) is { } bureau ? Names.Bureau(bureau.NameZh, bureau.NameEn) : id;

    private static string? RowTone(CaseRow row) => row.OverdueCount > 0 ? "row-bad" : row.MissingCount > 0 ? "row-warn" : null;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
