using System.Collections.Immutable;
using System.Globalization;
using Enforcement.Domain.Deadlines;
using FsCheck;
using FsCheck.Fluent;
using static Enforcement.Domain.Tests.Deadlines.TestCalendar;
using Interval = Enforcement.Domain.Deadlines.Interval;

namespace Enforcement.Domain.Tests.Deadlines;

/// <summary>Terms.Due against an oracle that walks minute by minute and day by day and knows nothing of intervals.</summary>
public sealed class TermsPropertyTests
{
    private static readonly DateTimeOffset Origin = At("2025-09-15 00:00");

    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(400);

    private static Arbitrary<Sample> Samples(int maxValue)
    {
        var interval =
            from gap in Gen.Choose(0, 4000)
            from length in Gen.Frequency((3, Gen.Choose(0, 200)), (2, Gen.Choose(0, 6000)), (1, Gen.Constant(1440)))
            select new Interval(Origin.AddMinutes(gap * 10), Origin.AddMinutes((gap * 10) + length));
        var midnight =
            from day in Gen.Choose(0, 25)
            from days in Gen.Choose(0, 3)
            from minutes in Gen.Elements(0, 0, 600)
            select new Interval(Origin.AddDays(day), Origin.AddDays(day + days).AddMinutes(minutes));
        return Arb.From(
            from start in Gen.Frequency((4, Gen.Choose(0, 100 * 1440)), (1, Gen.Choose(0, 100).Select(day => day * 1440)))
            from value in Gen.Choose(1, maxValue)
            from roll in Gen.Elements(true, false)
            from count in Gen.Choose(0, 6)
            from excluded in Gen.OneOf(interval, midnight).ArrayOf(count)
            select new Sample(Origin.AddMinutes(start), value, roll, [.. excluded]));
    }

    [Fact]
    public void Hours_agree_with_counting_every_unsuspended_minute() =>
        Prop.ForAll(Samples(200), s => Due(Term.Hours(s.Value), s).At == Oracle.Hours(s)).Check(Many);

    [Fact]
    public void Days_agree_with_counting_every_day() =>
        Prop.ForAll(Samples(60), s => Due(Term.Days(s.Value), s).At == Oracle.Days(s)).Check(Many);

    [Fact]
    public void Working_days_agree_with_counting_every_day() =>
        Prop.ForAll(Samples(40), s => Due(Term.WorkingDays(s.Value), s).At == Oracle.WorkingDays(s)).Check(Many);

    [Fact]
    public void A_longer_term_never_ends_earlier() =>
        Prop.ForAll(Samples(60), s => new[] { Term.Hours(s.Value), Term.Days(s.Value), Term.WorkingDays(s.Value) }
            .All(term => Due(term, s).At <= Due(new Term(term.Unit, term.Value + 1), s).At)).Check(Many);

    [Fact]
    public void A_suspension_never_brings_the_end_forward() =>
        Prop.ForAll(Samples(60), s => new[] { Term.Hours(s.Value), Term.Days(s.Value), Term.WorkingDays(s.Value) }
            .All(term => Due(term, s with { Excluded = [] }).At <= Due(term, s).At)).Check(Many);

    [Fact]
    public void The_order_of_the_suspensions_does_not_matter() =>
        Prop.ForAll(Samples(60), s => new[] { Term.Hours(s.Value), Term.Days(s.Value), Term.WorkingDays(s.Value) }
            .All(term => Due(term, s) == Due(term, s with { Excluded = [.. s.Excluded.Reverse()] }))).Check(Many);

    [Fact]
    public void A_term_in_days_ends_at_a_midnight_in_China_and_in_working_days_after_a_working_day() =>
        Prop.ForAll(Samples(60), s =>
        {
            var (days, working) = (Due(Term.Days(s.Value), s).At!.Value, Due(Term.WorkingDays(s.Value), s).At!.Value);
            return days == ChinaTime.StartOfDay(ChinaTime.DayOf(days))
                && working == ChinaTime.StartOfDay(ChinaTime.DayOf(working))
                && Workdays.IsWorkingDay(ChinaTime.DayOf(working).AddDays(-1));
        }).Check(Many);

    private static DueInstant Due(Term term, Sample s) => Terms.Due(term, s.Started, null, Workdays, s.Roll, s.Excluded);

    public sealed record Sample(DateTimeOffset Started, int Value, bool Roll, ImmutableArray<Interval> Excluded);

    /// <summary>All in minutes since the origin; every instant of a sample lies on a full minute.</summary>
    private static class Oracle
    {
        private const int MinutesOfDay = 1440;

        public static DateTimeOffset Hours(Sample s)
        {
            var suspended = Suspended(s);
            var minute = Minute(s.Started);
            for (var left = s.Value * 60; left > 0; minute++)
            {
                left -= suspended.Contains(minute) ? 0 : 1;
            }

            return Origin.AddMinutes(minute);
        }

        public static DateTimeOffset Days(Sample s)
        {
            var suspended = Suspended(s);
            var last = Later(s).Where(day => Counts(day, suspended)).ElementAt(s.Value - 1);
            return End(s.Roll ? Later(s).First(day => day >= last && Works(day) && Counts(day, suspended)) : last);
        }

        public static DateTimeOffset WorkingDays(Sample s)
        {
            var suspended = Suspended(s);
            return End(Later(s).Where(day => Works(day) && Counts(day, suspended)).ElementAt(s.Value - 1));
        }

        private static IEnumerable<int> Later(Sample s) => Enumerable.Range((Minute(s.Started) / MinutesOfDay) + 1, 400);

        private static bool Works(int day)
        {
            var date = ChinaTime.DayOf(Origin).AddDays(day);
            var autumnOrNewYear = date < Day("2026-02-01");
            return date.ToString("MM-dd", CultureInfo.InvariantCulture) switch
            {
                "09-28" or "10-11" or "01-04" when autumnOrNewYear => true,
                "10-01" or "10-02" or "10-03" or "10-06" or "10-07" or "10-08" or "01-01" or "01-02" when autumnOrNewYear => false,
                _ => (int)date.DayOfWeek is >= 1 and <= 5,
            };
        }

        /// <summary>A day counts unless its last minute is suspended or a pause that came over from the day before reaches into it.</summary>
        private static bool Counts(int day, HashSet<int> suspended)
        {
            var first = day * MinutesOfDay;
            return !suspended.Contains(first + MinutesOfDay - 1) && !(suspended.Contains(first) && suspended.Contains(first - 1));
        }

        private static HashSet<int> Suspended(Sample s) =>
            [.. s.Excluded.SelectMany(e => Enumerable.Range(Minute(e.From), Minute(e.Until) - Minute(e.From)))];

        private static int Minute(DateTimeOffset instant) => (int)(instant - Origin).TotalMinutes;

        private static DateTimeOffset End(int day) => Origin.AddMinutes((day + 1) * MinutesOfDay);
    }
}
