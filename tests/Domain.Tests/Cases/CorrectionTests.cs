using Enforcement.Domain.Cases;
using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Regulations;
using Enforcement.Domain.Tests.Conformance;

namespace Enforcement.Domain.Tests.Cases;

/// <summary>A correction stands in the place of what it replaces: terms, stage, flags and conditions are as if it had been written right at once; the marks of missed terms stay.</summary>
public sealed class CorrectionTests
{
    [Fact]
    public void A_corrected_start_moves_the_end_of_its_running_term()
    {
        var walk = Siblings.Urgent(Siblings.CM).Later(TimeSpan.FromHours(2));
        var earlier = walk.Now.AddHours(-5);

        Correct(walk, "urgent-start", "a1", earlier);

        Assert.Equal((earlier, earlier.AddHours(24), ClockPhase.Running), (walk.Clock("late-report").Started, walk.Clock("late-report").Due.At, walk.Clock("late-report").Phase));
    }

    [Fact]
    public void A_corrected_start_decides_again_whether_a_met_term_was_met_in_time()
    {
        var walk = Siblings.Urgent(Siblings.CM).Later(TimeSpan.FromHours(20)).Record("start-report");
        Assert.Equal(ClockPhase.Met, walk.Clock("late-report").Phase);
        var start = walk.State.Acts[0].Entry.OccurredAt;

        Correct(walk, "urgent-start", "a1", start.AddHours(-10));

        var clock = walk.Clock("late-report");
        Assert.Equal((ClockPhase.MetLate, start.AddHours(14), start.AddHours(20)), (clock.Phase, clock.Due.At, clock.Stop!.At));
        Assert.NotNull(clock.Miss);
        Assert.Equal(["clock.missed"], walk.State.Findings.Findings.Values.Where(f => f.Raised.About == "late-report").Select(f => f.Raised.Code));
    }

    [Fact]
    public void A_corrected_start_that_shows_the_term_was_kept_leaves_the_mark()
    {
        var walk = Siblings.Urgent(Siblings.CM).Later(TimeSpan.FromHours(25)).Record("start-report");
        Assert.Equal(ClockPhase.MetLate, walk.Clock("late-report").Phase);

        Correct(walk, "urgent-start", "a1", walk.State.Acts[0].Entry.OccurredAt.AddHours(3));

        Assert.Equal(ClockPhase.Met, walk.Clock("late-report").Phase);
        Assert.NotNull(walk.Clock("late-report").Miss);
    }

    [Fact]
    public void A_corrected_end_of_the_act_moves_the_archive_term_and_the_end_itself()
    {
        var walk = Siblings.Started(Siblings.CM).Later(TimeSpan.FromDays(3)).Record("end-of-act", "ground=not-established");
        var earlier = walk.Now.AddDays(-2);

        Correct(walk, "end-of-act", walk.State.Acts[^1].Entry.Id, earlier, "ground=not-established");

        Assert.Equal(earlier, walk.State.EndedAt);
        Assert.Equal(ChinaTime.EndOfDay(ChinaTime.DayOf(earlier).AddDays(30)).ToUniversalTime(), walk.Clock("archive").Due.At);
        walk.Refused("end-of-act", "ground=not-established").Names("act.once", "CM-31");
        Correct(walk, "end-of-act", walk.State.Acts[^1].Entry.Id, walk.Now.AddDays(-1), "ground=not-established");
        Assert.Equal(walk.Now.AddDays(-1), walk.State.EndedAt);
    }

    [Fact]
    public void The_stop_of_a_term_follows_its_act_through_two_corrections()
    {
        var walk = Siblings.Started(Siblings.CM).Record("seal-seizure", "urgent=true").Later(TimeSpan.FromDays(5)).Record("measure-lifted");
        var (lifted, first, second) = (walk.State.Acts[^1].Entry.Id, walk.Now.AddDays(-3), walk.Now.AddDays(-1));

        Correct(walk, "measure-lifted", lifted, first);
        Assert.Equal(first, walk.Clock("seal-seizure-term").Stop!.At);
        Correct(walk, "measure-lifted", walk.State.Acts[^1].Entry.Id, second);

        Assert.Equal((second, walk.State.Acts[^1].Entry.Id), (walk.Clock("seal-seizure-term").Stop!.At, walk.Clock("seal-seizure-term").Stop!.By));
    }

    [Fact]
    public void A_stop_that_was_about_another_act_runs_its_own_term_again_and_stops_the_right_one()
    {
        var walk = Siblings.Started(Siblings.CM).Record("seal-seizure", "urgent=true").Record("seal-seizure", "urgent=true");
        var (one, two) = (walk.State.Acts[^2].Entry.Id, walk.State.Acts[^1].Entry.Id);
        walk.Record("measure-lifted", i => i with { RefersTo = one });
        Assert.Equal([false, true], Open(walk, "seal-seizure-term", one, two));

        walk.Later(TimeSpan.FromHours(1)).Record("measure-lifted", i => i with { RefersTo = two, Corrects = new(walk.State.Acts[^1].Entry.Id, "对象有误") });

        Assert.Equal([true, false], Open(walk, "seal-seizure-term", one, two));
    }

