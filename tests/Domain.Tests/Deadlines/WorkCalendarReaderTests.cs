using System.Text;
using Enforcement.Domain.Deadlines;
using static Enforcement.Domain.Tests.Deadlines.TestCalendar;

namespace Enforcement.Domain.Tests.Deadlines;

public sealed class WorkCalendarReaderTests
{
    private const string Good = """
        {
          "year": 2026,
          "version": "2026.1",
          "notices": [{ "number": null, "title": "关于2026年部分节假日安排的通知" }],
          "origin": "typed for this test",
          "holidays": [
            { "name": "元旦", "from": "2026-01-01", "to": "2026-01-03" },
            { "name": "春节", "from": "2026-02-15", "to": "2026-02-23" }
          ],
          "makeUpDays": ["2026-02-28", "2026-01-04"]
        }
        """;

    private static CalendarReading Read(string json) => WorkCalendarReader.Read("2026.json", Encoding.UTF8.GetBytes(json));

    [Fact]
    public void A_good_file_is_read_in_the_order_of_its_days()
    {
        var year = Read(Good).Year!;
        Assert.Equal((2026, 1, "2026.1"), (year.Year, year.Revision, year.Version));
        Assert.Equal(new CalendarNotice(null, "关于2026年部分节假日安排的通知"), Assert.Single(year.Notices));
        Assert.Equal([new Holiday("元旦", Day("2026-01-01"), Day("2026-01-03")), new Holiday("春节", Day("2026-02-15"), Day("2026-02-23"))], year.Holidays.AsEnumerable());
        Assert.Equal([Day("2026-01-04"), Day("2026-02-28")], year.MakeUpDays.AsEnumerable());
    }

    [Fact]
    public void A_byte_order_mark_is_no_fault() => Assert.NotNull(Read('\uFEFF' + Good).Year);

