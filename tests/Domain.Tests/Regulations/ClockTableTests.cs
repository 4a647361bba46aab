using System.Collections.Immutable;
using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Regulations;
using static Enforcement.Domain.Regulations.ClockSubject;

namespace Enforcement.Domain.Tests.Regulations;

/// <summary>The terms of CM, FS and GC, typed here a second time: what starts them, what stops them, how long they are.</summary>
public sealed class ClockTableTests
{
    private const string Served = "service-direct:served=decision service-post:served=decision service-leave:served=decision service-entrusted:served=decision service-notice:served=decision";
    private const string Approval = "measure-approval:outcome=approved measure-approval:outcome=refused measure-lifted";
    private static readonly Term Date = Term.GivenDate;

    private static readonly ClockCell[] Own =
    [
        new("cm", "late-report", "CM-08", Case, Term.Hours(24), "urgent-start", "start-report", Reopen: "start-approval:outcome=returned"),
        new("fs", "late-report", "FS-07", Case, Term.Hours(24), "urgent-start", "start-report", Reopen: "start-approval:outcome=returned"),
        new("gc", "late-report", "GC-06", Case, Term.Hours(24), "urgent-start", "start-report", Reopen: "start-approval:outcome=returned"),
        new("cm", "start-promptly", "CM-09", Case, Term.Promptly, "complaint", "urgent-start start-report complaint-not-started"),
        new("fs", "start-promptly", "FS-08", Case, Term.Promptly, "complaint", "urgent-start start-report complaint-not-started"),
        new("gc", "start-promptly", "GC-07", Case, Term.Promptly, "complaint", "urgent-start start-report complaint-not-started"),
        new("cm", "hand-in", "CM-31", Recording, Term.Hours(24), "RecordingEnded", "RecordingStored"),
        new("fs", "hand-in", "FS-31", Recording, Term.Hours(24), "RecordingEnded", "RecordingStored"),
        new("cm", "act-hand-in", "CM-31", Act, Term.Hours(24), "AvDue", "AvStored"),
        new("fs", "act-hand-in", "FS-31", Act, Term.Hours(24), "AvDue", "AvStored"),
        new("cm", "rectification-check", "CM-28", Act, Date, "rectification-order", "rectification-check", DateField: "dueDate"),
        new("fs", "rectification-check", "FS-27", Act, Date, "rectification-order", "rectification-check", DateField: "dueDate"),
        new("gc", "rectification-check", "GC-26", Act, Date, "rectification-order", "rectification-check", DateField: "dueDate"),
        new("cm", "archive", "CM-31", Case, Term.Days(30), "end-of-act", "archive", Override: "CM-31"),
        new("fs", "archive", "FS-31", Case, Term.Days(60), "end-of-act", "archive", Override: "FS-31"),
        new("gc", "archive", "GC-30", Case, Term.Days(30), "end-of-act", "archive", Override: "GC-30"),
        new("cm", "end-overdue", "CM-31", Case, Term.Days(15), "performance:status=full court-result", "end-of-act", Advisory: true),
        new("fs", "end-overdue", "FS-31", Case, Term.Days(15), "performance:status=full court-result", "end-of-act", Advisory: true),
        new("gc", "end-overdue", "GC-30", Case, Term.Days(15), "performance:status=full court-result", "end-of-act", Advisory: true),
    ];

    private static readonly ClockCell[] National =
    [
        .. ForEach("cm fs", "measure-late-approval", "行政强制法-19", Act, Term.Hours(24), "seal-seizure:urgent=true other-coercive-measure:urgent=true", Approval),
        .. ForEach("gc", "measure-late-approval", "行政强制法-19", Act, Term.Hours(24), "seal-seizure:urgent=true", Approval),
        .. ForEach("fs", "liberty-late-approval", "行政强制法-20", Act, Term.Promptly, "liberty-restriction:urgent=true", Approval),
        .. ForEach("cm fs gc", "measure-release", "行政强制法-19", Case, Term.Promptly, "measure-approval:outcome=refused", "measure-lifted"),
        .. ForEach("cm fs gc", "seal-seizure-term", "行政强制法-25", Act, Term.Days(30), "seal-seizure", "measure-lifted decision", "行政强制法-25"),
        .. ForEach("cm fs", "freeze-term", "行政强制法-32", Act, Term.Days(30), "freeze", "measure-lifted decision", "行政强制法-32"),
        .. ForEach("cm fs gc", "prior-registration", "行政处罚法-56", Act, Term.WorkingDays(7), "prior-registration", "prior-registration-disposal"),
        .. ForEach("cm fs gc", "penalty-decision", "行政处罚法-60", Case, Term.Days(90), "start-approval:outcome=approved urgent-start", "decision summary-decision end-of-act", "行政处罚法-60"),
        .. ForEach("cm fs gc", "penalty-service", "行政处罚法-61", Case, Term.WorkingDays(7), "decision", Served),
        .. ForEach("cm gc", "acceptance", "行政许可法-32", Case, Term.WorkingDays(5), "application", "application-outcome end-of-act"),
        .. ForEach("cm gc", "licence-decision", "行政许可法-42", Case, Term.WorkingDays(20), "application-outcome:outcome=accepted", "decision end-of-act", "行政许可法-42"),
        .. ForEach("cm gc", "certificate-delivery", "行政许可法-44", Case, Term.WorkingDays(10), "decision:outcome=given", Served),
    ];

