using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Tests.Regulations;

public sealed class ShippedProfilesTests
{
    [Theory]
    [InlineData("cz/undated", "CZ", null)]
    [InlineData("ta/2017-08-01", "TA", "2017-08-01")]
    public void A_shipped_profile_passes_the_strict_reader_and_has_its_day(string id, string code, string? from)
    {
        var profile = ShippedProfiles.Profile(id);
        Assert.Equal(code, profile.Code);
        Assert.Equal(from, profile.EffectiveFrom?.ToString("yyyy-MM-dd"));
    }

    [Theory]
    [InlineData("CZ", 35, "cz/undated")]
    [InlineData("TA", 21, "ta/2017-08-01")]
    public void Every_article_of_the_regulation_is_carried_and_none_is_left_out(string code, int count, string id)
    {
        var profile = ShippedProfiles.Profile(id);
        var carried = ProfileCites.Carried(profile).Where(c => c.StartsWith(code + "-", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(Enumerable.Range(1, count).Select(n => $"{code}-{n:00}"), carried);
        Assert.Empty(profile.NotCarried);
    }

    [Fact]
    public void The_Tai_an_profile_is_in_force_from_its_first_day_and_not_before()
    {
        Assert.Null(ShippedProfiles.Catalog.InForce("TA", new DateOnly(2017, 7, 31)));
        Assert.Equal("ta/2017-08-01", ShippedProfiles.Catalog.InForce("TA", new DateOnly(2017, 8, 1))?.Profile.Id);
    }

    [Fact]
    public void The_Changzhi_profile_without_a_date_is_in_force_on_any_day() =>
        Assert.Equal("cz/undated", ShippedProfiles.Catalog.InForce("CZ", new DateOnly(2010, 1, 1))?.Profile.Id);
}