    [Theory]
    [InlineData("\"year\": 2026,", "", "$.year", "missing")]
    [InlineData("\"year\": 2026,", "\"year\": 2026, \"year\": 2026,", "$.year", "twice")]
    [InlineData("\"year\": 2026,", "\"year\": \"2026\",", "$.year", "expected a year")]
    [InlineData("\"year\": 2026,", "\"year\": 1999,", "$.year", "expected a year")]
    [InlineData("\"year\": 2026,", "\"year\": 2026, \"holiday\": [],", "$.holiday", "unknown member")]
    [InlineData("\"2026.1\"", "\"2025.1\"", "$.version", "expected 2026.1")]
    [InlineData("\"2026.1\"", "\"2026.01\"", "$.version", "expected 2026.1")]
    [InlineData("\"2026.1\"", "\"2026.0\"", "$.version", "expected 2026.1")]
    [InlineData("\"2026.1\"", "2026.1", "$.version", "expected a text")]
    [InlineData("[{ \"number\": null, \"title\": \"关于2026年部分节假日安排的通知\" }]", "[]", "$.notices", "at least one notice")]
    [InlineData("\"number\": null", "\"number\": 7", "$.notices[0].number", "expected a text")]
    [InlineData("关于2026年部分节假日安排的通知", " ", "$.notices[0].title", "empty")]
    [InlineData("typed for this test", "", "$.origin", "empty")]
    [InlineData("\"name\": \"元旦\"", "\"name\": null", "$.holidays[0].name", "expected a text")]
    [InlineData("\"name\": \"元旦\"", "\"nam\": \"元旦\"", "$.holidays[0].nam", "unknown member")]
    [InlineData("\"name\": \"元旦\"", "\"nam\": \"元旦\"", "$.holidays[0].name", "missing")]
    [InlineData("\"from\": \"2026-01-01\"", "\"from\": \"2025-12-31\"", "$.holidays[0].from", "outside the year 2026")]
    [InlineData("\"from\": \"2026-01-01\"", "\"from\": \"2026-1-1\"", "$.holidays[0].from", "yyyy-MM-dd")]
    [InlineData("\"to\": \"2026-01-03\"", "\"to\": \"2026-02-30\"", "$.holidays[0].to", "yyyy-MM-dd")]
    [InlineData("\"from\": \"2026-02-15\"", "\"from\": \"2026-02-24\"", "$.holidays[1]", "ends before it begins")]
    [InlineData("\"to\": \"2026-02-23\"", "\"to\": \"2026-12-23\"", "$.holidays[1]", "more than 15 days")]
    [InlineData("\"from\": \"2026-02-15\", \"to\": \"2026-02-23\"", "\"from\": \"2026-01-03\", \"to\": \"2026-01-05\"", "$.holidays[1]", "already named by $.holidays[0]")]
    [InlineData("\"from\": \"2026-02-15\", \"to\": \"2026-02-23\"", "\"from\": \"2026-02-21\", \"to\": \"2026-02-22\"", "$.holidays[1]", "no effect")]
    [InlineData("\"2026-02-28\", \"2026-01-04\"", "\"2026-01-04\", \"2026-01-04\"", "$.makeUpDays[1]", "already named by $.makeUpDays[0]")]
    [InlineData("\"2026-02-28\"", "\"2026-02-22\"", "$.makeUpDays[0]", "already named by $.holidays[1]")]
    [InlineData("\"2026-02-28\"", "\"2026-02-27\"", "$.makeUpDays[0]", "is a weekday")]
    [InlineData("\"2026-02-28\"", "\"2027-01-02\"", "$.makeUpDays[0]", "outside the year 2026")]
    [InlineData("[\"2026-02-28\", \"2026-01-04\"]", "\"2026-02-28\"", "$.makeUpDays", "expected an array")]
    [InlineData("{ \"name\": \"元旦\", \"from\": \"2026-01-01\", \"to\": \"2026-01-03\" }", "\"2026-01-01\"", "$.holidays[0]", "expected an object")]
    [InlineData("\"typed for this test\"", "\"\\ud800\"", "$", "not valid Unicode")]
    [InlineData("\"year\": 2026,", "\"year\": 2026", "$", "not valid JSON")]
    public void A_wrong_file_is_refused_with_file_path_and_reason(string part, string by, string path, string reason)
    {
        Assert.Contains(part, Good, StringComparison.Ordinal);
        var reading = Read(Good.Replace(part, by, StringComparison.Ordinal));
        Assert.Null(reading.Year);
        Assert.Contains(reading.Problems, problem => problem.File == "2026.json" && problem.Path == path && problem.Reason.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void All_problems_are_told_at_once()
    {
        var reading = Read(Good.Replace("2026-02-28", "2026-02-27", StringComparison.Ordinal).Replace("元旦", "", StringComparison.Ordinal));
        Assert.Equal(["$.holidays[0].name", "$.makeUpDays[0]"], reading.Problems.Select(problem => problem.Path));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"holidays\": [], \"makeUpDays\": []}")]
    public void What_is_no_calendar_at_all_is_refused(string json) => Assert.NotEmpty(Read(json).Problems);

    [Fact]
    public void A_year_without_a_holiday_is_refused()
    {
        var start = Good.IndexOf("{ \"name\"", StringComparison.Ordinal);
        var end = Good.LastIndexOf("],\n", StringComparison.Ordinal);
        Assert.Equal("$.holidays", Assert.Single(Read(Good[..start] + Good[end..]).Problems).Path);
    }

    [Fact]
    public void No_damaged_byte_makes_the_reader_throw()
    {
        var good = Encoding.UTF8.GetBytes(Good);
        for (var position = 0; position < good.Length; position++)
        {
            foreach (var value in new byte[] { 0, (byte)'"', (byte)'{', (byte)'9', 0x80, 0xFF })
            {
                var damaged = (byte[])good.Clone();
                damaged[position] = value;
                var reading = WorkCalendarReader.Read("2026.json", damaged);
                Assert.Equal(reading.Year is null, !reading.Problems.IsEmpty);
            }
        }
    }
}