    [Fact]
    public void A_corrected_outcome_cancels_the_term_and_correcting_it_back_begins_it_again()
    {
        var walk = CaseWalk.Under("cz/undated", ActType.Licence, CaseOrigin.Application, "application").Record("application-outcome", "outcome=accepted");
        Correct(walk, "application-outcome", "a2", null, "outcome=not-accepted");
        Assert.Equal(ClockPhase.Cancelled, walk.Clock("licence-decision").Phase);
        Assert.Equal(CaseStage.Registered, walk.State.Stage);

        Correct(walk, "application-outcome", "a3", null, "outcome=accepted");

        var clocks = walk.State.Clocks.Clocks.Values.Where(c => c.Rule == "licence-decision").ToDictionary(c => c.Clock, c => c.Phase);
        Assert.Equal(new Dictionary<string, ClockPhase> { ["licence-decision"] = ClockPhase.Cancelled, ["licence-decision~2"] = ClockPhase.Running }, clocks);
        Assert.Equal(CaseStage.Started, walk.State.Stage);
    }

    [Fact]
    public void A_correction_of_an_older_entry_never_becomes_the_latest_of_its_kind()
    {
        var walk = Siblings.Urgent(Siblings.CM).Record("start-report").Record("start-unit-opinion").Record("start-approval", "outcome=returned");
        var returned = walk.State.Acts[^1].Entry.Id;
        walk.Record("start-report").Record("start-unit-opinion").Record("start-approval", "outcome=approved");

        Correct(walk, "start-approval", returned, null, "outcome=returned", "opinion=补充理由");

        Assert.Equal("approved", walk.State.Latest("start-approval")!.Entry.Fields["outcome"]);
        Assert.Equal(ClockPhase.Met, walk.Clock("late-report").Phase);
        walk.Record("inquiry");
    }

    [Fact]
    public void A_flag_set_by_a_corrected_entry_is_taken_back_and_a_later_one_stays()
    {
        var walk = Siblings.Started(Siblings.CM).Record("rights-notice");
        walk.Record("draft", "major=true");
        Assert.Equal("true", walk.State.Flags["major"]);
        Correct(walk, "draft", walk.State.Acts[^1].Entry.Id, null, "major=false");
        Assert.Equal("false", walk.State.Flags["major"]);

        walk.Record("draft", "major=true");
        Correct(walk, "start-report", "a1", null, "major=false");
        Assert.Equal("true", walk.State.Flags["major"]);
    }

    [Fact]
    public void A_correction_that_names_no_instant_keeps_instant_and_mark_and_needs_no_consent()
    {
        var walk = Siblings.Started(Siblings.CM).Record("inquiry").Later(TimeSpan.FromDays(20));
        var inquiry = walk.State.Acts[^1].Entry;

        Correct(walk, "inquiry", inquiry.Id, null);
        Correct(walk, "inquiry", walk.State.Acts[^1].Entry.Id, inquiry.OccurredAt);

        var entry = walk.State.Acts[^1].Entry;
        Assert.Equal((inquiry.OccurredAt, false, null), (entry.OccurredAt, entry.LateEntry, entry.Consent));
        Assert.Equal(walk.Now, entry.RecordedAt);
        walk.Refused("inquiry", i => i with { OccurredAt = inquiry.OccurredAt.AddMinutes(1), Corrects = new(entry.Id, "时间有误") }).Names("instant.too-far-back", null!);
    }

    [Fact]
    public void A_corrected_beginning_of_a_suspension_moves_it_and_the_time_left_out()
    {
        var walk = Siblings.Started(Siblings.CM).Record("seal-seizure", "urgent=true").Later(TimeSpan.FromDays(4)).Record("appraisal-commission");
        var commission = walk.State.Acts[^1].Entry.Id;
        Correct(walk, "appraisal-commission", commission, walk.Now.AddDays(-2));
        Assert.Equal(walk.Now.AddDays(-2), walk.Clock("seal-seizure-term").Suspension!.From);

        walk.Later(TimeSpan.FromDays(1)).Record("appraisal-result");

        // begun on 2 March with 30 days; 4 to 7 March stand still
        Assert.Equal(TestInstant("2026-04-06 00:00"), walk.Clock("seal-seizure-term").Due.At);
    }

