using System.Text.Json.Nodes;
using Enforcement.Domain.Regulations;
using Enforcement.Grains.Tests.Hosting;

namespace Enforcement.Grains.Tests.Regulations;

/// <summary>A profile copied with one number, one required field and one gate changed changes term, form, gate and refusal of new cases; the program is the same.</summary>
public sealed class ProfileIsDataTests
{
    [Fact]
    public async Task A_new_dated_file_changes_clock_form_gate_and_refusal_text()
    {
        await using var world = await GrainWorld.StartAsync(new WorldOptions { Profiles = [Edited()] }, "CM");
        var file = await new CaseDriver(world, "CM", "c1") { Films = false }.Do("urgent-start");

        var view = await file.ViewAsync();
        Assert.Equal("cm/2026-01-01", view.Profile.Id);
        var clock = view.Clocks.Single(c => c.Rule == "late-report");
        Assert.Equal(clock.Started.AddHours(12), clock.DueAt);
        Assert.Contains("12小时", clock.Sentence.Zh, StringComparison.Ordinal);

        var form = view.Next.Single(n => n.Form.Kind == "inquiry").Form;
        Assert.Equal(("询问地点", true, "CM-12"), (form.Fields[^1].Name.Zh, form.Fields[^1].Required, form.Fields[^1].Article));
        var missing = Assert.Single((await file.TryAsync("inquiry", d => d with { Fields = d.Fields.Remove("room") })).Broken);
        Assert.Equal(("field.missing", "“询问”应当载明“询问地点”"), (missing.Code, missing.Text.Zh));

        var gate = Assert.Single(view.Next.Single(n => n.Form.Kind == "sampling").Blocked, b => b.Code == "sampling.no-inspection");
        Assert.Equal("抽样前没有现场检查", gate.Text.Zh);
        Assert.Equal(["sampling.no-inspection"], await file.RefusedAsync("sampling"));
        await file.Do("on-site-inspection", "sampling", "inquiry");
    }

    [Fact]
    public async Task A_case_begun_under_the_old_text_keeps_it_when_the_new_file_arrives()
    {
        await using var world = await GrainWorld.StartAsync(null, "CM");
        var old = await new CaseDriver(world, "CM", "c1") { Films = false }.Do("urgent-start");
        world.Library.Publish(world.Library.Profiles.With([Edited()]));
        var young = await new CaseDriver(world, "CM", "c2") { Films = false }.Do("urgent-start");

        Assert.Equal(["cm/undated", "cm/2026-01-01"], [(await old.ViewAsync()).Profile.Id, (await young.ViewAsync()).Profile.Id]);
        await old.Do("sampling");
        Assert.Equal(["sampling.no-inspection"], await young.RefusedAsync("sampling"));
        Assert.Equal(["2026-01-01 12", "undated 24"], (await Task.WhenAll(young.ClockAsync("late-report"), old.ClockAsync("late-report")))
            .Zip(["2026-01-01", "undated"], (c, id) => $"{id} {(c.DueAt - c.Started)!.Value.TotalHours}"));
    }

    private static PinnedProfile Edited()
    {
        var shipped = ProfileCatalog.Embedded(LawTexts.Embedded).All.Single(p => p.Profile.Id == "cm/undated");
        var profile = JsonNode.Parse(shipped.Text)!;
        (profile["id"], profile["effectiveFrom"]) = ("cm/2026-01-01", "2026-01-01");
        profile["clocks"]!.AsArray().Single(c => (string?)c!["id"] == "late-report")!["term"]!["value"] = 12;
        Act(profile, "inquiry")["fields"]!.AsArray().Add(new JsonObject { ["id"] = "room", ["name"] = "询问地点 | Place of the inquiry", ["article"] = "CM-12" });
        Act(profile, "sampling")["gates"] = new JsonArray(new JsonObject
        {
            ["code"] = "sampling.no-inspection",
            ["need"] = new JsonObject { ["done"] = "on-site-inspection" },
            ["article"] = "CM-12",
            ["text"] = "抽样前没有现场检查 | No inspection before the sampling",
            ["next"] = "先进行现场检查 | Inspect first",
        });
        return ProfileReader.Read("cm/2026-01-01.json", profile.ToJsonString(), LawTexts.Embedded);
    }

    private static JsonNode Act(JsonNode profile, string kind) => profile["acts"]!.AsArray().Single(a => (string?)a!["kind"] == kind)!;
}
