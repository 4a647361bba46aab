using System.Globalization;
using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Tests.Localization;

public sealed class DatesTests
{
    private static readonly DateTimeOffset Utc = new(2026, 11, 21, 6, 20, 5, TimeSpan.Zero);

    public DatesTests() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");

    [Fact]
    public void Instants_are_shown_at_plus_eight_as_Chinese_offices_write_them() => Assert.Equal("2026年11月21日 14:20", Dates.Instant(Utc));

    [Fact]
    public void An_English_reader_sees_ISO_dates()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

        Assert.Equal("2026-11-21 14:20", Dates.Instant(Utc));
    }

    [Fact]
    public void Midnight_ends_the_day_before() =>
        Assert.Equal("2026年11月30日 24:00", Dates.Due(new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.FromHours(8))));

    [Fact]
    public void A_term_in_hours_ends_at_its_minute() =>
        Assert.Equal("2026年11月21日 14:20", Dates.Due(Utc));

    [Fact]
    public void What_an_input_shows_is_read_back_to_the_same_minute() =>
        Assert.Equal(Utc.AddSeconds(-5), Dates.FromInput(Dates.ToInput(Utc)));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("2026-13-01T00:00")]
    public void Nothing_is_made_of_what_is_no_instant(string? typed) => Assert.Null(Dates.FromInput(typed));

    [Theory]
    [InlineData(59, "59分")]
    [InlineData(61, "1小时1分")]
    [InlineData(60 * 49, "2天1小时")]
    [InlineData((60 * 24 * 87) + 5, "87天")]
    [InlineData(180, "3小时")]
    [InlineData(-90, "1小时30分")]
    public void A_span_is_said_in_its_two_largest_units(int minutes, string words) => Assert.Equal(words, Dates.Span(TimeSpan.FromMinutes(minutes)));
}
