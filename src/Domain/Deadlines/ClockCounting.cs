using System.Collections.Immutable;

namespace Enforcement.Domain.Deadlines;

/// <summary>Decides the due instant of a term again from its parts: start, term, suspensions, extensions.</summary>
public static class ClockCounting
{
    /// <summary>The due instant with these parts.</summary>
    /// <param name="clock">The term as it stands.</param>
    /// <param name="calendar">The work calendar.</param>
    /// <param name="started">Another start, or <see langword="null"/>.</param>
    /// <param name="term">Another term, or <see langword="null"/>.</param>
    /// <param name="excluded">Other exclusions, or <see langword="null"/>.</param>
    /// <param name="extensions">Other extensions, or <see langword="null"/>.</param>
    public static DueInstant Due(
        ClockState clock,
        WorkCalendar calendar,
        DateTimeOffset? started = null,
        Term? term = null,
        ImmutableArray<Interval>? excluded = null,
        IEnumerable<Term>? extensions = null)
    {
        var due = Terms.Due(term ?? clock.Term, started ?? clock.Started, clock.Date, calendar, clock.Roll, excluded ?? clock.Excluded);
        foreach (var extension in extensions ?? clock.Extensions.Select(e => e.Extension))
        {
            due = Extend(due, extension, calendar, clock.Roll, excluded ?? clock.Excluded);
        }

        return due;
    }

    /// <summary>A due instant moved on by an extension [延长]: counted from the old last day, in the extension's own unit.</summary>
    public static DueInstant Extend(DueInstant due, Term extension, WorkCalendar calendar, bool roll, ImmutableArray<Interval> excluded)
    {
        if (due.At is not { } at)
        {
            return due;
        }

        // A due instant in days is the beginning of the next day; the extension counts on from the last day itself.
        var from = extension.Unit is TermUnit.Hours ? at : at.AddTicks(-TimeSpan.TicksPerMicrosecond);
        var extended = Terms.Due(extension, from, null, calendar, roll, excluded);
        return extended with
        {
            Provisional = due.Provisional || extended.Provisional,
            CalendarVersion = extended.CalendarVersion ?? due.CalendarVersion,
        };
    }
}
