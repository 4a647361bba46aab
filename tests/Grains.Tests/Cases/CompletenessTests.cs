using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Tests.Hosting;
using Enforcement.Tests.Shared;

namespace Enforcement.Grains.Tests.Cases;

/// <summary>What each act demands, at any moment: present, exempt or missing; and the archive takes only a complete file.</summary>
public sealed class CompletenessTests
{
    [Fact]
    public async Task An_exemption_stands_in_the_place_of_the_recording_with_its_reason()
    {
        await using var world = await GrainWorld.StartAsync(null, "FS");
        var file = await new CaseDriver(world, "FS", "c1") { Films = false }.Do("urgent-start");
        Assert.Equal(["av.exemption-reason"], await file.RefusedAsync("on-site-inspection", d => d with { Exemption = new("unsuitable") }));

        Assert.True((await file.TryAsync("on-site-inspection", d => d with { Exemption = new("unsuitable", "涉及个人隐私") })).Done);

        var item = (await file.ViewAsync()).Requirements.Single(r => r is { Kind: "on-site-inspection", RequirementId: "av" });
        Assert.Equal(("exempt", "涉及个人隐私", "FS-12"), (item.Status, item.Reason, item.Article));
        Assert.DoesNotContain((await file.ViewAsync()).Clocks, c => c.Rule == "act-hand-in");
        Assert.Equal(0, (await world.CaseRowAsync("c1")).MissingCount);
    }

    [Theory]
    [InlineData("CM", "unsuitable", true)]
    [InlineData("GC", "unsuitable", true)]
    [InlineData("TA", "unsuitable", false)]
    [InlineData("TA", "secret", true)]
    public async Task The_ground_of_an_exemption_is_the_one_that_the_regulation_knows(string code, string ground, bool holds)
    {
        await using var world = await GrainWorld.StartAsync(null, code);
        var file = await new CaseDriver(world, code, "c1") { Films = false }.Do("urgent-start");

        var reply = await file.TryAsync("on-site-inspection", d => d with { Exemption = new(ground, "说明") });

        Assert.Equal(holds ? [] : ["av.exemption-secrets-only"], reply.Broken.Select(b => b.Code));
        Assert.Equal(holds, reply.Done);
    }

    [Theory]
    [InlineData("CM", "archive.incomplete")]
    [InlineData("TA", "archive.incomplete")]
    public async Task The_archive_refuses_a_file_in_which_something_is_missing(string code, string refusal)
    {
        await using var world = await GrainWorld.StartAsync(null, code);
        var file = new CaseDriver(world, code, "c1") { Films = false };
        await file.Do(["urgent-start", .. Walks.Approved(code), "on-site-inspection", "end-of-act ground=not-established", .. code is "TA" ? ["end-of-execution ground=nothing-to-execute"] : Array.Empty<string>()]);
        await file.Do("archive-handover");
        Assert.Equal([refusal], await file.RefusedAsync("archive"));
        Assert.Equal(1, (await world.CaseRowAsync("c1")).MissingCount);

        var recording = await file.NewRecording().AnnounceAsync();
        await recording.StoreAsync();
        var act = (await file.LastAsync("on-site-inspection")).Id;
        await file.Do("officer", (grain, caller) => grain.LinkRecordingAsync(new LinkRecording(act, recording.Id), caller));
        if (code is "TA")
        {
            Assert.Equal([refusal], await file.RefusedAsync("archive")); // TA-18 wants the recording described
            var fields = System.Collections.Immutable.ImmutableDictionary.CreateRange((await file.ViewAsync()).RecordingFields.Select(f => KeyValuePair.Create(f.Id, "如实说明")));
            await file.Do("officer", (grain, caller) => grain.DescribeRecordingAsync(new DescribeRecording(recording.Id, fields), caller));
        }

        await file.Do("archive");
        Assert.Equal("met", (await file.ClockAsync("archive")).Phase);
        Assert.Equal(["case.archived"], await file.RefusedAsync("inquiry"));
        Assert.True((await file.TryAsync("note content=补充说明")).Done);
    }
}
