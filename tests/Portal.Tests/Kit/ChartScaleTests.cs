using System.Globalization;
using Enforcement.Portal.Components.Charts;
using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Tests.Kit;

public sealed class ChartScaleTests
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 20, 8, 13, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData(0, 100, "0 25 50 75 100")]
    [InlineData(0, 7, "0 2 4 6 8")]
    [InlineData(-3, 3, "-4 -2 0 2 4")]
    [InlineData(0, 0.3, "0 0.1 0.2 0.3")]
    [InlineData(5, 5, "5 5.25 5.5 5.75 6")]
    public void Marks_are_round_and_enclose_the_values(double least, double greatest, string expected) =>
        Assert.Equal(expected, string.Join(' ', ChartScale.Marks(least, greatest).Select(mark => mark.ToString(CultureInfo.InvariantCulture))));

    [Fact]
    public void Times_are_round_at_Chinese_time_whatever_the_offset_of_the_instants()
    {
        var times = ChartScale.Times(Morning.ToUniversalTime(), Morning.AddHours(11).ToUniversalTime());

        Assert.Equal([10, 12, 14, 16, 18], times.Select(at => at.ToOffset(Dates.Offset).Hour));
        Assert.All(times, at => Assert.Equal(0, at.Minute));
    }

    [Fact]
    public void Thirty_days_are_marked_by_days()
    {
        var times = ChartScale.Times(Morning, Morning.AddDays(30));

        Assert.InRange(times.Length, 4, 7);
        Assert.All(times, at => Assert.Equal(TimeSpan.Zero, at.ToOffset(Dates.Offset).TimeOfDay));
    }

    [Fact]
    public void A_span_of_nothing_has_one_mark() => Assert.Equal(Morning, Assert.Single(ChartScale.Times(Morning, Morning)));

    [Theory]
    [InlineData(15, 0, 10, 100)]
    [InlineData(-1, 0, 10, 0)]
    [InlineData(5, 0, 10, 50)]
    [InlineData(5, 3, 3, 0)]
    public void A_place_never_leaves_the_axis(double value, double from, double to, double expected) => Assert.Equal(expected, ChartScale.Place(value, from, to));

    [Theory]
    [InlineData("zh-CN", 9_999, "9,999")]
    [InlineData("zh-CN", 12_345, "1.2万")]
    [InlineData("zh-CN", 250_000_000, "2.5亿")]
    [InlineData("en", 12_345, "12.3K")]
    [InlineData("en", 2_500_000, "2.5M")]
    [InlineData("en", 0.25, "0.25")]
    public void Short_figures_follow_the_language(string culture, double value, string expected)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        Assert.Equal(expected, Figures.Short(value));
    }

    [Fact]
    public void A_part_of_nothing_is_no_percentage() => Assert.Equal(("—", "33.3%"), (Figures.Percent(0, 0), Figures.Percent(1, 3)));
}
