using System.Text.Json.Nodes;
using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Tests.Regulations;

/// <summary>A profile that a person has edited wrongly is refused with file, place and reason; nothing is guessed.</summary>
public sealed class StrictReaderTests
{
    private const string File = "cm/2026-01-01.json";
    private static readonly string Text = ShippedProfiles.Pinned("cm/undated").Text;

    [Fact]
    public void The_unchanged_text_is_read() => Assert.Equal("cm/undated", Read(Text).Profile.Id);

    [Fact]
    public void An_unknown_member_is_refused() =>
        Refused(Edit(p => Act(p, "inquiry")["colour"] = "red"), At("inquiry"), "'colour'");

    [Fact]
    public void A_misspelt_member_is_refused_as_unknown() =>
        Refused(Text.Replace("\"overrideArticle\"", "\"overideArticle\"", StringComparison.Ordinal), "$.clocks[", "'overideArticle'");

    [Fact]
    public void A_missing_member_is_refused() =>
        Refused(Edit(p => p.AsObject().Remove("access")), "$", "'access'");

    [Fact]
    public void A_missing_member_deep_inside_is_refused() =>
        Refused(Edit(p => Clock(p, "archive").Remove("stop")), "$.clocks[", "'stop'");

    [Fact]
    public void A_member_that_stands_twice_is_refused() =>
        Refused(Text.Replace("\"code\": \"CM\",", "\"code\": \"CM\",\n  \"code\": \"CM\",", StringComparison.Ordinal), "$", "'code'");

    [Fact]
    public void An_unknown_article_is_refused() =>
        Refused(Edit(p => Act(p, "inquiry")["article"] = "CM-99"), "$.acts(inquiry).article", "article CM-99 is unknown");

    [Fact]
    public void An_article_of_a_source_that_is_not_named_is_refused() =>
        Refused(Edit(p => Act(p, "inquiry")["article"] = "TA-09"), "$.acts(inquiry).article", "TA-09 is not from a named source");

    [Fact]
    public void An_article_of_the_regulation_that_nothing_carries_is_refused() =>
        Refused(Edit(p => p["access"] = new JsonArray()), "$.notCarried", "CM-33 is neither carried by a rule nor listed here");

    [Fact]
    public void An_article_listed_as_not_carried_although_a_rule_carries_it_is_refused() =>
        Refused(
            Edit(p => p["notCarried"]!.AsArray().Add(new JsonObject { ["article"] = "CM-08", ["why"] = "原因 | Why" })),
            "$.notCarried",
            "CM-08 is listed as not carried, yet a rule cites it");

    [Theory]
    [InlineData("about", "inquiry", "draft-review does not refer to inquiry")]
    [InlineData("about", "dance", "act dance is not in this profile")]
    [InlineData("aboutEvery", "draft", "aboutEvery goes with done")]
    public void An_act_is_asked_about_something_it_does_not_refer_to(string member, string kind, string reason) =>
        Refused(Edit(p => Act(p, "legal-review")["gates"]![0]!["need"]![member] = kind), "$.acts(legal-review).gates(legal-review.no-unit-review)", reason);

    [Fact]
    public void A_threshold_without_a_number_is_refused() =>
        Refused(Edit(p => Clock(p, "archive")["warn"]!.AsArray().Add(new JsonObject { ["unit"] = "promptly" })), "$.clocks(archive).warn", "a threshold is a number of hours, days or working days");

    [Fact]
    public void Two_AV_rules_that_overlap_are_refused() =>
        Refused(
            Edit(p => Act(p, "on-site-inspection")["av"]!.AsArray().Add(new JsonObject { ["need"] = "optional", ["article"] = "CM-13" })),
            "$.acts(on-site-inspection).av",
            "rule 0 applies always, so that the rules after it overlap with it and never apply");

    [Fact]
    public void Two_AV_rules_with_one_condition_are_refused() =>
        Refused(
            Edit(p => Act(p, "summary-decision")["av"]!.AsArray().Add(
                new JsonObject { ["need"] = "optional", ["article"] = "CM-22", ["when"] = new JsonObject { ["field"] = "disputeProne", ["is"] = "true" } })),
            "$.acts(summary-decision).av",
            "two rules overlap: the same condition stands twice");

    [Fact]
    public void An_exemption_from_a_record_that_is_not_required_contradicts_itself() =>
        Refused(
            Edit(p => Act(p, "inquiry")["av"]![0]!["exemption"] = "unsuitable"),
            "$.acts(inquiry).av",
            "rule 0 exempts from a record that it does not require");

    [Fact]
    public void An_optional_field_with_a_condition_contradicts_itself() =>
        Refused(Edit(p => Field(p, "complaint", "complainant")["required"] = false), "$.acts(complaint).fields(complainant)", "a condition on an optional field says nothing");

    [Fact]
    public void A_clock_that_one_event_starts_and_stops_contradicts_itself() =>
        Refused(Edit(p => Clock(p, "archive")["stop"] = new JsonArray(new JsonObject { ["act"] = "end-of-act" })), "$.clocks(archive)", "the same event starts and stops the clock");

    [Fact]
    public void A_gate_that_asks_for_an_unknown_act_is_refused() =>
        Refused(
            Edit(p => Act(p, "enforcement")["gates"]![0]!["need"] = new JsonObject { ["done"] = "demnad" }),
            "$.acts(enforcement).gates(enforcement.no-demand)",
            "act demnad is not in this profile");

    [Fact]
    public void A_general_gate_before_an_unknown_act_is_refused() =>
        Refused(Edit(p => p["gates"]![0]!["acts"]!.AsArray().Add("inspecton")), "$.gates[0]", "act inspecton is not in this profile");

