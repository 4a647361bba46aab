using Enforcement.Domain.Deadlines;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Portal.Components.Clocks;

namespace Enforcement.Portal.Tests.Components;

public sealed class ClockTests : PortalTest
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 14, 20, 0, TimeSpan.FromHours(8));

    [Fact]
    public void The_sentence_is_Chinese_for_a_Chinese_reader()
    {
        var sentence = Render<ClockSentence>(p => p.Add(c => c.Clock, Clock("running", Now.AddHours(3))));

        Assert.Contains("自2026年11月21日9时30分起24小时", sentence.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("24 h from", sentence.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sentence_is_English_for_an_English_reader()
    {
        Speak("en");

        var sentence = Render<ClockSentence>(p => p.Add(c => c.Clock, Clock("running", Now.AddHours(3))));

        Assert.Contains("24 h from 2026-11-21 09:30", sentence.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("起24小时", sentence.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-CN", "至2025年10月9日24时（末日2025年10月4日为休息日，参照民事诉讼法-85顺延至下一工作日）")]
    [InlineData("en", "until 2025-10-09 24:00 (the last day, 2025-10-04, was a rest day: moved to the next working day by analogy with 民事诉讼法-85)")]
    public void An_end_that_was_moved_to_a_working_day_says_so_and_by_which_article(string language, string words)
    {
        Speak(language);
        DateTimeOffset started = new(2025, 9, 4, 9, 0, 0, TimeSpan.FromHours(8));
        var due = Terms.Due(Term.Days(30), started, null, WorkCalendar.Embedded, rollToWorkingDay: true, []);
        var state = ClockBook.Empty.Evolve(new ClockEvent.Began("k", "archive", new("归档", "Archive"), "CM-31", null, "a1", started, Term.Days(30), null, Roll: true, due, Advisory: false, [])).Clocks["k"];
        var (zh, en) = (state.Sentence().Zh, state.Sentence().En);

        var sentence = Render<ClockSentence>(p => p.Add(c => c.Clock, Clock("running", due.At) with { Sentence = new Wording(zh, en) }));

        Assert.Contains(words, sentence.Find(".clock-sentence span").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missed_term_keeps_the_mark_of_when_it_was_found()
    {
        var sentence = Render<ClockSentence>(p => p.Add(c => c.Clock, Clock("met-late", Now.AddHours(-3)) with { MissedDetectedAt = Now }));

        Assert.Equal("系统于 2026年11月21日 14:20 发现逾期", sentence.Find(".mark-bad").TextContent);
    }

    [Fact]
    public void The_article_is_read_only_on_demand()
    {
        var sentence = Render<ClockSentence>(p => p.Add(c => c.Clock, Clock("running", Now.AddHours(3))));
        Assert.Empty(sentence.FindAll(".article-text"));

        sentence.Find(".article-cite").Click();

        Assert.Contains("24小时内补报", sentence.Find(".article-text").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, "还有 3小时", "tag-info")]
    [InlineData(-27, "已超过 1天3小时", "tag-bad")]
    public void A_running_term_says_how_much_is_left(int hours, string words, string tone)
    {
        var badge = Render<ClockBadge>(p => p.Add(c => c.Clock, Clock("running", Now.AddHours(hours))).Add(c => c.Now, Now));

        Assert.Equal(words, badge.Find("app-countdown").TextContent);
        Assert.Contains(tone, badge.Find(".app-tag").ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public void A_term_without_a_number_shows_no_countdown()
    {
        var badge = Render<ClockBadge>(p => p.Add(c => c.Clock, Clock("running", due: null) with { Unit = "promptly" }).Add(c => c.Now, Now));

        Assert.Empty(badge.FindAll("app-countdown"));
        Assert.Contains("及时", badge.Markup, StringComparison.Ordinal);
    }

    private static ClockView Clock(string phase, DateTimeOffset? due) => new(
        "c1", "start-report", new Wording("补办启动审批", "Late start approval"), "CM-08",
        new Wording("自2026年11月21日9时30分起24小时（CM-08），至2026年11月22日9时30分", "24 h from 2026-11-21 09:30 (CM-08), until 2026-11-22 09:30"),
        phase, Now.AddHours(-5), due, "hours", Provisional: false, Advisory: false, Near: 0, StoppedAt: null, MissedDetectedAt: null, SubjectId: null, Overridable: null);
}
