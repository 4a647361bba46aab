using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Session;
using Enforcement.Portal.Time;
using Microsoft.AspNetCore.Components;

namespace Enforcement.Portal.Pages.Cases;

/// <summary>The list of cases: paged, sorted and filtered by the server, with the filters in the address.</summary>
public sealed partial class CasesPage(IReadModel reads, PortalSession session, ILegalTime time, NavigationManager navigation)
{
    private const int PageSize = 50;

    private Page<CaseRow>? _page;
    private ImmutableArray<BureauRow> _bureaus = [];
    private DateTimeOffset _now;
    private bool _mayStart;

    [SupplyParameterFromQuery(Name = "q")]
    private string? Text { get; set; }

    [SupplyParameterFromQuery(Name = "stage")]
    private string? Stage { get; set; }

    [SupplyParameterFromQuery(Name = "type")]
    private string? ActType { get; set; }

    [SupplyParameterFromQuery(Name = "bureau")]
    private string? Bureau { get; set; }

    [SupplyParameterFromQuery(Name = "order")]
    private string? Order { get; set; }

    [SupplyParameterFromQuery(Name = "overdue")]
    private string? Overdue { get; set; }

    [SupplyParameterFromQuery(Name = "incomplete")]
    private string? Incomplete { get; set; }

    [SupplyParameterFromQuery(Name = "mine")]
    private string? Mine { get; set; }

    [SupplyParameterFromQuery(Name = "after")]
    private string? After { get; set; }

    private bool Filtered => new[] { Text, Stage, ActType, Bureau, Order, Overdue, Incomplete, Mine }.Any(filter => !string.IsNullOrEmpty(filter));

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync() => await TryAsync(async () =>
    {
        _page = null;
        _now = time.Now;
        _mayStart = await session.MayAsync(Permissions.CasesStart);
        var scope = await session.ScopeAsync(Permissions.CasesRead);
        _bureaus = await reads.BureausAsync(scope, Leaving);
        var person = await session.ReaderAsync();
        CaseQuery query = new(
            Blank(Stage),
            Blank(ActType),
            Mine == "1" ? person.Id : null,
            Overdue == "1" ? _now : null,
            Incomplete == "1",
            Blank(Text),
            Order switch { "opened" => CaseOrder.Opened, "updated" => CaseOrder.Updated, _ => CaseOrder.NextDue });
        scope = scope.Narrow(Blank(Bureau));
        try
        {
            _page = await reads.CasesAsync(scope, query, new PageRequest(PageSize, Blank(After), WithCount: true), Leaving);
        }
        catch (ArgumentException) when (After is not null)
        {
            // The cursor of another filter, or one that somebody typed: the first page serves as well.
            _page = await reads.CasesAsync(scope, query, new PageRequest(PageSize, null, WithCount: true), Leaving);
        }
    });

    private string UrlOf(string? after) => navigation.GetUriWithQueryParameter("after", after);

    private static string? RowTone(CaseRow row) => row.OverdueCount > 0 ? "row-bad" : row.MissingCount > 0 ? "row-warn" : null;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
