using System.Text.RegularExpressions;
using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Ledger;
using static Enforcement.Domain.Tests.Deadlines.TestCalendar;

namespace Enforcement.Domain.Tests.Deadlines;

/// <summary>The sentence of a term for every unit and every phase, in both languages.</summary>
public sealed partial class ClockSentenceTests
{
    private static readonly DateTimeOffset Start = At("2026-09-03 14:20");

    public static TheoryData<TermUnit, ClockPhase> All
    {
        get
        {
            TheoryData<TermUnit, ClockPhase> all = [];
            foreach (var unit in Enum.GetValues<TermUnit>())
            {
                foreach (var phase in Enum.GetValues<ClockPhase>())
                {
                    all.Add(unit, phase);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Each_language_says_how_it_is_counted_by_which_article_and_when_it_ends_if_that_is_known(TermUnit unit, ClockPhase phase)
    {
        var clock = Clock(unit, phase);
        Assert.Equal(phase, clock.Phase);

        var words = clock.Sentence();

        Assert.Equal(Chinese(unit, phase), words.Zh);
        Assert.Equal(English(unit, phase), words.En);
        Assert.DoesNotMatch(Han(), words.En);
        Assert.DoesNotMatch(Latin(), words.Zh.Replace("CM-31", "", StringComparison.Ordinal));
    }

    [Fact]
    public void An_end_that_was_moved_off_a_holiday_is_explained_from_the_ledger_alone()
    {
        var began = Began(Term.Days(30), "2025-09-04 09:00");
        var read = EventSerializer.Parse<ClockEvent.Began>(EventSerializer.Canonical(began));

        var words = ClockBook.Empty.Evolve(read).Clocks["k"].Sentence();

        Assert.Equal("自2025年9月4日9时00分起30日，当日不计（CM-31），至2025年10月9日24时（末日2025年10月4日为休息日，参照民事诉讼法-85顺延至下一工作日）", words.Zh);
        Assert.Equal("30 days from 2025-09-04 09:00, that day not counted (CM-31), until 2025-10-09 24:00 (the last day, 2025-10-04, was a rest day: moved to the next working day by analogy with 民事诉讼法-85)", words.En);
    }

    [Fact]
    public void An_end_that_did_not_have_to_move_says_nothing_of_it()
    {
        Assert.DoesNotContain("顺延", ClockBook.Empty.Evolve(Began(Term.Days(1), "2025-09-04 09:00")).Clocks["k"].Sentence().Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void After_an_extension_the_sentence_speaks_of_the_new_last_day()
    {
        var book = ClockBook.Empty.Evolve(Began(Term.Days(30), "2025-09-04 09:00")); // moved from 4 to 9 October
        var working = ClockCounting.Extend(book.Clocks["k"].Due, Term.Days(1), Workdays, roll: true, []); // Friday 10 October
        var resting = ClockCounting.Extend(book.Clocks["k"].Due, Term.Days(3), Workdays, roll: true, []); // Sunday 12 October

        Assert.DoesNotContain("顺延", book.Evolve(new ClockEvent.Extended("k", Term.Days(1), working, "CM-31", "a2")).Clocks["k"].Sentence().Zh, StringComparison.Ordinal);
        Assert.EndsWith("至2025年10月13日24时（末日2025年10月12日为休息日，参照民事诉讼法-85顺延至下一工作日）", book.Evolve(new ClockEvent.Extended("k", Term.Days(3), resting, "CM-31", "a2")).Clocks["k"].Sentence().Zh, StringComparison.Ordinal);
    }

    private static ClockEvent.Began Began(Term term, string started) =>
        new("k", "r", new Words("办理", "decide"), "CM-31", null, "a1", At(started), term, null, Roll: true, Terms.Due(term, At(started), null, Workdays, true, []), Advisory: false, []);

    private static ClockState Clock(TermUnit unit, ClockPhase phase)
    {
        var (term, due) = unit switch
        {
            TermUnit.Hours => (Term.Hours(24), At("2026-09-04 14:20")),
            TermUnit.Days => (Term.Days(30), At("2026-10-04 00:00")),
            TermUnit.WorkingDays => (Term.WorkingDays(2), At("2026-09-08 00:00")),
            TermUnit.Date => (Term.GivenDate, At("2026-10-01 00:00")),
            _ => (Term.Promptly, (DateTimeOffset?)null),
        };
        var clock = new ClockState
        {
            Clock = "k",
            Rule = "r",
            Name = new Words("办理", "decide"),
            Article = "CM-31",
            By = "a1",
            Started = Start,
            Term = term,
            Due = new DueInstant(phase == ClockPhase.Waiting ? null : due, Provisional: false, null),
        };
        return phase switch
        {
            ClockPhase.Running => clock,
            ClockPhase.Suspended => clock with { Suspension = new ClockEvent.Suspended("k", At("2026-09-04 09:05"), new Words("检测", "testing"), "CM-32", "a2") },
            ClockPhase.Waiting => clock with { AwaitsReturn = true },
            ClockPhase.Met => clock with { Stop = new ClockEvent.Stopped("k", At("2026-09-04 10:00"), Late: false, "a2") },
            ClockPhase.MetLate => clock with { Stop = new ClockEvent.Stopped("k", At("2026-11-04 10:00"), Late: true, "a2") },
            ClockPhase.Missed => clock with { Miss = new ClockEvent.Missed("k", due ?? Start, At("2026-11-04 10:00"), 1) },
            ClockPhase.Cancelled => clock with { IsCancelled = true },
            _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "Unknown phase."),
        };
    }

    private static string Chinese(TermUnit unit, ClockPhase phase)
    {
        if (phase == ClockPhase.Waiting)
        {
            return "自返回单位时起" + unit switch { TermUnit.Hours => "24小时", TermUnit.Days => "30日", TermUnit.WorkingDays => "2个工作日", TermUnit.Date => "文书载明的日期", _ => "及时" } + "（CM-31），尚未登记返回";
        }

        var (counted, end) = unit switch
        {
            TermUnit.Hours => ("自2026年9月3日14时20分起24小时（CM-31）", "，至2026年9月4日14时20分"),
            TermUnit.Days => ("自2026年9月3日14时20分起30日，当日不计（CM-31）", "，至2026年10月3日24时"),
            TermUnit.WorkingDays => ("自2026年9月3日14时20分起2个工作日，当日不计（CM-31）", "，至2026年9月7日24时"),
            TermUnit.Date => ("以文书载明的日期为准（CM-31）", "，至2026年9月30日24时"),
            _ => ("自2026年9月3日14时20分起应当及时办理（CM-31），条文未规定具体期限", ""),
        };
        return counted + (phase == ClockPhase.Suspended ? "，自2026年9月4日9时05分起中止（检测），恢复后重新计算届满时间" : end);
    }

    private static string English(TermUnit unit, ClockPhase phase)
    {
        if (phase == ClockPhase.Waiting)
        {
            return unit switch { TermUnit.Hours => "24 h", TermUnit.Days => "30 days", TermUnit.WorkingDays => "2 working days", TermUnit.Date => "the date given in the document", _ => "promptly" }
                + " from the return to the unit (CM-31); the return is not recorded yet";
        }

        var (counted, end) = unit switch
        {
            TermUnit.Hours => ("24 h from 2026-09-03 14:20 (CM-31)", ", until 2026-09-04 14:20"),
            TermUnit.Days => ("30 days from 2026-09-03 14:20, that day not counted (CM-31)", ", until 2026-10-03 24:00"),
            TermUnit.WorkingDays => ("2 working days from 2026-09-03 14:20, that day not counted (CM-31)", ", until 2026-09-07 24:00"),
            TermUnit.Date => ("The date given in the document (CM-31)", ", until 2026-09-30 24:00"),
            _ => ("Promptly from 2026-09-03 14:20 (CM-31); the text gives no number", ""),
        };
        return counted + (phase == ClockPhase.Suspended ? ", suspended since 2026-09-04 09:05 (testing); the end is counted anew when it resumes" : end);
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();

    [GeneratedRegex("[A-Za-z]")]
    private static partial Regex Latin();
}
