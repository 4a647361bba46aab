using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Portal.Pages.City;

namespace Enforcement.Portal.Tests.Pages;

public sealed class CityBoardTests : PageTest
{
    private static readonly ImmutableArray<BureauRow> Bureaus =
    [
        new("CM", "城市管理局", "City Management", "cm/undated", "中心区"),
        new("TA", "综合行政执法局", "Integrated Enforcement", "ta/2017-08-01", "岱岳区"),
    ];

    private static readonly CityFigures Figures = new(
        [new StageCount("CM", "investigation", 7, 2, 1), new StageCount("TA", "review", 5, 0, 0)],
        [
            new BureauFigures("CM", 7, 2, 1, 1, 3, 1, new Ratio(34, 36), new Ratio(9, 10), default),
            new BureauFigures("TA", 5, 0, 0, 0, 0, 0, default, default, new Ratio(1, 2)),
        ],
        [new ArticleCount("CM-31", 3), new ArticleCount("", 1)],
        [new DayFigures(new DateOnly(2026, 11, 20), 1, 0, 0, 2), new DayFigures(new DateOnly(2026, 11, 21), 3, 1, 0, 0)]);

    private static readonly ImmutableArray<FleetCount> Fleet = [new("CM", 10, 8, 0, 6, 3, 1, 2, 1, 0, 0, 4)];

    [Fact]
    public void Every_figure_leads_to_the_list_behind_it()
    {
        var board = Board(chosen: null);

        Assert.Equal("12", Card(board, "在办案件", "/cases?state=open"));
        Assert.Equal("2", Card(board, "已逾期", "/cases?overdue=1&state=all"));
        Assert.Equal("1", Card(board, "今日到期", "/cases?due=0&state=all"));
        Assert.Equal("3", Card(board, "待处理违规问题", "/findings?kind=breach"));
        Assert.Equal("4", Card(board, "未处理告警", "/recorders/alarms"));
        Assert.Equal("6 / 10", Card(board, "记录仪在线", "/recorders?contact=online"));
        Assert.Contains(board.FindAll("a"), a => a.GetAttribute("href") == "/findings?kind=breach&article=CM-31");
        Assert.Contains(board.FindAll(".city-rates a"), a => a.GetAttribute("href") == "/recordings?due=past30&bureau=CM" && a.TextContent == "34 / 36");
        Assert.Contains(board.FindAll(".city-rates a"), a => a.GetAttribute("href") == "/recordings?from=2026-11-20&to=2026-11-21&bureau=CM" && a.TextContent == "9 / 10");
        Assert.Contains(board.FindAll("a"), a => a.GetAttribute("href") == "/findings?kind=breach&article=-" && a.TextContent == "系统规则");
        Assert.Contains(board.FindAll(".city-rates a"), a => a.GetAttribute("href") == "/cases?archiving=1&state=all&bureau=TA" && a.TextContent == "1 / 2");
        Assert.Contains(board.FindAll(".city-rates tfoot a"), a => a.GetAttribute("href") == "/cases?overdue=1&state=all" && a.TextContent == "2");
    }

    [Fact]
    public void Every_point_of_the_trend_leads_to_the_list_of_its_day()
    {
        var board = Board(chosen: null);
        string[] links =
        [
            "/cases?state=all&from=2026-11-20&to=2026-11-20", "/cases?state=all&from=2026-11-21&to=2026-11-21",
            "/findings?view=all&kind=term&from=2026-11-20&to=2026-11-20", "/cases?state=all&endedFrom=2026-11-21&endedTo=2026-11-21",
        ];

        Assert.Equal(links, board.FindAll(".city-trend .chart-plot a").Select(a => a.GetAttribute("href")));
        Assert.All(board.FindAll(".city-trend .chart-plot a"), a => Assert.Equal("-1", a.GetAttribute("tabindex")));
        Assert.Equal(links.Order(StringComparer.Ordinal), board.FindAll(".city-trend .chart-figures a").Select(a => a.GetAttribute("href")!).Order(StringComparer.Ordinal));
        Assert.Contains(board.FindAll(".city-trend .chart-figures a"), a => a.GetAttribute("aria-label") == "2026年11月20日 逾期：2" && a.TextContent == "2");
        Assert.Contains("/cases?state=all&from=2026-11-21&to=2026-11-21&bureau=CM", Board("CM").FindAll(".city-trend .chart-plot a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public void Narrowed_to_a_bureau_the_lists_are_narrowed_too()
    {
        var board = Board("CM");

        Assert.Equal("2", Card(board, "已逾期", "/cases?overdue=1&state=all&bureau=CM"));
        Assert.Contains("district-chosen", board.FindAll("a.district").Single(d => d.GetAttribute("aria-label")!.Contains("中心区", StringComparison.Ordinal)).ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rate_stands_with_its_numerator_and_denominator_and_nothing_to_measure_is_no_zero()
    {
        var rows = Board(chosen: null).FindAll(".city-rates tbody tr");

        Assert.Contains("94.4%", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("34 / 36", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("无", rows[1].QuerySelector("[data-label=按期移交率]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_district_is_coloured_by_its_share_of_overdue_cases_and_says_so_in_words()
    {
        var board = Board(chosen: null);
        var districts = board.FindAll("a.district").ToDictionary(d => d.GetAttribute("aria-label")!.Split(' ')[0], StringComparer.Ordinal);

        Assert.Contains("tone-bad", districts["中心区"].ClassName, StringComparison.Ordinal);
        Assert.Contains("逾期 2", districts["中心区"].GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Contains("tone-ok", districts["岱岳区"].ClassName, StringComparison.Ordinal);
        Assert.DoesNotContain("高昌区", districts.Keys);
        Assert.Equal(5 - districts.Count, board.FindAll("polygon.district-plain").Count);
    }

    [Fact]
    public void Who_does_not_see_the_fleet_sees_no_figures_of_it()
    {
        var board = Render<CityBoard>(p => p.Add(b => b.Data, new CityData(Figures, Bureaus, null, null)).Add(b => b.Page, "/city"));

        Assert.DoesNotContain("记录仪", board.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<CityBoard> Board(string? chosen) =>
        Render<CityBoard>(p => p.Add(b => b.Data, new CityData(Figures, Bureaus, Fleet, chosen)).Add(b => b.Page, "/city"));

    private static string Card(IRenderedComponent<CityBoard> board, string name, string url)
    {
        var card = board.FindAll("a.card-count").Single(c => c.QuerySelector("span")!.TextContent == name);
        Assert.Equal(url, card.GetAttribute("href"));
        return card.QuerySelector("strong")!.TextContent;
    }
}
