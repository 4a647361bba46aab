using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.Officers;
using Enforcement.Grains.Interfaces.Recordings;
using Enforcement.Grains.Tests.Hosting;

namespace Enforcement.Grains.Tests.Cases;

/// <summary>Who may be named in a record, and who stays its author.</summary>
public sealed class PeopleTests
{
    [Fact]
    public async Task An_officer_of_another_bureau_is_not_present_and_does_not_record()
    {
        await using var world = await GrainWorld.StartAsync(null, "CM", "FS");
        var file = await new CaseDriver(world, "CM", "c1") { Films = false }.Do("urgent-start");

        var refused = await file.RefusedAsync("on-site-inspection", d => d with { Officers = [new("cm-o1", true), new("fs-o1", true)] });
        var announced = await GrainWorld.SendAsync(() => world.Grains.GetGrain<IRecordingGrain>("r-foreign").AnnounceAsync(
            new AnnounceRecording("cm", null, "fs-o1", "video", world.Clock.Now.AddMinutes(-5), world.Clock.Now), world.As("officer", "cm")));

        Assert.Contains("officer.unknown", refused);
        Assert.Equal(["officer.unknown"], announced.Broken.Select(b => b.Code));
    }

    [Fact]
    public async Task A_certificate_is_judged_on_the_day_of_the_act_and_an_officer_of_a_corrected_entry_stays()
    {
        await using var world = await GrainWorld.StartAsync(null, "CM");
        var file = await new CaseDriver(world, "CM", "c1").Do("urgent-start", "on-site-inspection");
        var inspection = (await file.ViewAsync()).Acts[^1];
        var last = DateOnly.FromDateTime(inspection.OccurredAt.ToOffset(TimeSpan.FromHours(8)).DateTime);
        var registrar = world.As("administrator", "cm");
        await GrainWorld.SendAsync(() => world.Grains.GetGrain<IOfficerGrain>("cm-o1").RegisterAsync(new RegisterOfficer("张三", "cm", "证-001", last, ["officer"]), registrar));
        world.Clock.Advance(TimeSpan.FromDays(2));

        var backdated = await file.TryAsync("evidence-retrieval", d => d with { OccurredAt = inspection.OccurredAt });
        var today = await file.TryAsync("evidence-retrieval", d => d with { Officers = [new("cm-o1", true), new("cm-o2", true)] });
        var corrected = await file.TryAsync("on-site-inspection", d => d with
        {
            Corrects = inspection.Id,
            CorrectionReason = "地点笔误",
            OccurredAt = null,
            Officers = [new("cm-o1", true), new("cm-o2", true)],
            Recordings = [.. inspection.Recordings.Select(r => r.Id)],
        });

        Assert.True(backdated.Done);
        Assert.Contains("officer.unknown", today.Broken.Select(b => b.Code));
        Assert.True(corrected.Done, string.Join("; ", corrected.Broken.IsDefault ? [] : corrected.Broken.Select(b => b.Code)));
    }

    [Fact]
    public async Task A_correction_by_a_colleague_does_not_let_the_author_review_the_own_draft()
    {
        await using var world = await GrainWorld.StartAsync(null, "CM");
        var file = new CaseDriver(world, "CM", "c1") { Films = false };
        await file.Do("urgent-start");
        Assert.True((await file.TryAsync("start-report", person: "author")).Done);
        var report = (await file.ViewAsync()).Acts[^1];
        Assert.True((await file.TryAsync("start-report", d => d with { Corrects = report.Id, CorrectionReason = "标点" }, person: "colleague")).Done);

        Assert.Contains("act.same-person", await file.RefusedAsync("start-unit-opinion", person: "author"));
        Assert.True((await file.TryAsync("start-unit-opinion", person: "somebody-else")).Done);
    }

    [Fact]
    public async Task A_plain_record_drops_nothing_that_was_named()
    {
        await using var world = await GrainWorld.StartAsync(null, "CM");
        var file = await new CaseDriver(world, "CM", "c1") { Films = false }.Do("urgent-start");
        var plain = (await file.ViewAsync()).Next.First(n => n.Form.Plain && n.Form.Kind != "late-entry-consent").Form.Kind;

        var refused = await file.TryAsync("officer", (g, c) => g.RecordActAsync(
            new ActDraft
            {
                Kind = plain,
                Officers = [new("nobody", true)],
                Documents = [new("d1", "照片", null, "zz")],
                Signatures = [new("party", "", Refused: true)],
                Exemption = new("unsuitable"),
            },
            c));

        Assert.Equal(
            ["officer.unknown", "document.hash-invalid", "signature.refusal-reason", "av.exemption-needless"],
            refused.Broken.Select(b => b.Code));
    }

    [Theory]
    [InlineData("案由\u202Eexe")]
    [InlineData("a\u0000b")]
    [InlineData("\u200B")]
    [InlineData("两\n行")]
    public async Task A_cause_shows_what_was_written(string title)
    {
        await using var world = await GrainWorld.StartAsync(null, "CM");
        var file = new CaseDriver(world, "CM", "c1");

        var refused = await file.TryAsync("officer", (g, c) => g.OpenAsync(file.Opening(new ActDraft { Kind = "urgent-start" }) with { Title = title }, c));

        Assert.Contains(refused.Broken, b => b is { Code: "text.hidden", Member: "title" });
        Assert.False((await world.EntriesAsync("case/c1")).Any());
    }
}
