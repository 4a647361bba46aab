using Enforcement.Domain.Ledger;

namespace Enforcement.Domain.Tests.Ledger;

public sealed class CanonicalInstantTests
{
    [Fact]
    public void An_instant_is_written_in_utc_with_six_digits_and_cut_not_rounded()
    {
        var instant = new DateTimeOffset(2026, 3, 5, 9, 30, 0, TimeSpan.FromHours(8)).AddTicks(9_999_999);

        Assert.Equal("2026-03-05T01:30:00.999999Z", CanonicalInstant.Format(instant));
        Assert.Equal(instant.AddTicks(-9), CanonicalInstant.Cut(instant));
        Assert.Equal(TimeSpan.Zero, CanonicalInstant.Cut(instant).Offset);
        Assert.Equal(CanonicalInstant.Cut(instant), CanonicalInstant.Parse("2026-03-05T01:30:00.999999Z"));
    }

    [Theory]
    [InlineData("2026-03-05T01:30:00Z")]
    [InlineData("2026-03-05T01:30:00.0000000Z")]
    [InlineData("2026-03-05T01:30:00.000000+00:00")]
    [InlineData("2026-03-05 01:30:00.000000Z")]
    [InlineData(" 2026-03-05T01:30:00.000000Z")]
    [InlineData("2026-02-30T01:30:00.000000Z")]
    [InlineData("")]
    public void Any_other_spelling_is_refused(string text) => Assert.Throws<CanonicalJsonException>(() => CanonicalInstant.Parse(text));

    [Theory]
    [InlineData(1970, 0L)]
    [InlineData(2000, 946684800000000L)]
    [InlineData(1960, -315619200000000L)]
    public void Microseconds_count_from_1970(int year, long microseconds)
    {
        var instant = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal(microseconds, CanonicalInstant.ToMicroseconds(instant.AddTicks(9)));
        Assert.Equal(instant, CanonicalInstant.FromMicroseconds(microseconds));
    }

    [Fact]
    public void Before_1970_what_is_finer_is_still_cut_towards_the_past()
    {
        Assert.Equal(-1, CanonicalInstant.ToMicroseconds(DateTimeOffset.UnixEpoch.AddTicks(-1)));
    }
}
