using Enforcement.Domain.Regulations;
using static Enforcement.Domain.Regulations.AvExemption;
using static Enforcement.Domain.Regulations.AvNeed;

namespace Enforcement.Domain.Tests.Regulations;

/// <summary>The audio-video matrix of CM, FS and GC, typed here a second time from the texts; the files must say the same, no more and no less.</summary>
public sealed class AvMatrixTests
{
    private static readonly AvCell[] Table =
    [
        new("cm", "application", Optional, "CM-07"),
        new("cm", "application-outcome", Optional, "CM-07"),
        new("cm", "inquiry", Optional, "CM-13"),
        new("cm", "on-site-inspection", Required, "CM-13", Unsuitable),
        new("cm", "sampling", Required, "CM-13", Unsuitable),
        new("cm", "evidence-retrieval", Optional, "CM-13"),
        new("cm", "prior-registration", Optional, "CM-13"),
        new("cm", "preservation", Required, "CM-14", When: "form=av"),
        new("cm", "preservation", Optional, "CM-13"),
        new("cm", "other-investigation", Optional, "CM-13"),
        new("cm", "investigation-refused", Optional, "CM-13"),
        new("cm", "statement-defence", Optional, "CM-13"),
        new("cm", "hearing", Required, "CM-13", Unsuitable),
        new("cm", "seal-seizure", Required, "CM-15"),
        new("cm", "summary-decision", Required, "CM-22", When: "disputeProne=true"),
        new("cm", "service-leave", Required, "CM-25"),
        new("cm", "service-notice", Required, "CM-27", Modes: "Photo Video"),
        new("cm", "rectification-check", Optional, "CM-28"),
        new("cm", "enforcement", Required, "CM-30", When: "mode=removal-restoration"),

        new("fs", "inquiry", Optional, "FS-12"),
        new("fs", "on-site-inspection", Required, "FS-12", UnsuitableWithReason),
        new("fs", "sampling", Required, "FS-12", UnsuitableWithReason),
        new("fs", "evidence-retrieval", Optional, "FS-12"),
        new("fs", "prior-registration", Optional, "FS-12"),
        new("fs", "preservation", Required, "FS-13", When: "form=av"),
        new("fs", "preservation", Optional, "FS-12"),
        new("fs", "other-investigation", Optional, "FS-12"),
        new("fs", "investigation-refused", Optional, "FS-12"),
        new("fs", "statement-defence", Optional, "FS-12"),
        new("fs", "hearing", Required, "FS-12", UnsuitableWithReason),
        new("fs", "seal-seizure", Required, "FS-14"),
        new("fs", "liberty-restriction", Required, "FS-14"),
        new("fs", "summary-decision", Required, "FS-21", When: "disputeProne=true"),
        new("fs", "service-leave", Required, "FS-24"),
        new("fs", "service-notice", Required, "FS-26", Modes: "Photo Video"),
        new("fs", "rectification-check", Optional, "FS-27"),
        new("fs", "enforcement", Required, "FS-29", When: "mode=removal-restoration"),

        new("gc", "inquiry", Optional, "GC-11"),
        new("gc", "on-site-inspection", Required, "GC-11", Unsuitable),
        new("gc", "sampling", Required, "GC-11", Unsuitable),
        new("gc", "evidence-retrieval", Optional, "GC-11"),
        new("gc", "prior-registration", Optional, "GC-11"),
        new("gc", "preservation", Required, "GC-12", When: "form=av"),
        new("gc", "preservation", Optional, "GC-11"),
        new("gc", "other-investigation", Optional, "GC-11"),
        new("gc", "investigation-refused", Optional, "GC-11"),
        new("gc", "statement-defence", Optional, "GC-11"),
        new("gc", "hearing", Optional, "GC-11"),
        new("gc", "seal-seizure", Required, "GC-13", When: "pollutionFacility=true"),
        new("gc", "summary-decision", Required, "GC-20"),
        new("gc", "service-leave", Required, "GC-23"),
        new("gc", "service-notice", Required, "GC-25", Modes: "Photo Video"),
        new("gc", "rectification-check", Required, "GC-26"),
        new("gc", "enforcement", Required, "GC-28", When: "mode=removal-restoration"),
    ];

    public static IEnumerable<object[]> Rows() => Table.Select(c => (c.Profile, c.Act)).Distinct().Select(c => new object[] { c.Profile, c.Act });

    [Theory]
    [MemberData(nameof(Rows))]
    public void An_act_asks_for_exactly_the_record_that_its_article_asks_for(string profile, string act)
    {
        var rules = ThreeProfiles.Of(profile).Act(act)!.Av;

        Assert.Equal(Table.Where(c => c.Profile == profile && c.Act == act), rules.Select(r => AvCell.Of(profile, act, r)));
    }

    [Theory]
    [InlineData("cm")]
    [InlineData("fs")]
    [InlineData("gc")]
    public void No_other_act_asks_for_a_record(string profile)
    {
        var asking = ThreeProfiles.Of(profile).Acts.Where(a => !a.Av.IsEmpty).Select(a => a.Kind);

        Assert.Equal(Table.Where(c => c.Profile == profile).Select(c => c.Act).Distinct().Order(), asking.Order());
    }

    [Fact]
    public void In_FS_freezing_is_recorded_in_text_only()
    {
        var freeze = ThreeProfiles.Of("fs").Act("freeze")!;

        Assert.Empty(freeze.Av);
        Assert.Equal(["FS-14"], freeze.Documents.Select(d => d.Article));
    }

    [Fact]
    public void Only_CM_names_windows_with_surveillance_and_leaves_them_to_the_sections()
    {
        Assert.Equal([(Optional, "CM-07")], ThreeProfiles.Of("cm").Recordings.Places.Select(p => (p.Need, p.Article)));
        Assert.Empty(ThreeProfiles.Of("fs").Recordings.Places);
        Assert.Empty(ThreeProfiles.Of("gc").Recordings.Places);
    }

    [Theory]
    [InlineData("cm", "CM-31")]
    [InlineData("fs", "FS-31")]
    [InlineData("gc", null)]
    public void The_ban_on_keeping_recordings_oneself_stands_where_the_text_has_it(string profile, string? article) =>
        Assert.Equal(article, ThreeProfiles.Of(profile).Recordings.SelfKeepingBanArticle);

    private sealed record AvCell(string Profile, string Act, AvNeed Need, string Article, AvExemption Exemption = AvExemption.None, string? When = null, string Modes = "")
    {
        internal static AvCell Of(string profile, string act, AvRule rule) =>
            new(profile, act, rule.Need, rule.Article, rule.Exemption, rule.When is { } w ? $"{w.Field}={w.Is}" : null, string.Join(' ', rule.Modes));
    }
}
