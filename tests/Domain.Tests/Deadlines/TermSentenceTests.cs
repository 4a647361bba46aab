using Enforcement.Domain.Deadlines;
using static Enforcement.Domain.Tests.Deadlines.TestCalendar;

namespace Enforcement.Domain.Tests.Deadlines;

public sealed class TermSentenceTests
{
    private static TermFacts Facts(Term term, string article, DateTimeOffset? due, bool provisional = false) => new()
    {
        Term = term,
        Article = article,
        Started = At("2026-09-03 14:20"),
        Due = new DueInstant(due, provisional, null),
    };

    [Fact]
    public void Hours_name_start_length_article_and_end()
    {
        var words = TermSentence.Explain(Facts(Term.Hours(24), "FS-31", At("2026-09-04 14:20")));
        Assert.Equal("自2026年9月3日14时20分起24小时（FS-31），至2026年9月4日14时20分", words.Zh);
        Assert.Equal("24 h from 2026-09-03 14:20 (FS-31), until 2026-09-04 14:20", words.En);
    }

    [Fact]
    public void Days_end_at_24_00_of_the_last_day()
    {
        var words = TermSentence.Explain(Facts(Term.Days(30), "CM-31", At("2026-10-04 00:00")));
        Assert.Equal("自2026年9月3日14时20分起30日，当日不计（CM-31），至2026年10月3日24时", words.Zh);
        Assert.Equal("30 days from 2026-09-03 14:20, that day not counted (CM-31), until 2026-10-03 24:00", words.En);
    }

    [Fact]
    public void Instants_of_another_offset_are_shown_at_plus_eight()
    {
        var facts = Facts(Term.Hours(24), "FS-31", At("2026-09-04 14:20").ToUniversalTime()) with { Started = At("2026-09-03 14:20").ToUniversalTime() };
        Assert.Equal("24 h from 2026-09-03 14:20 (FS-31), until 2026-09-04 14:20", TermSentence.Explain(facts).En);
    }

    [Fact]
    public void A_provisional_term_says_so_and_why()
    {
        var words = TermSentence.Explain(Facts(Term.WorkingDays(2), "CZ-29", At("2027-01-02 00:00"), provisional: true));
        Assert.EndsWith("至2027年1月1日24时（暂定：所涉年份的放假安排尚未公布，公布后重新计算）", words.Zh, StringComparison.Ordinal);
        Assert.StartsWith("2 working days from", words.En, StringComparison.Ordinal);
        Assert.Contains("provisional", words.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Promptly_is_shown_without_a_number()
    {
        var words = TermSentence.Explain(Facts(Term.Promptly, "CM-09", null));
        Assert.Equal("自2026年9月3日14时20分起应当及时办理（CM-09），条文未规定具体期限", words.Zh);
        Assert.Equal("Promptly from 2026-09-03 14:20 (CM-09); the text gives no number", words.En);
    }

    [Fact]
    public void A_date_given_in_a_document_is_named_as_such()
    {
        var words = TermSentence.Explain(Facts(Term.GivenDate, "CZ-09", At("2026-10-01 00:00")));
        Assert.Equal("以文书载明的日期为准（CZ-09），至2026年9月30日24时", words.Zh);
        Assert.Equal("The date given in the document (CZ-09), until 2026-09-30 24:00", words.En);
    }

    [Fact]
    public void Closed_suspensions_are_listed()
    {
        var facts = Facts(Term.Hours(24), "FS-31", At("2026-09-04 15:50")) with
        {
            Excluded = [new Interval(At("2026-09-03 20:00"), At("2026-09-03 21:30"))],
        };
        var words = TermSentence.Explain(facts);
        Assert.Contains("，中止期间不计入：2026年9月3日20时00分至2026年9月3日21时30分，至", words.Zh, StringComparison.Ordinal);
        Assert.Contains(", without the suspension 2026-09-03 20:00 to 2026-09-03 21:30, until", words.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_suspended_term_shows_no_end()
    {
        var facts = Facts(Term.Days(30), "行政强制法-25", At("2026-10-04 00:00")) with
        {
            SuspendedSince = At("2026-09-10 09:05"),
            SuspensionCause = new Words("检测", "testing"),
        };
        var words = TermSentence.Explain(facts);
        Assert.EndsWith("，自2026年9月10日9时05分起中止（检测），恢复后重新计算届满时间", words.Zh, StringComparison.Ordinal);
        Assert.EndsWith(", suspended since 2026-09-10 09:05 (testing); the end is counted anew when it resumes", words.En, StringComparison.Ordinal);
        Assert.DoesNotContain("10月3日", words.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void An_override_names_the_term_it_replaces()
    {
        var facts = Facts(Term.Days(90), "行政处罚法-60", At("2026-12-03 00:00")) with { Overrides = new TermOverride(Term.Days(30), "CM-31") };
        var words = TermSentence.Explain(facts);
        Assert.Contains("90日，当日不计（行政处罚法-60），从其规定，代替30日（CM-31），至2026年12月2日24时", words.Zh, StringComparison.Ordinal);
        Assert.Contains("(行政处罚法-60), which overrides 30 days (CM-31), until", words.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_moved_end_and_an_advisory_target_are_marked()
    {
        var words = TermSentence.Explain(Facts(Term.Days(1), "GC-30", null) with { Due = new DueInstant(At("2026-09-08 00:00"), false, null, Day("2026-09-05")), Advisory = true });
        Assert.EndsWith("至2026年9月7日24时（末日2026年9月5日为休息日，参照民事诉讼法-85顺延至下一工作日）（提示性目标，本规定未作要求）", words.Zh, StringComparison.Ordinal);
        Assert.EndsWith("until 2026-09-07 24:00 (the last day, 2026-09-05, was a rest day: moved to the next working day by analogy with 民事诉讼法-85) (advisory target, not in this rule)", words.En, StringComparison.Ordinal);
        Assert.StartsWith("1 day from", words.En, StringComparison.Ordinal);
    }
}