    [Fact]
    public void A_suspension_that_is_over_is_measured_again_when_its_beginning_or_end_is_corrected()
    {
        var walk = Siblings.Started(Siblings.CM).Record("seal-seizure", "urgent=true").Until("2026-03-05 09:00").Record("appraisal-commission").Until("2026-03-10 09:00").Record("appraisal-result");
        var (commission, result) = (walk.State.Acts[^2].Entry.Id, walk.State.Acts[^1].Entry.Id);
        Assert.Equal(TestInstant("2026-04-08 00:00"), walk.Clock("seal-seizure-term").Due.At); // 5 to 10 March: 6 days

        Correct(walk, "appraisal-commission", commission, TestInstant("2026-03-07 09:00"));
        Assert.Equal(TestInstant("2026-04-06 00:00"), walk.Clock("seal-seizure-term").Due.At); // 7 to 10 March: 4 days

        Correct(walk, "appraisal-result", result, TestInstant("2026-03-08 09:00"));
        Assert.Equal(TestInstant("2026-04-04 00:00"), walk.Clock("seal-seizure-term").Due.At); // 7 and 8 March
        Assert.Equal(new Interval(TestInstant("2026-03-07 09:00"), TestInstant("2026-03-08 09:00")), Assert.Single(walk.Clock("seal-seizure-term").Excluded));
    }

    [Fact]
    public void An_extension_that_was_meant_for_another_term_is_taken_back()
    {
        var walk = Siblings.Started(Siblings.CM).Record("measure-approval").Record("seal-seizure", "urgent=false").Record("freeze").Record("extension", "term=seal-seizure");
        Assert.Equal((TestInstant("2026-05-02 00:00"), TestInstant("2026-04-02 00:00")), (walk.Clock("seal-seizure-term").Due.At!.Value, walk.Clock("freeze-term").Due.At!.Value));

        Correct(walk, "extension", walk.State.Acts[^1].Entry.Id, null, "term=freeze");

        Assert.Equal((TestInstant("2026-04-02 00:00"), TestInstant("2026-05-02 00:00")), (walk.Clock("seal-seizure-term").Due.At!.Value, walk.Clock("freeze-term").Due.At!.Value));
        Assert.Empty(walk.Clock("seal-seizure-term").Extensions);
        walk.Record("extension", "term=seal-seizure");
        Assert.Equal(TestInstant("2026-05-02 00:00"), walk.Clock("seal-seizure-term").Due.At!.Value);
    }

    [Fact]
    public void A_corrected_act_keeps_the_opinions_that_were_given_on_it()
    {
        var walk = Siblings.Urgent(Siblings.CM).Record("start-report").Record("start-unit-opinion");
        Correct(walk, "start-report", "a2", null);

        walk.Record("start-approval", "outcome=approved");
        Assert.Equal(CaseStage.Started, walk.State.Stage);
    }

    [Fact]
    public void A_correction_names_a_standing_entry_of_its_kind_and_a_reason()
    {
        var walk = Siblings.Urgent(Siblings.CM).Record("inquiry");
        walk.Refused("inquiry", i => i with { Corrects = new("a1", "理由") }).Names("correction.invalid", null!);
        walk.Refused("inquiry", i => i with { Corrects = new("a2", " ") }).Names("correction.invalid", null!);
        Correct(walk, "inquiry", "a2", null);
        walk.Refused("inquiry", i => i with { Corrects = new("a2", "理由") }).Names("correction.invalid", null!);
        Assert.Equal("a3", walk.State.Find("a2")!.CorrectedBy);
    }

    [Fact]
    public void A_form_sent_back_by_mistake_and_then_approved_is_met_when_it_was_submitted()
    {
        var walk = Siblings.Urgent(Siblings.CM).Record("start-report").Record("start-unit-opinion").Record("start-approval", "outcome=returned");
        var submitted = walk.State.Acts.Single(a => a.Entry.Kind == "start-report").Entry.OccurredAt;
        Assert.Equal(ClockPhase.Running, walk.Clock("late-report").Phase);

        Correct(walk, "start-approval", walk.State.Acts[^1].Entry.Id, null, "outcome=approved");

        Assert.Equal((ClockPhase.Met, submitted), (walk.Clock("late-report").Phase, walk.Clock("late-report").Stop!.At));
    }

    private static void Correct(CaseWalk walk, string kind, string entry, DateTimeOffset? occurredAt, params string[] fields) =>
        walk.Record(kind, i => i with { OccurredAt = occurredAt, Corrects = new Correction(entry, "笔误") }, fields);

    private static bool[] Open(CaseWalk walk, string rule, params string[] subjects) =>
        [.. subjects.Select(s => walk.State.Clocks.Find($"{rule}#{s}")!.IsOpen)];

    private static DateTimeOffset TestInstant(string text) => Deadlines.TestCalendar.At(text).ToUniversalTime();
}
