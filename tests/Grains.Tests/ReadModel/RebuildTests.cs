using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Tests.Hosting;
using Enforcement.Tests.Shared;

namespace Enforcement.Grains.Tests.ReadModel;

/// <summary>Lists say nothing that the ledger does not say.</summary>
public sealed class RebuildTests
{
    public static TheoryData<string> Codes() => [.. Walks.Codes];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Rows_of_a_whole_case_equal_those_drawn_again_from_the_ledger(string code)
    {
        await using var world = await GrainWorld.StartAsync(null, code);
        var file = await new CaseDriver(world, code, "c1", Walks.ActTypeOf(code), Walks.OriginOf(code)).Do(Walks.Ended(code));
        await Rebuild.CheckAsync(world);
        await file.Do(Walks.Filed);
        await Rebuild.CheckAsync(world);
    }

    [Fact]
    public async Task Rows_stay_true_through_missed_terms_findings_corrections_and_remote_work()
    {
        await using var world = await GrainWorld.StartAsync(null, "FS", "TA");
        var file = await new CaseDriver(world, "FS", "c1") { Films = false }.Do("urgent-start", "on-site-inspection", "seal-seizure urgent=true", "appraisal-commission");
        var recording = await file.NewRecording().AnnounceAsync();
        await recording.DeclareRemoteAsync("remote");
        var act = (await file.LastAsync("on-site-inspection")).Id;
        await file.Do("officer", (grain, caller) => grain.LinkRecordingAsync(new LinkRecording(act, recording.Id), caller));
        world.Clock.Advance(TimeSpan.FromDays(3));
        await world.SweepAsync();
        await Rebuild.CheckAsync(world);

        var finding = (await file.ViewAsync()).Findings[0].Id;
        await file.Do("supervisor", (grain, caller) => grain.ResolveFindingAsync(new ResolveFinding(finding, "已责令补报"), caller));
        await recording.DeclareReturnAsync(world.Clock.Now);
        Assert.True((await file.TryAsync("urgent-start", d => d with { Corrects = "a1", CorrectionReason = "时间有误", OccurredAt = world.Clock.Now.AddDays(-4) })).Done);
        await file.Do("start-report", "appraisal-result", "measure-lifted");
        await recording.HandInAsync(file.Id);
        await new CaseDriver(world, "TA", "c2").Do("urgent-start", "start-report");

        Assert.True((await world.CaseRowAsync("c1")).MissedCount > 0);
        await Rebuild.CheckAsync(world);
    }
}
