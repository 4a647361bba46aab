using Enforcement.Domain.Cases;
using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Regulations;
using Enforcement.Domain.Tests.Conformance;
using Enforcement.Domain.Tests.Deadlines;

namespace Enforcement.Domain.Tests.Cases;

/// <summary>What acts do to the terms of a case, where the order of things is not the usual one.</summary>
public sealed class CaseClockTests
{
    [Fact]
    public void A_term_missed_and_then_stopped_by_a_late_entry_about_an_act_in_time_is_met_and_keeps_its_mark()
    {
        var walk = Siblings.Started(Siblings.CM).Record("prior-registration").Until("2026-03-12 09:00");
        Assert.Equal(ClockPhase.Missed, walk.Clock("prior-registration").Phase);

        walk.Record("prior-registration-disposal", i => i with { OccurredAt = TestCalendar.At("2026-03-10 15:00").ToUniversalTime() });

        var clock = walk.Clock("prior-registration");
        Assert.Equal((ClockPhase.Met, false), (clock.Phase, clock.Stop!.Late));
        Assert.NotNull(clock.Miss);
        Assert.Contains(walk.State.Findings.Findings.Values, f => f.Raised.About == clock.Clock && f.Resolution is null);
    }

    [Fact]
    public void Whichever_comes_first_stops_a_term_also_when_it_is_written_down_last()
    {
        var walk = Siblings.Drafted(Siblings.CM).Record("seal-seizure", "urgent=true").Record("decision-approval").Later(TimeSpan.FromDays(2)).Record("decision");
        var decided = walk.Now;
        Assert.Equal(decided, walk.Clock("seal-seizure-term").Stop!.At);

        walk.Later(TimeSpan.FromHours(1)).Record("measure-lifted", i => i with { OccurredAt = decided.AddDays(-1) });

        Assert.Equal((decided.AddDays(-1), ClockPhase.Met), (walk.Clock("seal-seizure-term").Stop!.At, walk.Clock("seal-seizure-term").Phase));
    }

    [Fact]
    public void Two_acts_of_one_kind_have_each_their_own_term()
    {
        var walk = Siblings.Started(Siblings.CM).Record("prior-registration").Later(TimeSpan.FromDays(1)).Record("prior-registration");
        var (one, two) = (walk.State.Acts[^2].Entry.Id, walk.State.Acts[^1].Entry.Id);

        walk.Record("prior-registration-disposal", i => i with { RefersTo = one });

        var clocks = walk.State.Clocks.Clocks.Values.Where(c => c.Rule == "prior-registration").ToDictionary(c => c.SubjectId!, c => (c.IsOpen, c.Due.At));
        Assert.Equal((false, true), (clocks[one].IsOpen, clocks[two].IsOpen));
        Assert.NotEqual(clocks[one].At, clocks[two].At);
    }

    [Fact]
    public void A_term_of_the_case_begins_again_after_it_was_met_and_keeps_what_was_before()
    {
        var walk = CaseWalk.Under("cz/undated", ActType.Licence, CaseOrigin.Application, "application").Record("application-outcome", "outcome=supplement");
        Assert.Equal(ClockPhase.Met, walk.Clock("acceptance").Phase);

        walk.Later(TimeSpan.FromDays(3)).Record("application");

        var again = walk.State.Clocks.Find("acceptance~2")!;
        Assert.Equal((walk.Now, ClockPhase.Running, "acceptance"), (again.Started, again.Phase, again.Rule));
        Assert.Equal(ClockPhase.Met, walk.State.Clocks.Find("acceptance")!.Phase);
        walk.Record("application-outcome", "outcome=accepted");
        Assert.Equal(ClockPhase.Met, walk.State.Clocks.Find("acceptance~2")!.Phase);
    }

    [Fact]
    public void A_running_term_of_the_case_does_not_begin_a_second_time()
    {
        var walk = Siblings.Urgent(Siblings.CM);
        var due = walk.Clock("penalty-decision").Due;

        Siblings.Opinions(walk.Later(TimeSpan.FromDays(1)).Record("start-report")).Record("start-approval", "outcome=approved");

        Assert.Equal(due, walk.Clock("penalty-decision").Due);
    }

    [Fact]
    public void Nothing_is_waited_for_again_after_the_end_of_the_act()
    {
        var walk = CaseWalk.Under("cz/undated", ActType.Licence, CaseOrigin.Application, "application").Record("application-outcome", "outcome=accepted")
            .Record("draft").Record("draft-review").Record("decision-approval").Record("decision").Record("service-direct", "served=decision").Record("end-of-act", "ground=licence-given");
        Assert.Equal(ClockPhase.Met, walk.Clock("end-overdue").Phase);

        walk.Record("service-post", "served=decision");

        Assert.Equal(ClockPhase.Met, walk.Clock("end-overdue").Phase);
    }

    [Fact]
    public void An_act_recorded_within_a_second_of_its_end_is_not_late_and_one_after_it_is()
    {
        var walk = Siblings.Urgent(Siblings.CM);
        var due = walk.Clock("late-report").Due.At!.Value;
        var inTime = Siblings.Urgent(Siblings.CM).Later(due - walk.Now).Record("start-report");
        Assert.Equal(ClockPhase.Met, inTime.Clock("late-report").Phase);

        walk.Later(due - walk.Now + TimeSpan.FromMicroseconds(1)).Record("start-report");
        Assert.Equal(ClockPhase.MetLate, walk.Clock("late-report").Phase);
    }

    [Theory]
    [InlineData("2026-03-03 02:59", 0)]
    [InlineData("2026-03-03 03:00", 1)]
    [InlineData("2026-03-03 06:59", 1)]
    [InlineData("2026-03-03 07:00", 2)]
    public void Thresholds_in_hours_are_reached_to_the_minute(string now, int level)
    {
        var clock = Siblings.Urgent(Siblings.CM).Clock("late-report"); // ends on 3 March at 9:00, warns 6 and 2 hours before

        Assert.Equal(level, ClockWarning.Level(clock, TestCalendar.Workdays, TestCalendar.At(now)));
    }

    [Fact]
    public void Thresholds_in_working_days_step_over_rest_days()
    {
        var clock = CaseWalk.Under("cz/undated", ActType.Licence, CaseOrigin.Application, "application").Record("application-outcome", "outcome=accepted").Clock("licence-decision");
        Assert.Equal(TestCalendar.At("2026-03-31 00:00"), clock.Due.At!.Value); // Monday 30 March is the 20th working day; warned 5 and 1 before

        Assert.Equal([0, 1, 1, 2], new[] { "2026-03-23 23:59", "2026-03-24 00:00", "2026-03-29 23:59", "2026-03-30 00:00" }
            .Select(now => ClockWarning.Level(clock, TestCalendar.Workdays, TestCalendar.At(now))));
    }

    [Fact]
    public void A_term_that_stands_still_is_met_or_missed_warns_of_nothing()
    {
        var walk = Siblings.Started(Siblings.CM).Record("seal-seizure", "urgent=true").Record("appraisal-commission");
        Assert.Equal(0, ClockWarning.Level(walk.Clock("seal-seizure-term"), TestCalendar.Workdays, walk.Now.AddDays(60)));
        walk.Record("appraisal-result").Record("measure-lifted");
        Assert.Equal(0, ClockWarning.Level(walk.Clock("seal-seizure-term"), TestCalendar.Workdays, walk.Now.AddDays(60)));
    }
}
