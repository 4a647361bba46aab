using System.Globalization;

namespace Enforcement.Portal.Localization;

/// <summary>Instants as Chinese offices write them, always at +08:00.</summary>
public static class Dates
{
    /// <summary>The offset of every date on a page.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    private const string InputForm = "yyyy-MM-ddTHH:mm";

    /// <summary><c>2026年11月21日 14:20</c>, <c>2026-11-21 14:20</c>.</summary>
    public static string Instant(DateTimeOffset instant) =>
        instant.ToOffset(Offset).ToString(Phrase.English ? "yyyy-MM-dd HH:mm" : "yyyy'年'M'月'd'日' HH:mm", CultureInfo.InvariantCulture);

    /// <summary>With seconds, where the order of events matters.</summary>
    public static string Exact(DateTimeOffset instant) =>
        instant.ToOffset(Offset).ToString(Phrase.English ? "yyyy-MM-dd HH:mm:ss" : "yyyy'年'M'月'd'日' HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary><c>14:20:05</c> at +08:00.</summary>
    public static string TimeOfDay(DateTimeOffset instant) => instant.ToOffset(Offset).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The end of a term: midnight is the end of the day before it, as the law counts.</summary>
    public static string Due(DateTimeOffset due)
    {
        var local = due.ToOffset(Offset);
        return local.TimeOfDay == TimeSpan.Zero ? $"{Day(DateOnly.FromDateTime(local.DateTime).AddDays(-1))} 24:00" : Instant(due);
    }

    public static string Day(DateOnly day) =>
        day.ToString(Phrase.English ? "yyyy-MM-dd" : "yyyy'年'M'月'd'日'", CultureInfo.InvariantCulture);

    /// <summary>The day of an instant at +08:00.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>The first instant of a day at +08:00.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Offset);

    /// <summary>What a date-and-time input shows.</summary>
    public static string ToInput(DateTimeOffset instant) => instant.ToOffset(Offset).ToString(InputForm, CultureInfo.InvariantCulture);

    /// <summary>What was typed into a date-and-time input, read at +08:00; <see langword="null"/>: nothing or not an instant.</summary>
    public static DateTimeOffset? FromInput(string? typed) =>
        DateTime.TryParseExact(typed, [InputForm, InputForm + ":ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new DateTimeOffset(local, Offset)
            : null;

    /// <summary>For programs: ISO 8601 with offset.</summary>
    public static string Iso(DateTimeOffset instant) => instant.ToOffset(Offset).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>How long, in the two largest units that count, without one that is nothing: <c>2天3小时</c>, <c>2 d 3 h</c>, <c>87天</c>.</summary>
    public static string Span(TimeSpan span)
    {
        var (d, h, m) = (Math.Abs((int)span.TotalDays), Math.Abs(span.Hours), Math.Abs(span.Minutes));
        return (d, h, m) switch
        {
            ( > 0, 0, _) => Phrase.English ? $"{d} d" : $"{d}天",
            ( > 0, _, _) => Phrase.English ? $"{d} d {h} h" : $"{d}天{h}小时",
            (_, > 0, 0) => Phrase.English ? $"{h} h" : $"{h}小时",
            (_, > 0, _) => Phrase.English ? $"{h} h {m} min" : $"{h}小时{m}分",
            _ => Phrase.English ? $"{m} min" : $"{m}分",
        };
    }
}
