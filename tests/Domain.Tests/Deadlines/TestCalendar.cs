using Enforcement.Domain.Deadlines;

namespace Enforcement.Domain.Tests.Deadlines;

internal static class TestCalendar
{
    /// <summary>Autumn 2025 and the turn to 2026, as far as the tests of counting need it.</summary>
    public static WorkCalendar Workdays { get; } = WorkCalendar.Of(
    [
        Year(2025, [("国庆节、中秋节", Day("2025-10-01"), Day("2025-10-08"))], Day("2025-09-28"), Day("2025-10-11")),
        Year(2026, [("元旦", Day("2026-01-01"), Day("2026-01-03"))], Day("2026-01-04")),
    ]);

    public static WorkCalendarYear Year(int year, (string Name, DateOnly From, DateOnly To)[] holidays, params DateOnly[] makeUpDays) => new()
    {
        Year = year,
        Revision = 1,
        Notices = [new CalendarNotice(null, "测试用放假安排")],
        Origin = "made for this test",
        Holidays = [.. holidays.Select(h => new Holiday(h.Name, h.From, h.To))],
        MakeUpDays = [.. makeUpDays],
    };

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>An instant at +08:00: <c>2026-09-03 14:20</c>.</summary>
    public static DateTimeOffset At(string text) => DateTimeOffset.Parse(text + " +08:00", System.Globalization.CultureInfo.InvariantCulture);
}
