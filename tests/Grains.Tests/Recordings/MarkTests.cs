using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Recordings;
using Enforcement.Grains.Tests.Hosting;
using Enforcement.Grains.Tests.ReadModel;

namespace Enforcement.Grains.Tests.Recordings;

/// <summary>Marks are statements in the ledger: never edited, corrected and taken back by their author alone.</summary>
public sealed class MarkTests
{
    [Fact]
    public async Task A_mark_stands_is_corrected_and_taken_back_and_every_step_stays_in_the_custody_line()
    {
        await using var world = await GrainWorld.StartAsync(null, "CM");
        var recording = await new RecordingDriver(world, "cm", "r1").AnnounceAsync();
        var officer = world.As("officer", "cm");
        var grain = world.Grains.GetGrain<IRecordingGrain>("r1");
        Assert.Equal("mark.no-file", Assert.Single((await MarkAsync(grain, officer, new MarkRecording("m1", 1000, "开箱"))).Broken).Code);
        await recording.StoreAsync();

        Assert.True((await MarkAsync(grain, officer, new MarkRecording("m2", 600_000, "出示证件"))).Done);
        Assert.True((await MarkAsync(grain, officer, new MarkRecording("m1", 1_000, "开箱"))).Done);
        Assert.True((await MarkAsync(grain, officer, new MarkRecording("m3", 2_000, "打开后备箱", "m1"))).Done);

        var marks = (await recording.ViewAsync()).Marks;
        Assert.Equal([("m3", 2_000L, "打开后备箱", officer.Id), ("m2", 600_000L, "出示证件", officer.Id)], marks.Select(m => (m.Mark, m.AtMs, m.Text, m.ById)));
        var withdrawn = await GrainWorld.SendAsync(() => grain.WithdrawMarkAsync(new WithdrawMark("m2", "时间有误"), officer with { CommandId = "withdraw-m2" }));
        Assert.True(withdrawn.Done);
        Assert.Equal("m3", Assert.Single((await recording.ViewAsync()).Marks).Mark);
        Assert.Equal(
            ["时点标注", "时点标注", "更正时点标注", "撤回时点标注"],
            (await recording.ViewAsync()).Custody.Select(s => s.Step.Zh).Where(s => s.Contains("标注", StringComparison.Ordinal)));
        await Rebuild.CheckAsync(world);
    }

    [Fact]
    public async Task Bad_marks_are_refused_and_the_same_one_twice_is_one()
    {
        await using var world = await GrainWorld.StartAsync(null, "CM");
        var recording = await new RecordingDriver(world, "cm", "r1").AnnounceAsync(length: TimeSpan.FromMinutes(20));
        await recording.StoreAsync();
        var (officer, grain) = (world.As("officer", "cm"), world.Grains.GetGrain<IRecordingGrain>("r1"));
        Assert.True((await MarkAsync(grain, officer, new MarkRecording("m1", 1_000, "开箱"))).Done);

        Assert.True((await MarkAsync(grain, officer, new MarkRecording("m1", 1_000, "开箱"))).Done);
        Assert.Single((await recording.ViewAsync()).Marks);
        foreach (var (mark, code) in new[]
        {
            (new MarkRecording("m1", 1_000, "别的"), "mark.exists"),
            (new MarkRecording("m2", -1, "早"), "mark.outside"),
            (new MarkRecording("m2", 22 * 60_000, "晚"), "mark.outside"),
            (new MarkRecording("m2", 1, "  "), "mark.text"),
            (new MarkRecording("m2", 1, new string('长', 201)), "mark.text"),
            (new MarkRecording("m2", 1, "零\u0000宽"), "mark.text"),
            (new MarkRecording("M 2", 1, "好"), "mark.id"),
            (new MarkRecording("m2", 1, "好", "none"), "mark.unknown"),
        })
        {
            Assert.Equal(code, Assert.Single((await MarkAsync(grain, officer, mark)).Broken).Code);
        }

        var other = officer with { Id = "cm-o2", CommandId = "other-1" };
        Assert.Equal("mark.not-yours", Assert.Single((await GrainWorld.SendAsync(() => grain.WithdrawMarkAsync(new WithdrawMark("m1", "不同意"), other))).Broken).Code);
        Assert.Equal("mark.not-yours", Assert.Single((await MarkAsync(grain, other, new MarkRecording("m9", 1, "改", "m1"))).Broken).Code);
        Assert.Equal("m1", Assert.Single((await recording.ViewAsync()).Marks).Mark);
    }

    private static int _last;

    private static Task<CommandReply> MarkAsync(IRecordingGrain grain, Caller by, MarkRecording mark)
    {
        var caller = by with { CommandId = $"mark-{Interlocked.Increment(ref _last)}" };
        return GrainWorld.SendAsync(() => grain.MarkAsync(mark, caller));
    }
}
