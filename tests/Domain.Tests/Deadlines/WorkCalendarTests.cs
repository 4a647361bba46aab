using Enforcement.Domain.Deadlines;
using static Enforcement.Domain.Tests.Deadlines.TestCalendar;

namespace Enforcement.Domain.Tests.Deadlines;

public sealed class WorkCalendarTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.Embedded;

    /// <summary>
    /// Typed by hand from the notices 国办发明电〔2023〕7号, 国办发明电〔2024〕12号 and 国办发明电〔2025〕7号, apart from the data files:
    /// first and last day of each holiday, then the weekend days worked.
    /// </summary>
    private static readonly Dictionary<int, (string[] Off, string[] Worked)> Typed = new()
    {
        [2024] = (
            ["0101-0101", "0210-0217", "0404-0406", "0501-0505", "0610-0610", "0915-0917", "1001-1007"],
            ["0204", "0218", "0407", "0428", "0511", "0914", "0929", "1012"]),
        [2025] = (
            ["0101-0101", "0128-0204", "0404-0406", "0501-0505", "0531-0602", "1001-1008"],
            ["0126", "0208", "0427", "0928", "1011"]),
        [2026] = (
            ["0101-0103", "0215-0223", "0404-0406", "0501-0505", "0619-0621", "0925-0927", "1001-1007"],
            ["0104", "0214", "0228", "0509", "0920", "1010"]),
    };

    [Theory]
    [InlineData(2024)]
    [InlineData(2025)]
    [InlineData(2026)]
    public void The_years_2024_to_2026_agree_with_the_notices_day_by_day(int year)
    {
        var (off, worked) = Typed[year];
        for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1))
        {
            var text = day.ToString("MMdd", System.Globalization.CultureInfo.InvariantCulture);
            var rests = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
                || off.Any(range => string.CompareOrdinal(range[..4], text) <= 0 && string.CompareOrdinal(text, range[5..]) <= 0);
            Assert.True(Calendar.IsWorkingDay(day) == (worked.Contains(text, StringComparer.Ordinal) || !rests), $"{day:yyyy-MM-dd}");
        }
    }

    [Fact]
    public void The_years_2007_to_2026_are_published_without_a_gap()
    {
        Assert.Equal(Enumerable.Range(2007, 20), Calendar.Years.Select(year => year.Year));
        Assert.All(Calendar.Years, year => Assert.Contains(year.Notices, notice => notice.Title.Contains($"{year.Year}年部分节假日安排", StringComparison.Ordinal)));
        Assert.False(Calendar.IsPublished(2006));
        Assert.False(Calendar.IsPublished(2027));
    }

    [Theory]
    [InlineData("2007-12-29", true)] // by the notice for 2008
    [InlineData("2007-12-31", false)]
    [InlineData("2008-05-04", true)]
    [InlineData("2009-01-04", true)]
    [InlineData("2009-09-27", true)]
    [InlineData("2011-12-31", true)] // by the notice for 2012
    [InlineData("2015-01-04", true)]
    [InlineData("2015-09-03", false)] // by the State Council's own notice for the 70th anniversary
    [InlineData("2015-09-06", true)]
    [InlineData("2016-04-02", false)]
    [InlineData("2018-06-16", false)]
    [InlineData("2018-09-22", false)]
    [InlineData("2018-12-29", true)] // by the notice for 2019
    [InlineData("2018-12-31", false)]
    [InlineData("2019-05-02", false)] // by the change of March 2019
    [InlineData("2019-05-05", true)]
    [InlineData("2020-01-31", false)] // by the extension of January 2020
    [InlineData("2020-02-01", false)]
    [InlineData("2020-02-03", true)]
    public void Days_that_other_sources_get_wrong_or_that_were_changed_later_follow_the_notices(string day, bool worked) =>
        Assert.Equal(worked, Calendar.IsWorkingDay(Day(day)));

    [Fact]
    public void Holidays_and_make_up_days_have_names()
    {
        Assert.Equal("春节", Calendar.HolidayOn(Day("2026-02-17")));
        Assert.Null(Calendar.HolidayOn(Day("2026-02-14")));
        Assert.True(Calendar.IsMakeUpDay(Day("2026-02-14")));
        Assert.False(Calendar.IsMakeUpDay(Day("2026-02-13")));
    }

    [Fact]
    public void The_next_working_day_passes_over_a_holiday_and_stops_at_a_make_up_day()
    {
        Assert.Equal(Day("2026-02-24"), Calendar.NextWorkingDay(Day("2026-02-14")));
        Assert.Equal(Day("2026-02-14"), Calendar.NextWorkingDay(Day("2026-02-13")));
    }

    [Fact]
    public void An_unpublished_year_follows_the_weekday_rule_and_is_not_settled()
    {
        Assert.False(Calendar.IsWorkingDay(Day("2027-10-02")));
        Assert.True(Calendar.IsWorkingDay(Day("2027-10-01")));
        Assert.False(Calendar.IsSettled(Day("2027-10-01")));
        Assert.True(Calendar.IsSettled(Day("2026-12-24")));
        Assert.False(Calendar.IsSettled(Day("2026-12-25")));
        Assert.False(Calendar.IsSettled(Day("2026-11-01"), Day("2027-01-01")));
    }

    [Fact]
    public void A_version_names_the_years_it_rests_on_and_nothing_else()
    {
        var (from, to) = (Day("2026-03-01"), Day("2026-04-01"));
        var more = Calendar.WithYear(Year(2027, [("元旦", Day("2027-01-01"), Day("2027-01-03"))]));
        Assert.StartsWith("2026.1+", Calendar.Version, StringComparison.Ordinal);
        Assert.StartsWith("2027.1+", more.Version, StringComparison.Ordinal);
        Assert.Equal(Calendar.VersionOf(from, to), more.VersionOf(from, to));
        Assert.NotEqual(Calendar.VersionOf(from, Day("2026-12-31")), more.VersionOf(from, Day("2026-12-31")));
        Assert.StartsWith("none+", Calendar.VersionOf(Day("2030-01-01"), Day("2030-02-01")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_correction_replaces_the_year_and_changes_its_version()
    {
        var old = Calendar.Years.Single(year => year.Year == 2026);
        var corrected = Calendar.WithYear(old with { Revision = 2, Holidays = [.. old.Holidays, new Holiday("纪念日", Day("2026-09-03"), Day("2026-09-03"))] });
        Assert.True(Calendar.IsWorkingDay(Day("2026-09-03")));
        Assert.False(corrected.IsWorkingDay(Day("2026-09-03")));
        Assert.StartsWith("2026.2+", corrected.Version, StringComparison.Ordinal);
        Assert.NotEqual(Calendar.VersionOf(Day("2026-09-01"), Day("2026-09-02")), corrected.VersionOf(Day("2026-09-01"), Day("2026-09-02")));
    }

    [Fact]
    public void The_version_of_the_shipped_calendar_is_stable() =>
        // deadlines of earlier releases pin it: it changes only together with a year file
        Assert.Equal("2026.1+4a962f3cf8ab", Calendar.Version);

    [Fact]
    public void The_same_year_twice_is_a_bug_of_the_caller()
    {
        var year = Year(2027, []);
        Assert.Throws<ArgumentException>(() => WorkCalendar.Of([year, year with { Revision = 2 }]));
    }
}
