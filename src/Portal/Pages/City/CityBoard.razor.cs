using System.Collections.Immutable;
using System.Globalization;
using Enforcement.Portal.Components.Charts;
using Enforcement.Portal.Localization;
using Enforcement.Portal.Pages.Findings;
using Enforcement.Portal.Pages.Recordings;
using Microsoft.AspNetCore.Components;

namespace Enforcement.Portal.Pages.City;

/// <summary>Draws the figures of a city.</summary>
public sealed partial class CityBoard
{
    private const int MostArticles = 8;

    // Stages that lie close together share a segment: nine colours tell nobody anything.
    private static readonly (Phrase Name, string? Tone, string[] Stages)[] Groups =
    [
        (new("登记启动", "Registered, started"), null, ["registered", "started"]),
        (new("调查取证", "Investigation"), null, ["investigation"]),
        (new("审查决定", "Review, decision"), null, ["review", "decided"]),
        (new("送达执行", "Service, performance"), null, ["served", "performance"]),
        (new("终结待归档", "Ended, not archived"), null, ["ended"]),
    ];

    private ImmutableArray<ChartSeries> _trend = [];
    private ImmutableArray<BarSegment> _segments = [];
    private ImmutableArray<BarRow> _stages = [];
    private ImmutableArray<BarSegment> _findingSegments = [];
    private ImmutableArray<BarRow> _articles = [];
    private ImmutableArray<BarSegment> _fleetSegments = [];
    private ImmutableArray<BarRow> _fleet = [];

    [Parameter, EditorRequired]
    public CityData Data { get; set; } = null!;

    /// <summary>The address that districts and bureaus narrow.</summary>
    [Parameter, EditorRequired]
    public string Page { get; set; } = "";

    /// <summary>Whether it hangs on a wall.</summary>
    [Parameter]
    public bool Screen { get; set; }

    protected override void OnParametersSet()
    {
        var days = Data.Figures.Days;
        _trend =
        [
            new ChartSeries(CityText.Opened, [.. days.Select(d => Point(d.Day, d.Opened, "/cases?state=all&from={0}&to={0}"))]),
            new ChartSeries(CityText.Missed, [.. days.Select(d => Point(d.Day, d.Missed, "/findings?view=all&kind=term&from={0}&to={0}"))]),
            new ChartSeries(CityText.Ended, [.. days.Select(d => Point(d.Day, d.Ended, "/cases?state=all&endedFrom={0}&endedTo={0}"))]),
        ];
        _segments = [.. Groups.Select(g => new BarSegment(g.Name, g.Tone))];
        var stages = Data.Figures.Stages.ToLookup(s => s.Bureau, StringComparer.Ordinal);
        _stages = [.. stages.Select(bureau => new BarRow(
            Data.NameOf(bureau.Key), [.. Groups.Select(g => (double)bureau.Where(s => g.Stages.Contains(s.Stage)).Sum(s => s.Cases))], Data.Drill("/cases", bureau.Key)))];
        _findingSegments = [new BarSegment(CityText.Findings, "bad")];
        _articles = [.. Data.Figures.Findings.Take(MostArticles).Select(f => new BarRow(
            f.Article.Length > 0 ? f.Article : CityText.SystemRule, [f.Count], Data.Drill($"/findings?kind=breach&article={Uri.EscapeDataString(f.Article.Length > 0 ? f.Article : FindingsPage.NoArticle)}")))];
        _fleetSegments = [new BarSegment(CityText.FleetOnline, "ok"), new BarSegment(CityText.FleetOffline, "bad"), new BarSegment(CityText.FleetUnknown, "warn")];
        _fleet = [.. (Data.Fleet ?? []).Select(f => new BarRow(Data.NameOf(f.Bureau), [f.Online, f.Offline, f.Unknown], Data.Drill("/recorders", f.Bureau)))];
    }

    private string HandInUrl(string? bureau = null) => Data.Drill($"/recordings?due={LibraryAddress.PastMonth}", bureau);

    private string? LinkedUrl(string? bureau = null) => Data.Figures.Days is [var first, .., var last]
        ? Data.Drill(string.Create(CultureInfo.InvariantCulture, $"/recordings?from={first.Day:yyyy-MM-dd}&to={last.Day:yyyy-MM-dd}"), bureau)
        : null;

    /// <summary>Each point leads to the list of its day; where there is nothing, to nothing.</summary>
    private ChartPoint Point(DateOnly day, long value, string list) =>
        new(At(day), value, value > 0 ? Data.Drill(list.Replace("{0}", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal)) : null);

    private static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Dates.Offset);
}
