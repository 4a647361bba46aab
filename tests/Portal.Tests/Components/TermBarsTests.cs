using System.Collections.Immutable;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Portal.Components.Clocks;

namespace Enforcement.Portal.Tests.Components;

public sealed class TermBarsTests : PortalTest
{
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 0, 0, 0, TimeSpan.FromHours(8));

    private static DateTimeOffset Day(double days) => Start.AddDays(days);

    [Fact]
    public void A_running_term_reaches_from_its_start_to_its_end_and_now_stands_between()
    {
        var bars = TermBars.Of([Clock("running", 0, 10)], Day(4));

        var bar = Assert.Single(bars.Bars);
        Assert.Equal(new BarSpan(0, 100), bar.Term);
        Assert.Equal(40, bars.Now!.Value, 3);
        Assert.False(bar.Open);
        Assert.Null(bar.Over);
        Assert.Null(bar.Met);
        Assert.Empty(bar.Pauses);
    }

    [Fact]
    public void Terms_share_one_axis_from_the_first_start_to_the_last_end()
    {
        var bars = TermBars.Of([Clock("running", 5, 10), Clock("running", 0, 20)], Day(6));

        Assert.Equal(new BarSpan(25, 25), bars.Bars[0].Term);
        Assert.Equal(new BarSpan(0, 100), bars.Bars[1].Term);
        Assert.All(bars.Marks, mark => Assert.InRange(mark.At, 0, 100));
        Assert.NotEmpty(bars.Marks);
    }

    [Theory]
    [InlineData("missed")]
    [InlineData("running")]
    public void What_is_over_and_not_met_is_over_until_now(string phase)
    {
        var bars = TermBars.Of([Clock(phase, 0, 6)], Day(10));

        var over = Assert.Single(bars.Bars).Over!.Value;
        Assert.Equal((60, 40), (Math.Round(over.Start, 3), Math.Round(over.Width, 3)));
        Assert.Equal(100, bars.Now!.Value, 3);
    }

    [Fact]
    public void What_was_met_late_is_over_until_it_was_met()
    {
        var bars = TermBars.Of([Clock("met-late", 0, 5) with { StoppedAt = Day(10) }], Day(40));

        var bar = Assert.Single(bars.Bars);
        Assert.Equal((50, 50), (Math.Round(bar.Over!.Value.Start, 3), Math.Round(bar.Over.Value.Width, 3)));
        Assert.Equal(100, bar.Met!.Value, 3);
        Assert.Null(bars.Now);
    }

    [Fact]
    public void What_was_met_in_time_is_marked_and_not_over()
    {
        var bars = TermBars.Of([Clock("met", 0, 10) with { StoppedAt = Day(2) }], Day(5));

        var bar = Assert.Single(bars.Bars);
        Assert.Equal(20, bar.Met!.Value, 3);
        Assert.Null(bar.Over);
    }

    [Fact]
    public void A_suspension_that_lasts_reaches_to_now_and_the_term_is_not_over()
    {
        var clock = Clock("suspended", 0, 5) with { Pauses = [new ClockPause(Day(1), Day(2)), new ClockPause(Day(4), null)] };

        var bar = Assert.Single(TermBars.Of([clock], Day(10)).Bars);

        Assert.Equal([(10d, 10d), (40d, 60d)], bar.Pauses.Select(pause => (Math.Round(pause.Start, 3), Math.Round(pause.Width, 3))));
        Assert.Null(bar.Over);
    }

    [Fact]
    public void A_term_without_a_number_has_no_end_of_its_own()
    {
        var bar = Assert.Single(TermBars.Of([Clock("running", 0, null) with { Unit = "promptly" }], Day(3)).Bars);

        Assert.True(bar.Open);
        Assert.Equal(100, bar.Term.Width, 3);
        Assert.Null(bar.Over);
    }

    [Fact]
    public void Nothing_and_a_term_that_has_only_begun_are_drawn_without_a_fault()
    {
        Assert.Empty(TermBars.Of([], Day(1)).Bars);

        var bar = Assert.Single(TermBars.Of([Clock("waiting", 0, null)], Start).Bars);
        Assert.InRange(bar.Term.Width, 0, 100);
    }

    [Fact]
    public void The_most_urgent_is_the_open_one_that_ends_first_and_advice_comes_last()
    {
        var advice = Clock("running", 0, 1) with { Advisory = true, Clock = "advice" };
        var near = Clock("running", 0, 3) with { Clock = "near" };

        Assert.Equal("near", TermBars.MostUrgent([advice, Clock("running", 0, 9), near, Clock("met", 0, 1), Clock("suspended", 0, 2)])!.Clock);
        Assert.Equal("advice", TermBars.MostUrgent([advice])!.Clock);
        Assert.Null(TermBars.MostUrgent([Clock("met", 0, 1), Clock("running", 0, null)]));
    }

    [Fact]
    public void A_provisional_term_is_drawn_as_one_and_says_why_in_words()
    {
        var chart = Render<TermChart>(p => p.Add(c => c.Clocks, [Clock("running", 0, 10) with { Provisional = true }]).Add(c => c.Now, Day(4)));

        Assert.Single(chart.FindAll(".term-bar.term-provisional"));
        Assert.Contains("暂定", chart.Find(".term-head").TextContent, StringComparison.Ordinal);
        Assert.Contains("自11月1日起10日（CM-31）", chart.Find(".clock-sentence").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(chart.FindAll(".article-cite"));
    }

    [Fact]
    public void A_missed_term_shows_what_lies_beyond_its_end_and_a_pause_is_told_in_words()
    {
        var clock = Clock("missed", 0, 5) with { Pauses = [new ClockPause(Day(1), Day(2))], MissedDetectedAt = Day(6) };

        var chart = Render<TermChart>(p => p.Add(c => c.Clocks, [clock]).Add(c => c.Now, Day(10)));

        Assert.Equal("left: 50%; width: 50%", chart.Find(".term-over").GetAttribute("style"));
        Assert.Equal("left: 100%", chart.Find(".term-now").GetAttribute("style"));
        Assert.Contains("中止：2026年11月2日 00:00 至 2026年11月3日 00:00", chart.Markup, StringComparison.Ordinal);
        Assert.Contains("系统于 2026年11月7日 00:00 发现逾期", chart.Markup, StringComparison.Ordinal);
    }

    private static ClockView Clock(string phase, double start, double? due) => new(
        $"c-{phase}-{start}-{due}", "decide", new Wording("办理期限", "Time to decide"), "CM-31", new Wording("自11月1日起10日（CM-31）", "10 days (CM-31)"),
        phase, Day(start), due is { } end ? Day(end) : null, "days", Provisional: false, Advisory: false, Near: 0, StoppedAt: null, MissedDetectedAt: null, SubjectId: null, Overridable: null);
}
