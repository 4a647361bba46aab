using System.Text.Json.Nodes;
using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Tests.Regulations;

/// <summary>The law is data: a new dated file changes term, form, gate, record and words of a case; cases under the old file keep the old law.</summary>
public sealed class ProfileIsDataTests
{
    [Fact]
    public void One_changed_number_moves_the_end_of_the_term_and_its_sentence()
    {
        var walk = Urgent(p => p["clocks"]!.AsArray().Single(c => (string?)c!["id"] == "late-report")!["term"]!["value"] = 12);
        var clock = walk.Clock("late-report");

        Assert.Equal(clock.Started.AddHours(12), clock.Due.At);
        Assert.Contains("12小时", clock.Sentence().Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void One_added_field_is_demanded_with_its_article()
    {
        var walk = Urgent(p => Act(p, "inquiry")["fields"]!.AsArray().Add(new JsonObject { ["id"] = "place", ["name"] = "询问地点 | Place", ["article"] = "CM-12", ["when"] = Field("capacity", "witness") }));

        Assert.Empty(walk.Try("inquiry capacity=party"));
        var missing = Assert.Single(walk.Try("inquiry capacity=witness place="));
        Assert.Equal(("field.missing", "CM-12", "place", "“询问”应当载明“询问地点”"), (missing.Code, missing.Article, missing.Member, missing.Text.Zh));
    }

    [Fact]
    public void One_added_gate_refuses_with_its_own_words()
    {
        var walk = Urgent(p => Act(p, "sampling")["gates"] = new JsonArray(new JsonObject
        {
            ["code"] = "sampling.no-inspection",
            ["need"] = new JsonObject { ["done"] = "on-site-inspection" },
            ["article"] = "CM-12",
            ["text"] = "抽样前没有现场检查 | No inspection before the sampling",
            ["next"] = "先进行现场检查 | Inspect first",
        }));

        var refusal = Assert.Single(walk.Try("sampling"));
        Assert.Equal(("sampling.no-inspection", "抽样前没有现场检查", "先进行现场检查"), (refusal.Code, refusal.Text.Zh, refusal.Next.Zh));
        Assert.Empty(walk.Do("on-site-inspection").Try("sampling"));
    }

    [Fact]
    public void One_changed_need_of_a_record_changes_what_the_file_must_hold()
    {
        var walk = Urgent(p => Act(p, "inquiry")["av"] = new JsonArray(new JsonObject { ["need"] = "required", ["article"] = "CM-13" })).Do("inquiry");

        Assert.Contains(walk.Completeness.Items, i => i is { Kind: "inquiry", Id: "av", Article: "CM-13" });
        Assert.DoesNotContain(Urgent(_ => { }).Do("inquiry").Completeness.Items, i => i is { Kind: "inquiry", Id: "av" });
    }

    [Fact]
    public void A_new_dated_file_is_in_force_from_its_day_and_the_old_one_stays_for_the_cases_pinned_to_it()
    {
        var old = ShippedProfiles.Pinned("cm/undated");
        var catalog = ShippedProfiles.Catalog.With([Edited(_ => { })]);

        Assert.Equal("cm/undated", catalog.InForce("CM", new DateOnly(2025, 12, 31))!.Profile.Id);
        Assert.Equal("cm/2026-01-01", catalog.InForce("CM", new DateOnly(2026, 1, 1))!.Profile.Id);
        Assert.Same(old, catalog.Pinned(old.Hash));
    }

    private static CaseWalk Urgent(Action<JsonNode> edit) => new CaseWalk(Edited(edit), ActType.Penalty, CaseOrigin.Urgent).Do("urgent-start");

    private static PinnedProfile Edited(Action<JsonNode> edit)
    {
        var profile = JsonNode.Parse(ShippedProfiles.Pinned("cm/undated").Text)!;
        (profile["id"], profile["effectiveFrom"]) = ("cm/2026-01-01", "2026-01-01");
        edit(profile);
        return ProfileReader.Read("cm/2026-01-01.json", profile.ToJsonString(), LawTexts.Embedded);
    }

    private static JsonNode Act(JsonNode profile, string kind) => profile["acts"]!.AsArray().Single(a => (string?)a!["kind"] == kind)!;

    private static JsonObject Field(string id, string value) => new() { ["field"] = id, ["is"] = value };
}
