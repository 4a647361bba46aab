using System.Collections.Immutable;
using System.Diagnostics;

namespace Enforcement.Domain.Deadlines;

/// <summary>Counts terms [期限计算] at +08:00. Pure: the same arguments give the same answer for ever.</summary>
/// <remarks>
/// <para><b>Hours</b> run from instant to instant; the first hour counts, nights and holidays do not pause them.</para>
/// <para>
/// <b>Days and working days</b> do not count the day of the start event and end at 24:00 of their last day, stored as the instant at which the
/// next day begins. A make-up working day is a working day, also on a weekend. Calendar days do not move off a holiday unless the profile's
/// switch says so (<see cref="MovingArticle"/> by analogy); then the last day becomes the next working day that is not suspended.
/// </para>
/// <para>
/// <b>A date given in a document</b> stands as it was told to the party: neither the switch nor a suspension moves it. Moving it takes a new document.
/// </para>
/// <para>
/// <b>Suspension</b> [中止; 不计入期限]. Hours: the suspended time is subtracted to the microsecond. Days and working days: a day is not counted when the
/// suspension was in force at its end, or on any part of it unless the suspension began that same day. The reasons: a day is counted as a whole when it ends, so a day that ends suspended has not been completed; the
/// day on which the term resumes is treated like the day of a start event, which the law does not count (民事诉讼法-85); and a pause that begins
/// and ends within one day takes no day away, so that a term in days cannot be stretched by an hour's stop on each of its days. The texts are
/// silent about parts of days, so this is an assumption, stated here and in docs/calendars.md.
/// Suspensions that touch or overlap count as one. One that is still running has no end and is not passed: the case shows the term as
/// suspended and asks again when it has ended.
/// </para>
/// <para>
/// <b>Provisional</b>: a count that asked the calendar about a day whose notice is not published. Such days follow the weekday rule.
/// </para>
/// </remarks>
public static class Terms
{
    /// <summary>The article by which the end of a term moves off a rest day [最后一日是法定休假日], in administrative terms by analogy [参照].</summary>
    public const string MovingArticle = "民事诉讼法-85";

    /// <summary>When a term ends.</summary>
    /// <param name="term">Unit and number.</param>
    /// <param name="started">The instant of the start event (when it happened, not when it was written down).</param>
    /// <param name="date">For <see cref="TermUnit.Date"/> the day given in the document; otherwise not looked at.</param>
    /// <param name="calendar">Holidays and make-up working days.</param>
    /// <param name="rollToWorkingDay">Whether calendar days that end on a rest day end on the next working day instead.</param>
    /// <param name="excluded">Closed suspensions, in any order; they may overlap. Default or empty: none.</param>
    /// <exception cref="ArgumentException">A date term without a date, or a suspension that ends before it begins.</exception>
    public static DueInstant Due(
        Term term,
        DateTimeOffset started,
        DateOnly? date,
        WorkCalendar calendar,
        bool rollToWorkingDay,
        ImmutableArray<Interval> excluded)
    {
        ArgumentNullException.ThrowIfNull(term);
        ArgumentNullException.ThrowIfNull(calendar);
        var suspensions = Suspensions.Of(excluded);
        var start = ChinaTime.Truncate(started);
        return term switch
        {
            { Unit: TermUnit.Hours, Value: { } hours } => Fixed(suspensions.After(start, TimeSpan.FromHours(hours))),
            { Unit: TermUnit.Days, Value: { } days } => Days(start, days, calendar, rollToWorkingDay, suspensions),
            { Unit: TermUnit.WorkingDays, Value: { } days } => WorkingDays(start, days, calendar, suspensions),
            { Unit: TermUnit.Date } => Fixed(ChinaTime.EndOfDay(
                date ?? throw new ArgumentException("A term that ends on a given date needs the date.", nameof(date)))),
            { Unit: TermUnit.Promptly } => new DueInstant(null, Provisional: false, CalendarVersion: null),
            _ => throw new UnreachableException($"Unknown term {term}."),
        };
    }

    /// <summary>Whether a term is missed [逾期]: in hours when now is later than the due instant; in days, working days and dates when now has reached it.</summary>
    /// <param name="unit">What the term counts. <see cref="TermUnit.Promptly"/> is never missed by counting.</param>
    /// <param name="due">The due instant as <see cref="DueInstant.At"/> gives it.</param>
    /// <param name="now">The instant of the legal clock, or at which the act that stops the term happened.</param>
    public static bool IsMissed(TermUnit unit, DateTimeOffset due, DateTimeOffset now)
    {
        var (at, reached) = (ChinaTime.Truncate(due), ChinaTime.Truncate(now));
        return unit switch
        {
            TermUnit.Hours => reached > at,
            TermUnit.Days or TermUnit.WorkingDays or TermUnit.Date => reached >= at,
            TermUnit.Promptly => false,
            _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Unknown term unit."),
        };
    }

    /// <summary>Whether a term is missed; see <see cref="IsMissed(TermUnit, DateTimeOffset, DateTimeOffset)"/>.</summary>
    /// <param name="term">The term.</param>
    /// <param name="due">The due instant.</param>
    /// <param name="now">The instant to judge by.</param>
    public static bool IsMissed(Term term, DateTimeOffset due, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(term);
        return IsMissed(term.Unit, due, now);
    }

    private static DueInstant Days(DateTimeOffset start, int days, WorkCalendar calendar, bool roll, Suspensions suspensions)
    {
        var last = ChinaTime.DayOf(start);
        for (var counted = 0; counted < days;)
        {
            last = last.AddDays(1);
            counted += suspensions.Exclude(last) ? 0 : 1;
        }

        if (!roll)
        {
            return Fixed(ChinaTime.EndOfDay(last));
        }

        var first = last;
        while (!calendar.IsWorkingDay(last) || suspensions.Exclude(last))
        {
            last = last.AddDays(1);
        }

        return ByCalendar(first, last, calendar) with { MovedFrom = last == first ? null : first };
    }

    private static DueInstant WorkingDays(DateTimeOffset start, int days, WorkCalendar calendar, Suspensions suspensions)
    {
        var last = ChinaTime.DayOf(start);
        var first = last.AddDays(1);
        for (var counted = 0; counted < days;)
        {
            last = last.AddDays(1);
            counted += calendar.IsWorkingDay(last) && !suspensions.Exclude(last) ? 1 : 0;
        }

        return ByCalendar(first, last, calendar);
    }

    private static DueInstant Fixed(DateTimeOffset due) => new(due.ToUniversalTime(), Provisional: false, CalendarVersion: null);

    private static DueInstant ByCalendar(DateOnly first, DateOnly last, WorkCalendar calendar) => new(
        ChinaTime.EndOfDay(last).ToUniversalTime(),
        Provisional: !calendar.IsSettled(first, last),
        CalendarVersion: calendar.VersionOf(first, last));
}
