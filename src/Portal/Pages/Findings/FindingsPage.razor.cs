using System.Collections.Immutable;
using System.Globalization;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Grains.Interfaces.Recordings;
using Enforcement.Grains.Interfaces.Regulations;
using Enforcement.Grains.Interfaces;
using Enforcement.Portal.Components.Cases;
using Enforcement.Portal.Components.Law;
using Enforcement.Portal.Components.Tables;
using Enforcement.Portal.Localization;
using Enforcement.Portal.Session;
using Microsoft.AspNetCore.Components;

namespace Enforcement.Portal.Pages.Findings;

/// <summary>The supervisor's list: what was missed, late or damaged, and what was done about it.</summary>
public sealed partial class FindingsPage(IGrainFactory grains, IReadModel reads, IRegulationReader law, PortalSession session, NavigationManager navigation)
{
    /// <summary>Stands in the address for the rules of the system, which no article holds.</summary>
    public const string NoArticle = "-";

    private const int PageSize = 50;

    private Page<FindingRow>? _page;
    private Dictionary<string, string> _bureaus = [];
    private Dictionary<string, string> _cases = [];
    private string? _unknown;
    private bool _mayResolve;

    [SupplyParameterFromQuery(Name = "view")]
    private string? View { get; set; }

    [SupplyParameterFromQuery(Name = "bureau")]
    private string? Bureau { get; set; }

    [SupplyParameterFromQuery(Name = "article")]
    private string? Article { get; set; }

    [SupplyParameterFromQuery(Name = "kind")]
    private string? Kind { get; set; }

    [SupplyParameterFromQuery(Name = "from")]
    private string? From { get; set; }

    [SupplyParameterFromQuery(Name = "to")]
    private string? To { get; set; }

    [SupplyParameterFromQuery(Name = "after")]
    private string? After { get; set; }

    private bool Filtered => new[] { Bureau, Article, Kind, From, To }.Any(filter => !string.IsNullOrEmpty(filter));

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync() => await TryAsync(async () =>
    {
        var scope = await session.ScopeAsync(Permissions.FindingsRead);
        _mayResolve = await session.MayAsync(Permissions.FindingsResolve);
        _bureaus = await BureauNames.OfAsync(reads, scope, Leaving);
        var none = Blank(Article) == NoArticle;
        var article = none ? null : Blank(Article);
        _unknown = Blank(Bureau) is { } bureau && !_bureaus.ContainsKey(bureau) ? FindingsText.UnknownBureau.With(bureau)
            : (UnknownDay(From) ?? UnknownDay(To)) is { } day ? FindingsText.UnknownDay.With(day)
            : article is not null && law.Article(article) is null ? FindingsText.UnknownArticle.With(article)
            : null;
        scope = scope.Narrow(Blank(Bureau));
        FindingQuery query = new(Open: View != "all", Article: article, Advisory: Kind switch { "breach" => false, "hint" => true, _ => null }, NoArticle: none, Terms: Kind == "term",
            RaisedFrom: Day(From) is { } from ? Dates.StartOf(from) : null, RaisedBefore: Day(To) is { } to ? Dates.StartOf(to.AddDays(1)) : null);
        _page = await CursorPages.ReadAsync(page => reads.FindingsAsync(scope, query, page, Leaving), new PageRequest(PageSize, After, WithCount: true));
        var cases = _page.Rows.Select(FindingTarget.Of).Where(target => target is { IsCase: true }).Select(target => target!.Id);
        _cases = await CaseNumbers.OfAsync(reads, await session.ScopeAsync(Permissions.CasesRead), cases, Leaving);
    });

    private async Task<ImmutableArray<BrokenRule>> ResolveAsync(FindingRow row, ResolveForm.Words words)
    {
        if (FindingTarget.Of(row) is not { } target || !await session.MayAsync(Permissions.FindingsResolve, row.Bureau))
        {
            return [];
        }

        ImmutableArray<BrokenRule> broken = [];
        var answered = await TryAsync(async () =>
        {
            ResolveFinding request = new(target.Finding, words.Text);
            var caller = await session.CallerAsync(words.CommandId);
            var reply = target.Kind switch
            {
                "case" => await grains.GetGrain<ICaseGrain>(target.Id).ResolveFindingAsync(request, caller),
                "recorder" => await grains.GetGrain<IRecorderGrain>(target.Id).ResolveFindingAsync(request, caller),
                _ => await grains.GetGrain<IRecordingGrain>(target.Id).ResolveFindingAsync(request, caller),
            };
            broken = reply.Broken;
        });
        if (answered && broken.IsDefaultOrEmpty)
        {
            await LoadAsync();
            StateHasChanged();
        }

        return answered ? broken : CommonRules.NoAnswer;
    }

    private string ViewUrl(string? view) => navigation.GetUriWithQueryParameters(new Dictionary<string, object?>(StringComparer.Ordinal) { ["view"] = view, ["after"] = null });

    private static string? UnknownDay(string? text) => Blank(text) is { } typed && Day(typed) is null ? typed : null;

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and < 9999 ? day : null;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private string UrlOf(string? after) => navigation.GetUriWithQueryParameter("after", after);
}
