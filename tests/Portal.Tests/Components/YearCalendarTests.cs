using Enforcement.Grains.Interfaces.Regulations;
using Enforcement.Portal.Components.Law;

namespace Enforcement.Portal.Tests.Components;

public sealed class YearCalendarTests : PortalTest
{
    private static readonly CalendarYearView Year = new(
        2026, "2026.1", ["通知"], "made up for a test", [new HolidayView("国庆节", new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 7))], [new DateOnly(2026, 10, 10)]);

    [Fact]
    public void Every_day_of_the_year_stands_once_below_its_weekday()
    {
        var picture = Render<YearCalendar>(p => p.Add(c => c.Year, Year));

        Assert.Equal(12, picture.FindAll("table").Count);
        Assert.Equal(365, picture.FindAll("td").Count(td => td.TextContent.Trim().Length > 0));
        Assert.All(picture.FindAll("tbody tr"), row => Assert.Equal(7, row.Children.Length));
        // 2026-10-01 is a Thursday: the fourth place.
        Assert.StartsWith("1", picture.FindAll("table")[9].QuerySelectorAll("tbody tr")[0].Children[3].TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_holiday_and_a_make_up_day_are_told_by_sign_and_by_words()
    {
        var october = Render<YearCalendar>(p => p.Add(c => c.Year, Year)).FindAll("table")[9];

        var holiday = october.QuerySelectorAll("td").First(td => td.TextContent.Trim().StartsWith('3'));
        Assert.Contains("国庆节", holiday.TextContent, StringComparison.Ordinal);
        Assert.Contains("休", holiday.TextContent, StringComparison.Ordinal);
        var makeUp = october.QuerySelectorAll("td").Single(td => td.ClassList.Contains("day-makeup"));
        Assert.Contains("10", makeUp.TextContent, StringComparison.Ordinal);
        Assert.Contains("班", makeUp.TextContent, StringComparison.Ordinal);
    }
}
