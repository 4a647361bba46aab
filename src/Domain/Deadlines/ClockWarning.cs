using System.Diagnostics;

namespace Enforcement.Domain.Deadlines;

/// <summary>How near the end of a term is [临近期限], by the thresholds of its rule.</summary>
public static class ClockWarning
{
    /// <summary>How many thresholds have been reached: 0 while the end is far, also for a term that is met, stands still or is missed already.</summary>
    /// <param name="clock">The term.</param>
    /// <param name="calendar">The work calendar, for thresholds in working days.</param>
    /// <param name="now">The legal clock's instant.</param>
    public static int Level(ClockState clock, WorkCalendar calendar, DateTimeOffset now) =>
        clock.NextDue is { } due ? clock.Warn.Count(w => now >= From(w, due, calendar)) : 0;

    private static DateTimeOffset From(Term before, DateTimeOffset due, WorkCalendar calendar) => before switch
    {
        { Unit: TermUnit.Hours, Value: { } hours } => due.AddHours(-hours),
        { Unit: TermUnit.Days, Value: { } days } => due.AddDays(-days),
        { Unit: TermUnit.WorkingDays, Value: { } days } => WorkingDaysBefore(days, due, calendar),
        _ => throw new UnreachableException($"A threshold of {before} passed the reader."),
    };

    /// <summary>The beginning of the working day from which on so many working days are left, the last one included.</summary>
    private static DateTimeOffset WorkingDaysBefore(int days, DateTimeOffset due, WorkCalendar calendar)
    {
        var day = ChinaTime.DayOf(due.AddTicks(-TimeSpan.TicksPerMicrosecond));
        for (var left = calendar.IsWorkingDay(day) ? days - 1 : days; left > 0;)
        {
            day = day.AddDays(-1);
            left -= calendar.IsWorkingDay(day) ? 1 : 0;
        }

        return ChinaTime.StartOfDay(day);
    }
}
