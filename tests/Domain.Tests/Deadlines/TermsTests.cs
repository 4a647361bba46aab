using System.Collections.Immutable;
using System.Text.Json;
using Enforcement.Domain.Deadlines;
using static Enforcement.Domain.Tests.Deadlines.TestCalendar;

namespace Enforcement.Domain.Tests.Deadlines;

public sealed class TermsTests
{
    private static DueInstant Due(Term term, string started, bool roll = false, params Interval[] excluded) =>
        Terms.Due(term, At(started), null, Workdays, roll, [.. excluded]);

    [Fact]
    public void Hours_run_from_instant_to_instant_through_nights_and_holidays()
    {
        var due = Due(Term.Hours(24), "2025-10-01 23:10");
        Assert.Equal(new DueInstant(At("2025-10-02 23:10"), false, null), due);
    }

    [Fact]
    public void A_term_in_hours_is_in_time_at_its_due_instant_and_missed_a_microsecond_later()
    {
        var due = Due(Term.Hours(24), "2025-10-01 23:10").At!.Value;
        Assert.False(Terms.IsMissed(TermUnit.Hours, due, due));
        Assert.False(Terms.IsMissed(Term.Hours(24), due, due.AddTicks(9)));
        Assert.True(Terms.IsMissed(Term.Hours(24), due, due.AddTicks(10)));
    }

    [Theory]
    [InlineData(TermUnit.Days)]
    [InlineData(TermUnit.WorkingDays)]
    [InlineData(TermUnit.Date)]
    public void A_term_in_days_is_in_time_until_the_last_moment_of_its_last_day(TermUnit unit)
    {
        var due = At("2025-10-31 00:00");
        Assert.False(Terms.IsMissed(unit, due, due.AddTicks(-1)));
        Assert.True(Terms.IsMissed(unit, due, due));
    }

    [Fact]
    public void Promptly_has_no_due_instant_and_is_never_missed_by_counting()
    {
        Assert.Equal(new DueInstant(null, false, null), Due(Term.Promptly, "2025-10-01 23:10"));
        Assert.False(Terms.IsMissed(TermUnit.Promptly, At("2025-10-01 00:00"), At("2026-10-01 00:00")));
    }

    [Theory]
    [InlineData("2025-09-01 00:00")]
    [InlineData("2025-09-01 23:59")]
    public void Days_do_not_count_the_day_of_the_start_event_and_end_at_24_00_of_the_last_day(string started) =>
        Assert.Equal(new DueInstant(At("2025-10-02 00:00"), false, null), Due(Term.Days(30), started));

    [Fact]
    public void The_day_of_the_start_event_is_the_day_in_China_not_in_UTC()
    {
        var started = new DateTimeOffset(2025, 9, 1, 16, 30, 0, TimeSpan.Zero); // 00:30 on the 2nd in China
        Assert.Equal(At("2025-09-04 00:00"), Terms.Due(Term.Days(1), started, null, Workdays, false, []).At);
    }

    [Fact]
    public void Working_days_leave_out_weekends_and_holidays_and_count_make_up_days()
    {
        // Saturday 27 rests, Sunday 28 is worked, 1 to 8 October rests
        Assert.Equal(At("2025-09-29 00:00"), Due(Term.WorkingDays(1), "2025-09-26 10:00").At);
        Assert.Equal(At("2025-10-10 00:00"), Due(Term.WorkingDays(1), "2025-09-30 10:00").At);
        Assert.Equal(At("2025-10-12 00:00"), Due(Term.WorkingDays(3), "2025-09-30 10:00").At);
    }

    [Fact]
    public void Calendar_days_stay_on_a_holiday_unless_the_switch_moves_them()
    {
        Assert.Equal(At("2025-10-05 00:00"), Due(Term.Days(30), "2025-09-04 09:00").At);
        var rolled = Due(Term.Days(30), "2025-09-04 09:00", roll: true);
        Assert.Equal(At("2025-10-10 00:00"), rolled.At);
        Assert.False(rolled.Provisional);
        Assert.NotNull(rolled.CalendarVersion);
        Assert.Equal(Day("2025-10-04"), rolled.MovedFrom);
        Assert.Null(Due(Term.Days(30), "2025-09-04 09:00").MovedFrom);
        Assert.Null(Due(Term.Days(1), "2025-09-04 09:00", roll: true).MovedFrom); // a Friday: nothing to move
        Assert.Null(Due(Term.WorkingDays(1), "2025-09-30 10:00", roll: true).MovedFrom); // the holiday was never counted
    }

