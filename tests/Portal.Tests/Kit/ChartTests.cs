using System.Collections.Immutable;
using Enforcement.Portal.Components.Charts;
using Enforcement.Portal.Tests.Components;

namespace Enforcement.Portal.Tests.Kit;

public sealed class ChartTests : PortalTest
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 8, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void A_line_chart_gives_its_figures_in_a_table()
    {
        var chart = Render<LineChart>(p => p.Add(c => c.Title, "电量").Add(c => c.Unit, "%").Add(c => c.Series, [Series("电量", 100, 80, 40)]));

        Assert.Equal("电量（%）", chart.Find("figcaption").TextContent);
        Assert.Equal(chart.Find("figcaption").Id, chart.Find("figure").GetAttribute("aria-labelledby"));
        Assert.Equal(["100", "80", "40"], chart.FindAll(".chart-figures tbody td").Select(cell => cell.TextContent));
        Assert.Equal("2026年11月20日 10:00", chart.FindAll(".chart-figures tbody th")[2].TextContent);
    }

    [Fact]
    public void A_value_that_is_not_known_breaks_the_line_and_is_a_dash_in_the_table()
    {
        var chart = Render<LineChart>(p => p.Add(c => c.Title, "电量").Add(c => c.Series, [Series("电量", 50, null, 100, 0)]));

        Assert.Equal("M0 50h.01M66.67 0L100 100", chart.Find(".chart-line").GetAttribute("d"));
        Assert.Equal("—", chart.FindAll(".chart-figures tbody td")[1].TextContent);
    }

    [Fact]
    public void A_chart_without_values_says_so_and_draws_nothing()
    {
        var chart = Render<LineChart>(p => p.Add(c => c.Title, "电量").Add(c => c.Series, [Series("电量", null, null)]).Add(c => c.Empty, "当日未收到数据"));

        Assert.Equal("当日未收到数据", chart.Find(".chart-empty").TextContent);
        Assert.Empty(chart.FindAll("svg"));
    }

    [Fact]
    public void A_threshold_and_each_series_stand_in_the_legend()
    {
        var chart = Render<LineChart>(p => p
            .Add(c => c.Title, "t").Add(c => c.Series, [Series("甲", 1, 2), Series("乙", 2, 3)]).Add(c => c.Threshold, new ChartThreshold(10, "上限")));

        Assert.Equal(["甲", "乙", "上限"], chart.FindAll(".chart-legend li").Select(item => item.TextContent));
        Assert.Contains("10", chart.FindAll(".chart-y").Select(mark => mark.TextContent));
    }

    [Fact]
    public void Times_stand_where_they_are_whatever_the_offset_of_the_ends()
    {
        var from = Start.ToUniversalTime(); // 08:00 in China
        ChartSeries series = new("t", [new(from, 1), new(from.AddHours(12), 2)]);

        var chart = Render<LineChart>(p => p.Add(c => c.Title, "t").Add(c => c.Series, [series]).Add(c => c.From, from).Add(c => c.To, from.AddDays(1)));

        Assert.Equal(
            ["08:00 left:0%", "12:00 left:16.67%", "16:00 left:33.33%", "20:00 left:50%", "00:00 left:66.67%", "04:00 left:83.33%", "08:00 left:100%"],
            chart.FindAll(".chart-x").Select(mark => $"{mark.TextContent} {mark.GetAttribute("style")}"));
        Assert.EndsWith("L50 0", chart.Find(".chart-line").GetAttribute("d"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_second_time_of_a_day_gives_way_on_a_narrow_place_and_the_first_stays()
    {
        var chart = Render<LineChart>(p => p.Add(c => c.Title, "t").Add(c => c.Series, [Series("t", 1, 2)]).Add(c => c.From, Start).Add(c => c.To, Start.AddDays(1)));

        Assert.Equal(["08:00", "12:00", "16:00", "20:00", "00:00", "04:00", "08:00"], chart.FindAll(".chart-x").Select(mark => mark.TextContent));
        Assert.Equal(["12:00", "20:00", "04:00"], chart.FindAll(".chart-x-spare").Select(mark => mark.TextContent));
    }

    [Fact]
    public void A_long_series_is_thinned_in_the_table_and_keeps_both_ends()
    {
        var points = Enumerable.Range(0, 1440).Select(minute => new ChartPoint(Start.AddMinutes(minute), minute)).ToImmutableArray();

        var chart = Render<LineChart>(p => p.Add(c => c.Title, "t").Add(c => c.Series, [new ChartSeries("t", points)]));

        var cells = chart.FindAll(".chart-figures tbody td");
        Assert.Equal(60, cells.Count);
        Assert.Equal(("0", "1,439"), (cells[0].TextContent, cells[^1].TextContent));
        Assert.Empty(chart.FindAll(".chart-slot"));
    }

    [Fact]
    public void Script_text_in_a_name_stays_text()
    {
        var chart = Render<LineChart>(p => p.Add(c => c.Title, "<script>alert(1)</script>").Add(c => c.Series, [Series("<b>𠮷</b>", 1, 2)]));

        Assert.Empty(chart.FindAll("script, b"));
        Assert.Contains("<b>𠮷</b>", chart.Find(".chart-figures th:last-child").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bar_is_a_row_of_a_table_with_a_link_and_its_figures()
    {
        var chart = Render<BarChart>(p => p
            .Add(c => c.Title, "各机关案件")
            .Add(c => c.Segments, [new BarSegment("按期", "ok"), new BarSegment("逾期", "bad")])
            .Add(c => c.Rows, [new BarRow("城市管理局", [30, 10], "/cases?bureau=CM"), new BarRow("文化和旅游局", [20, 0])]));

        Assert.Equal("各机关案件", chart.Find("caption").TextContent);
        Assert.Equal("/cases?bureau=CM", chart.Find("tbody th a").GetAttribute("href"));
        Assert.Equal("按期 30、逾期 10", chart.Find("tbody td .visually-hidden").TextContent);
        Assert.Equal(["40", "20"], chart.FindAll("tbody td.number").Select(cell => cell.TextContent));
        Assert.Equal([("0", "75"), ("75", "25"), ("0", "50")], chart.FindAll("rect[y]").Select(bar => (bar.GetAttribute("x")!, bar.GetAttribute("width")!)));
    }

    [Fact]
    public void Bars_without_rows_say_what_the_page_says()
    {
        var chart = Render<BarChart>(p => p.Add(c => c.Title, "t").Add(c => c.Segments, [new BarSegment("n")]).Add(c => c.Rows, []).Add(c => c.Empty, "没有案件"));

        Assert.Equal("没有案件", chart.Find(".chart-empty").TextContent);
    }

    [Fact]
    public void A_sparkline_says_its_least_greatest_and_latest_value_in_both_languages()
    {
        Assert.Equal("趋势：最低 1件，最高 9件，最近 4件", Label());
        Speak("en");
        Assert.Equal("趋势: lowest 1件, highest 9件, latest 4件", Label());

        string? Label() => Render<Sparkline>(p => p.Add(c => c.Title, "趋势").Add(c => c.Values, [1, 9, 4]).Add(c => c.Unit, "件")).Find("svg").GetAttribute("aria-label");
    }

    [Theory]
    [InlineData(25, "25", "25%，满值 100%")]
    [InlineData(140, "100", "140%，满值 100%")]
    [InlineData(-3, "0", "-3%，满值 100%")]
    public void A_meter_never_leaves_its_frame_and_says_the_true_value(double value, string now, string text)
    {
        var meter = Render<Meter>(p => p.Add(c => c.Name, "电量").Add(c => c.Value, value).Add(c => c.Unit, "%")).Find("[role=meter]");

        Assert.Equal((now, text, "电量"), (meter.GetAttribute("aria-valuenow")!, meter.GetAttribute("aria-valuetext")!, meter.GetAttribute("aria-label")!));
    }

    private static ChartSeries Series(string name, params double?[] values) => new(name, [.. values.Select((value, hour) => new ChartPoint(Start.AddHours(hour), value))]);
}