    [Fact]
    public void A_condition_on_a_choice_that_the_field_does_not_have_is_refused() =>
        Refused(
            Edit(p => Act(p, "enforcement")["av"]![0]!["when"]!["is"] = "removal"),
            "$.acts(enforcement).av",
            "field mode has no choice removal");

    [Fact]
    public void A_condition_on_a_flag_that_no_field_sets_is_refused() =>
        Refused(Edit(p => Field(p, "complaint", "realName").Remove("sets")), "$.acts(complaint-not-started)", "flag realName is set by no field");

    [Fact]
    public void A_condition_of_two_forms_is_refused() =>
        Refused(
            Edit(p => Act(p, "enforcement")["gates"]![0]!["need"]!["stage"] = "served"),
            "$.acts(enforcement).gates(enforcement.no-demand)",
            "a condition has exactly one form");

    [Fact]
    public void A_kind_of_act_that_stands_twice_is_refused() =>
        Refused(Edit(p => p["acts"]!.AsArray().Add(Act(p, "note").DeepClone())), "$.acts", "act kind note stands twice");

    [Fact]
    public void A_role_that_nobody_has_is_refused() =>
        Refused(Edit(p => Act(p, "inquiry")["roles"] = new JsonArray("oficer")), "$.acts(inquiry).roles", "role oficer is unknown");

    [Theory]
    [InlineData("询问", "present, parted once")]
    [InlineData("询问|Inquiry", "present, parted once")]
    [InlineData("询问 | ", "present, parted once")]
    [InlineData(" 询问 | Inquiry", "present, parted once")]
    [InlineData("询问 | Inquiry | 3", "present, parted once")]
    public void A_wording_that_is_not_Chinese_bar_English_is_refused(string wording, string reason) =>
        Refused(Edit(p => Act(p, "inquiry")["name"] = wording), At("inquiry") + ".name", reason);

    [Fact]
    public void A_wording_that_is_no_string_is_refused() =>
        Refused(Edit(p => Act(p, "inquiry")["name"] = 5), At("inquiry") + ".name", "a wording is a string");

    [Theory]
    [InlineData("hours", null)]
    [InlineData("hours", 0)]
    [InlineData("days", -1)]
    [InlineData("promptly", 3)]
    [InlineData("date", 1)]
    public void A_term_whose_number_does_not_go_with_its_unit_is_refused(string unit, int? value) =>
        Refused(Edit(p => Clock(p, "late-report")["term"] = new JsonObject { ["unit"] = unit, ["value"] = value }), "$.clocks[0].term", "value above 0");

    [Theory]
    [InlineData("need", "Required", "one of: none, optional, required")]
    [InlineData("exemption", "unsuitableWithReason", "one of: none, secrets, unsuitable, unsuitable-with-reason")]
    public void A_value_of_a_list_that_is_not_exactly_in_it_is_refused(string member, string value, string reason) =>
        Refused(Edit(p => Act(p, "hearing")["av"]![0]![member] = value), At("hearing") + $".av[0].{member}", reason);

    [Fact]
    public void A_file_whose_id_does_not_follow_its_day_is_refused() =>
        Refused(Edit(p => p["effectiveFrom"] = "2026-01-01"), "$.id", "must be cm/2026-01-01");

    [Fact]
    public void All_faults_of_a_file_are_named_at_once()
    {
        var text = Edit(p =>
        {
            Act(p, "inquiry")["article"] = "CM-99";
            Act(p, "hearing")["roles"] = new JsonArray();
            Clock(p, "archive")["dateField"] = "x";
        });

        var faults = Assert.Throws<ProfileException>(() => Read(text)).Faults;

        Assert.Equal(["$.acts(inquiry).article", "$.acts(hearing).roles", "$.clocks(archive).dateField"], faults.Select(f => f.Path).Distinct().Take(3));
    }

    [Fact]
    public void An_edited_text_under_the_id_of_a_profile_in_force_is_refused()
    {
        var edited = Read(Text.Replace("\"value\": 24 }", "\"value\": 12 }", StringComparison.Ordinal));

        var refusal = Assert.Throws<ProfileException>(() => ShippedProfiles.Catalog.With([edited]));

        Assert.Equal(("cm/undated", "$.id"), (refusal.File, refusal.Faults[0].Path));
        Assert.Contains("never edited", refusal.Faults[0].Reason, StringComparison.Ordinal);
    }

    private static PinnedProfile Read(string text) => ProfileReader.Read(File, text, LawTexts.Embedded);

    private static void Refused(string text, string path, string reason)
    {
        Assert.NotEqual(Text, text);
        var refusal = Assert.Throws<ProfileException>(() => Read(text));

        Assert.Equal(File, refusal.File);
        Assert.Contains(refusal.Faults, f => f.Path.StartsWith(path, StringComparison.Ordinal) && f.Reason.Contains(reason, StringComparison.Ordinal));
        Assert.Contains(File, refusal.Message, StringComparison.Ordinal);
    }

    private static string Edit(Action<JsonNode> edit)
    {
        var profile = JsonNode.Parse(Text)!;
        edit(profile);
        return profile.ToJsonString();
    }

    private static string At(string kind) => $"$.acts[{ShippedProfiles.Profile("cm/undated").Acts.TakeWhile(a => a.Kind != kind).Count()}]";

    private static JsonObject Act(JsonNode profile, string kind) => profile["acts"]!.AsArray().Single(a => (string?)a!["kind"] == kind)!.AsObject();

    private static JsonObject Field(JsonNode profile, string kind, string id) => Act(profile, kind)["fields"]!.AsArray().Single(f => (string?)f!["id"] == id)!.AsObject();

    private static JsonObject Clock(JsonNode profile, string id) => profile["clocks"]!.AsArray().Single(c => (string?)c!["id"] == id)!.AsObject();
}
