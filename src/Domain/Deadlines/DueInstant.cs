namespace Enforcement.Domain.Deadlines;

/// <summary>When a term ends [届满时间], and how sure that is.</summary>
/// <param name="At">
/// UTC, whole microseconds. For hours the last instant that is still in time; for days, working days and dates the instant at which the day
/// after the last day begins, which is already late (<see cref="Terms.IsMissed(TermUnit, DateTimeOffset, DateTimeOffset)"/> knows the difference).
/// <see langword="null"/> when the text gives no number [及时].
/// </param>
/// <param name="Provisional">
/// The count depends on days for which no State Council notice is published yet; they were counted by the weekday rule. To be decided again when the year is published.
/// </param>
/// <param name="CalendarVersion">
/// Which calendar years were asked, by content (<see cref="WorkCalendar.VersionOf"/>); <see langword="null"/> when the count did not ask the calendar.
/// The same version means the same answer.
/// </param>
/// <param name="MovedFrom">
/// The last day by the count, when it was a rest day and the end was moved to the next working day [顺延]; <see langword="null"/>: the end was not moved.
/// </param>
public sealed record DueInstant(DateTimeOffset? At, bool Provisional, string? CalendarVersion, DateOnly? MovedFrom = null);