    [Fact]
    public void A_date_given_in_a_document_ends_at_its_24_00_whatever_the_switch_and_the_suspensions_say()
    {
        var pause = new Interval(At("2025-10-01 00:00"), At("2025-10-05 00:00"));
        var due = Terms.Due(Term.GivenDate, At("2025-09-04 09:00"), Day("2025-10-04"), Workdays, true, [pause]);
        Assert.Equal(new DueInstant(At("2025-10-05 00:00"), false, null), due);
        Assert.Throws<ArgumentException>(() => Due(Term.GivenDate, "2025-09-04 09:00"));
    }

    [Theory]
    [InlineData("2025-12-30 10:00", 1, false)] // the last days of December wait for the next year's notice, and 2026 is published
    [InlineData("2026-12-23 10:00", 1, false)]
    [InlineData("2026-12-24 10:00", 1, true)]
    [InlineData("2026-12-30 10:00", 5, true)]
    [InlineData("2024-12-30 10:00", 5, true)]
    [InlineData("2027-03-01 10:00", 2, true)]
    public void A_working_day_term_that_asks_about_an_unpublished_year_is_provisional(string started, int days, bool provisional)
    {
        var due = Due(Term.WorkingDays(days), started);
        Assert.Equal(provisional, due.Provisional);
        Assert.NotNull(due.CalendarVersion);
    }

    [Fact]
    public void Publishing_the_year_settles_a_provisional_term_and_changes_its_version_only()
    {
        var provisional = Due(Term.WorkingDays(2), "2026-12-30 10:00");
        var later = Workdays.WithYear(Year(2027, [("元旦", Day("2027-01-01"), Day("2027-01-03"))]));
        var settled = Terms.Due(Term.WorkingDays(2), At("2026-12-30 10:00"), null, later, false, []);
        Assert.Equal((At("2027-01-02 00:00"), true), (provisional.At!.Value, provisional.Provisional));
        Assert.Equal((At("2027-01-05 00:00"), false), (settled.At!.Value, settled.Provisional));
        Assert.NotEqual(provisional.CalendarVersion, settled.CalendarVersion);
        Assert.Equal(
            Due(Term.WorkingDays(2), "2025-10-10 10:00"),
            Terms.Due(Term.WorkingDays(2), At("2025-10-10 10:00"), null, later, false, []));
    }

    [Fact]
    public void Suspended_time_is_subtracted_exactly_from_hours()
    {
        var pauses = new[]
        {
            new Interval(At("2025-09-03 20:00"), At("2025-09-03 21:30")),
            new Interval(At("2025-09-03 21:00"), At("2025-09-03 22:00")), // overlaps: counted once
            new Interval(At("2025-09-03 10:00"), At("2025-09-03 13:00")), // one hour of it before the start event
            new Interval(At("2025-09-04 15:30"), At("2025-09-04 15:45")), // reached only by the longer term
            new Interval(At("2025-09-05 12:00"), At("2025-09-06 12:00")), // after the end
        };
        Assert.Equal(At("2025-09-04 13:30"), Due(Term.Hours(24), "2025-09-03 12:00", excluded: pauses[..1]).At);
        Assert.Equal(At("2025-09-04 15:00"), Due(Term.Hours(24), "2025-09-03 12:00", excluded: pauses).At);
        Assert.Equal(At("2025-09-04 16:15"), Due(Term.Hours(25), "2025-09-03 12:00", excluded: pauses).At);
    }