    public static IEnumerable<object[]> Rows() => Own.Concat(National).Select(c => new object[] { c.Profile, c.Id });

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_term_is_as_long_and_starts_and_stops_as_its_article_says(string profile, string id)
    {
        var rule = ThreeProfiles.Of(profile).Clock(id)!;

        Assert.Equal(Own.Concat(National).Single(c => c.Profile == profile && c.Id == id), ClockCell.Of(profile, rule));
        Assert.False(rule.Roll, "the regulations are silent about rolling to the next working day");
    }

    [Theory]
    [InlineData("cm")]
    [InlineData("fs")]
    [InlineData("gc")]
    public void A_profile_has_no_other_term(string profile) =>
        Assert.Equal(
            Own.Concat(National).Where(c => c.Profile == profile).Select(c => c.Id).Order(),
            ThreeProfiles.Of(profile).Clocks.Select(c => c.Id).Order());

    [Fact]
    public void A_rule_that_is_missing_stays_missing_so_that_GC_has_no_term_for_handing_in()
    {
        var gc = ThreeProfiles.Of("gc");

        Assert.DoesNotContain(gc.Clocks, c => c.Subject is Recording || c.Start.Any(s => s.Fact is not null));
    }

    [Fact]
    public void Only_FS_lets_remote_or_continuous_work_hand_in_within_24_hours_of_the_return()
    {
        var remote = ThreeProfiles.Of("fs").Clock("hand-in")!.RemoteWork!;

        Assert.Equal(("FS-31", Term.Hours(24)), (remote.Article, remote.Term));
        Assert.Equal(["continuous", "away", "remote"], remote.Grounds.Select(g => g.Id));
        Assert.Null(ThreeProfiles.Of("cm").Clock("hand-in")!.RemoteWork);
    }

    [Theory]
    [InlineData("cm", "seal-seizure-term", "行政强制法-25", "appraisal-commission", "appraisal-result")]
    [InlineData("gc", "seal-seizure-term", "行政强制法-25", "appraisal-commission", "appraisal-result")]
    [InlineData("fs", "seal-seizure-term", "行政强制法-25", "appraisal-commission", "appraisal-result")]
    [InlineData("cm", "licence-decision", "行政许可法-45", "suspension", "resumption")]
    [InlineData("gc", "licence-decision", "行政许可法-45", "suspension", "resumption")]
    public void Time_that_a_law_does_not_count_is_excluded(string profile, string clock, string article, string from, string until) =>
        Assert.Contains(ThreeProfiles.Of(profile).Clock(clock)!.Suspend, s => s.Article == article && s.From.Act == from && s.Until.Act == until);

    [Theory]
    [InlineData("cm", "seal-seizure-term", "days", 30)]
    [InlineData("fs", "freeze-term", "days", 30)]
    [InlineData("gc", "licence-decision", "working-days", 10)]
    public void A_term_may_be_extended_once_and_by_as_much_as_the_law_says(string profile, string clock, string unit, int value)
    {
        var extension = Assert.Single(ThreeProfiles.Of(profile).Clock(clock)!.Extend);

        Assert.Equal((new Term(TermUnitNames.Parse(unit)!.Value, value), 1), (extension.Term, extension.Times));
    }

    private static IEnumerable<ClockCell> ForEach(string profiles, string id, string article, ClockSubject subject, Term term, string start, string stop, string? overrideArticle = null) =>
        profiles.Split(' ').Select(p => new ClockCell(p, id, article, subject, term, start, stop, Override: overrideArticle));

    private sealed record ClockCell(
        string Profile,
        string Id,
        string Article,
        ClockSubject Subject,
        Term Term,
        string Start,
        string Stop,
        string Reopen = "",
        string? DateField = null,
        string? Override = null,
        bool Advisory = false)
    {
        internal static ClockCell Of(string profile, ClockRule rule) =>
            new(profile, rule.Id, rule.Article, rule.Subject, rule.Term, Words(rule.Start), Words(rule.Stop), Words(rule.Reopen), rule.DateField, rule.OverrideArticle, rule.Advisory);

        private static string Words(ImmutableArray<Trigger> triggers) =>
            string.Join(' ', triggers.Select(t => t.Fact is { } fact ? $"{fact}" : t.Field is null ? t.Act : $"{t.Act}:{t.Field}={t.Is}"));
    }
}
