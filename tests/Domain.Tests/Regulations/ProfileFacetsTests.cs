using Enforcement.Domain.Regulations;
using Enforcement.Domain.Regulations.Facets;

namespace Enforcement.Domain.Tests.Regulations;

public sealed class ProfileFacetsTests
{
    public static TheoryData<string> All => [.. ShippedProfiles.Catalog.All.Select(p => p.Profile.Id)];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_article_that_a_profile_carries_is_named_by_a_facet(string id)
    {
        var profile = ShippedProfiles.Pinned(id).Profile;

        var named = ProfileFacets.Of(profile).SelectMany(f => f.Articles).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(ProfileCites.Carried(profile).Except(named, StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Facets_have_keys_that_are_unique_in_their_topic_and_words_in_both_languages(string id)
    {
        var facets = ProfileFacets.Of(ShippedProfiles.Pinned(id).Profile);

        Assert.Empty(facets.GroupBy(f => (f.Topic, f.Key)).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.All(facets, f => Assert.True(f.Name is { Zh.Length: > 0, En.Length: > 0 } && f.Text is { Zh.Length: > 0, En.Length: > 0 }, $"{f.Topic} {f.Key}"));
    }

    [Fact]
    public void A_profile_compared_with_itself_has_no_difference()
    {
        var profile = ShippedProfiles.Pinned("cm/undated").Profile;

        var rows = ProfileComparison.Of(profile, profile);

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.True(row.Same, row.Key));
    }

    [Theory]
    [InlineData("hand-in", "24小时", "2个工作日")]
    [InlineData("archive", "30日", "30日")]
    public void Terms_of_two_profiles_stand_side_by_side(string clock, string cm, string ta)
    {
        var row = Row(FacetTopic.Terms, clock);

        Assert.StartsWith(cm, row.Left!.Text.Zh, StringComparison.Ordinal);
        Assert.StartsWith(ta, row.Right!.Text.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recording_that_one_regulation_demands_and_the_other_leaves_open_is_a_difference()
    {
        // CM-13: other ways of investigation may be recorded; TA-15: an inquiry must be.
        var row = Row(FacetTopic.AudioVideo, "inquiry");

        Assert.StartsWith("可以", row.Left!.Text.Zh, StringComparison.Ordinal);
        Assert.StartsWith("应当", row.Right!.Text.Zh, StringComparison.Ordinal);
        Assert.False(row.Same);
    }

    [Fact]
    public void What_only_one_profile_has_leaves_the_other_side_empty()
    {
        // CM-09 demands a prompt start after a complaint; TA has no such rule.
        var row = Row(FacetTopic.Terms, "start-promptly");

        Assert.Equal("CM-09", Assert.Single(row.Left!.Articles));
        Assert.Null(row.Right);
        Assert.False(row.Same);
    }

    [Fact]
    public void The_order_of_the_two_only_swaps_the_sides()
    {
        var (cm, ta) = (ShippedProfiles.Pinned("cm/undated").Profile, ShippedProfiles.Pinned("ta/2017-08-01").Profile);

        var there = ProfileComparison.Of(cm, ta).ToDictionary(r => (r.Topic, r.Key));
        var back = ProfileComparison.Of(ta, cm);

        Assert.Equal(there.Count, back.Length);
        Assert.All(back, row =>
        {
            var mirror = there[(row.Topic, row.Key)];
            Assert.Equal((mirror.Right?.Text, mirror.Left?.Text, mirror.Same), (row.Left?.Text, row.Right?.Text, row.Same));
        });
    }

    private static ComparedFacet Row(FacetTopic topic, string key) =>
        ProfileComparison.Of(ShippedProfiles.Pinned("cm/undated").Profile, ShippedProfiles.Pinned("ta/2017-08-01").Profile).Single(r => r.Topic == topic && r.Key == key);
}
