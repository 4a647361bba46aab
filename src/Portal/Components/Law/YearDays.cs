using System.Globalization;
using Enforcement.Grains.Interfaces.Regulations;
using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Components.Law;

/// <summary>A day on the picture of a year.</summary>
/// <param name="Date">The day.</param>
/// <param name="Kind">work, weekend, holiday, makeup.</param>
/// <param name="Words">What it is, for those who do not see the sign.</param>
/// <param name="Sign">The sign beside the number, as Chinese calendars print it; empty: none.</param>
internal sealed record YearDay(DateOnly Date, string Kind, string Words, string Sign);

/// <summary>The days of a year, laid out by months and weeks that begin on Monday.</summary>
internal static class YearDays
{
    public static IEnumerable<string> Weekdays => Phrase.English ? ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"] : ["一", "二", "三", "四", "五", "六", "日"];

    public static string MonthName(int month) => Phrase.English ? CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month) : $"{month}月";

    /// <summary>Twelve months; a week has seven places, those outside of the month empty.</summary>
    public static IEnumerable<(int Number, IReadOnlyList<YearDay?[]> Weeks)> Months(CalendarYearView year) =>
        Enumerable.Range(1, 12).Select(month => (month, Weeks(year, month)));

    private static IReadOnlyList<YearDay?[]> Weeks(CalendarYearView year, int month)
    {
        var first = new DateOnly(year.Year, month, 1);
        var before = ((int)first.DayOfWeek + 6) % 7;
        return [.. Enumerable.Repeat<YearDay?>(null, before)
            .Concat(Enumerable.Range(0, DateTime.DaysInMonth(year.Year, month)).Select(i => Day(year, first.AddDays(i))))
            .Chunk(7)
            .Select(week => week.Length == 7 ? week : [.. week, .. Enumerable.Repeat<YearDay?>(null, 7 - week.Length)])];
    }

    private static YearDay Day(CalendarYearView year, DateOnly day) =>
        year.MakeUpDays.Contains(day) ? new(day, "makeup", CalendarText.MakeUp, CalendarText.MakeUpSign)
        : year.Holidays.FirstOrDefault(h => h.From <= day && day <= h.To) is { } holiday ? new(day, "holiday", holiday.Name, CalendarText.HolidaySign)
        : day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? new(day, "weekend", CalendarText.Weekend, "")
        : new(day, "work", CalendarText.Work, "");
}
