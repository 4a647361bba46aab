namespace Enforcement.Domain.Deadlines;

/// <summary>Legal time [北京时间]: every term is counted at +08:00, nationwide and without daylight saving, whatever the machine or the reader uses.</summary>
public static class ChinaTime
{
    /// <summary>The offset at which days begin and end: +08:00.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The calendar day on which an instant falls at +08:00.</summary>
    /// <param name="instant">Any instant, in any offset.</param>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>The instant at which a day begins [零时] at +08:00.</summary>
    /// <param name="day">The day.</param>
    public static DateTimeOffset StartOfDay(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Offset);

    /// <summary>The instant at which a day ends [24时]: the start of the next one. The day itself does not contain it.</summary>
    /// <param name="day">The day.</param>
    public static DateTimeOffset EndOfDay(DateOnly day) => StartOfDay(day.AddDays(1));

    /// <summary>The instant without what is finer than a microsecond, in UTC: the form in which instants are stored and compared.</summary>
    /// <param name="instant">Any instant. Never rounded up, so a truncated instant is not later than what was measured.</param>
    public static DateTimeOffset Truncate(DateTimeOffset instant)
    {
        var utc = instant.UtcTicks;
        return new DateTimeOffset(utc - (utc % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
    }
}