    [Theory]
    [InlineData("2025-09-02 10:00", "2025-09-02 16:00", 0)] // begins and ends within a day: takes none away
    [InlineData("2025-09-02 10:00", "2025-09-03 00:00", 1)] // in force at the end of the 2nd
    [InlineData("2025-09-02 10:00", "2025-09-03 09:00", 2)] // the 2nd ends suspended, the 3rd is the day it resumes
    [InlineData("2025-09-02 00:00", "2025-09-04 00:00", 2)]
    [InlineData("2025-09-02 00:00", "2025-09-02 16:00", 0)] // began that same day, at its first instant
    [InlineData("2025-09-01 08:00", "2025-09-01 18:00", 0)]
    [InlineData("2025-09-01 08:00", "2025-09-02 00:01", 1)]
    public void A_day_is_not_counted_when_it_ends_suspended_or_the_suspension_ends_on_it(string from, string until, int more) =>
        Assert.Equal(
            At("2025-09-12 00:00").AddDays(more),
            Due(Term.Days(10), "2025-09-01 12:00", excluded: new Interval(At(from), At(until))).At);

    [Fact]
    public void Two_suspensions_that_touch_count_as_one()
    {
        var midnight = At("2025-09-03 00:00");
        Interval[] pauses = [new Interval(midnight, At("2025-09-03 09:00")), new Interval(At("2025-09-02 10:00"), midnight)];
        Assert.Equal(At("2025-09-14 00:00"), Due(Term.Days(10), "2025-09-01 12:00", excluded: pauses).At);
    }

    [Fact]
    public void A_suspension_that_begins_when_the_hours_are_over_does_not_lengthen_them()
    {
        var pause = new Interval(At("2025-09-02 12:00"), At("2025-09-03 12:00"));
        Assert.Equal(At("2025-09-02 12:00"), Due(Term.Hours(24), "2025-09-01 12:00", excluded: pause).At);
    }

    [Fact]
    public void The_day_of_the_start_event_does_not_make_a_term_provisional()
    {
        Assert.False(Workdays.IsPublished(2024));
        Assert.False(Due(Term.WorkingDays(2), "2024-12-31 10:00").Provisional);
    }

    [Fact]
    public void A_suspension_over_a_weekend_costs_no_working_day()
    {
        var pause = new Interval(At("2025-09-06 00:00"), At("2025-09-08 00:00"));
        Assert.Equal(At("2025-09-10 00:00"), Due(Term.WorkingDays(3), "2025-09-04 12:00").At);
        Assert.Equal(At("2025-09-10 00:00"), Due(Term.WorkingDays(3), "2025-09-04 12:00", excluded: pause).At);
    }

    [Fact]
    public void A_suspension_that_ends_before_it_begins_is_a_bug_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => Due(Term.Days(3), "2025-09-04 12:00", excluded: new Interval(At("2025-09-06 00:00"), At("2025-09-05 00:00"))));

    [Fact]
    public void Instants_are_cut_to_microseconds_and_given_in_UTC()
    {
        var due = Terms.Due(Term.Hours(1), At("2025-09-04 12:00").AddTicks(19), null, Workdays, false, default).At!.Value;
        Assert.Equal(At("2025-09-04 13:00").AddTicks(10), due);
        Assert.Equal(TimeSpan.Zero, due.Offset);
    }

    [Theory]
    [InlineData(TermUnit.Hours, null)]
    [InlineData(TermUnit.Hours, 0)]
    [InlineData(TermUnit.Days, -1)]
    [InlineData(TermUnit.WorkingDays, null)]
    [InlineData(TermUnit.WorkingDays, Term.MaxDays + 1)]
    [InlineData(TermUnit.Date, 1)]
    [InlineData(TermUnit.Promptly, 24)]
    [InlineData((TermUnit)9, 24)]
    public void A_term_whose_unit_and_value_do_not_go_together_cannot_exist(TermUnit unit, int? value)
    {
        Assert.False(Term.IsValid(unit, value));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Term(unit, value));
    }

    [Fact]
    public void Units_are_written_in_kebab_case_and_read_back_strictly()
    {
        Assert.Equal("""["hours","days","working-days","date","promptly"]""", JsonSerializer.Serialize(Enum.GetValues<TermUnit>()));
        Assert.Equal(new Term(TermUnit.WorkingDays, 2), JsonSerializer.Deserialize<Term>("""{"Unit":"working-days","Value":2}"""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<TermUnit>("\"WorkingDays\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<TermUnit>("2"));
    }

    [Fact]
    public void A_term_of_a_century_can_be_counted() =>
        Assert.Equal(At("2125-09-03 00:00"), Due(Term.Days(Term.MaxDays), "2025-09-01 12:00", excluded: ImmutableArray<Interval>.Empty.ToArray()).At);
}
