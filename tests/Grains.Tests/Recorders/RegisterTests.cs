using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Officers;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Grains.Ledger;
using Enforcement.Grains.Recorders;
using Enforcement.Grains.Streams;
using Enforcement.Grains.Tests.Hosting;

namespace Enforcement.Grains.Tests.Recorders;

/// <summary>The register of recorders through the grain in strict mode: every step of a life sent twice, every step that must not be refused by its rule and written nowhere.</summary>
public sealed class RegisterTests
{
    private const string Id = "CM-JLY-01";
    private static readonly RegisterRecorder Entry = new("cm", "DSJ-X9", "SN-1", 64L << 30, "二楼 𠮷");

    [Fact]
    public async Task Every_step_of_a_life_may_be_sent_again_and_survives_a_restart()
    {
        await using var world = await GrainWorld.StartAsync(null, "CM");

        Assert.Equal("1", (await TwiceAsync(world, (grain, caller) => grain.RegisterAsync(Entry, caller))).Reference);
        Assert.Equal(("in-store", null), await StandsAsync(world));
        await TwiceAsync(world, (grain, caller) => grain.IssueAsync(new IssueRecorder("cm-o1", "完好"), caller));
        Assert.Equal(("issued", "cm-o1"), await StandsAsync(world));
        await TwiceAsync(world, (grain, caller) => grain.ReturnAsync(new ReturnRecorder("有划痕"), caller));
        Assert.Equal(("in-store", null), await StandsAsync(world));
        await TwiceAsync(world, (grain, caller) => grain.IssueAsync(new IssueRecorder("cm-o2"), caller));
        await TwiceAsync(world, (grain, caller) => grain.RepairAsync(new RepairRecorder(Done: false, "屏幕破裂"), caller));
        Assert.Equal(("repair", null), await StandsAsync(world));
        await world.RestartAsync();
        Assert.Equal(("repair", null), await StandsAsync(world));
        await TwiceAsync(world, (grain, caller) => grain.RepairAsync(new RepairRecorder(Done: true, "已换屏"), caller));
        Assert.Equal("2", (await TwiceAsync(world, (grain, caller) => grain.RenewKeyAsync(caller))).Reference);
        Assert.Equal(Id, (await TwiceAsync(world, (grain, caller) => grain.RegisterAsync(Entry with { Note = "三楼" }, caller))).Reference);
        await TwiceAsync(world, (grain, caller) => grain.RetireAsync(new RetireRecorder("电池鼓包"), caller));
        Assert.Equal(("retired", null), await StandsAsync(world));

        var view = await ViewAsync(world);
        Assert.Equal(["登记", "领用", "归还", "领用", "归还", "送修", "修复入库", "更换密钥", "登记", "报废"], view.History.Select(static step => step.Step.Zh));
        Assert.Equal("𠮷野", view.History[3].Detail);
        Assert.Equal(view.History.Length, view.Proof.Entries);
    }

    [Fact]
    public async Task What_is_asked_for_and_stands_already_is_done_without_an_entry()
    {
        await using var world = await StartAsync();
        await DoneAsync(world, (grain, caller) => grain.IssueAsync(new IssueRecorder("cm-o1"), caller));
        var before = await world.CountAsync();

        await DoneAsync(world, (grain, caller) => grain.RegisterAsync(Entry, caller));
        await DoneAsync(world, (grain, caller) => grain.IssueAsync(new IssueRecorder("cm-o1", "又领一次"), caller));

        Assert.Equal(before, await world.CountAsync());
    }

    [Fact]
    public async Task Nothing_is_done_with_what_is_not_registered()
    {
        await using var world = await GrainWorld.StartAsync(null, "CM");

        await RefusedAsync(world, (grain, caller) => grain.IssueAsync(new IssueRecorder("cm-o1"), caller), "recorder.unknown");
        await RefusedAsync(world, (grain, caller) => grain.ReturnAsync(new ReturnRecorder(), caller), "recorder.unknown");
        await RefusedAsync(world, (grain, caller) => grain.RepairAsync(new RepairRecorder(Done: false, "屏幕破裂"), caller), "recorder.unknown");
        await RefusedAsync(world, (grain, caller) => grain.RepairAsync(new RepairRecorder(Done: true, "已换屏"), caller), "recorder.unknown");
        await RefusedAsync(world, (grain, caller) => grain.RetireAsync(new RetireRecorder("遗失"), caller), "recorder.unknown");
        await RefusedAsync(world, (grain, caller) => grain.RenewKeyAsync(caller), "recorder.unknown");
        await RefusedAsync(world, (grain, caller) => grain.RegisterAsync(Entry with { Bureau = "nowhere" }, caller), "bureau.unknown");
        Assert.Null(await GrainWorld.SendAsync(() => Grain(world).ViewAsync()));
        Assert.Null(world.Fleet.Find(Id));
    }

    [Fact]
    public async Task In_store_it_is_not_repaired_and_goes_to_officers_in_service_of_its_bureau_only()
    {
        await using var world = await StartAsync("CM", "TA");
        var left = await world.RegisterAsync("cm", "cm-o3", new RegisterOfficer("李四", "cm", "证-003", null, ["officer"], Active: false));
        Assert.True(left.Done);

        await RefusedAsync(world, (grain, caller) => grain.RepairAsync(new RepairRecorder(Done: true, "已换屏"), caller), "recorder.not-in-repair");
        foreach (var stranger in new[] { "nobody", "", "ta-o1", "cm-o3" })
        {
            await RefusedAsync(world, (grain, caller) => grain.IssueAsync(new IssueRecorder(stranger), caller), "officer.unknown");
        }

        await RefusedAsync(world, (grain, caller) => grain.IssueAsync(new IssueRecorder("cm-o1", new string('长', 501)), caller), "recorder.note");
        await RefusedAsync(world, (grain, caller) => grain.RepairAsync(new RepairRecorder(Done: false, " "), caller), "recorder.reason");
        await RefusedAsync(world, (grain, caller) => grain.RetireAsync(new RetireRecorder("遗\u202e失"), caller), "recorder.reason");
        Assert.Equal(("in-store", null), await StandsAsync(world));
    }

    [Fact]
    public async Task In_somebodys_hands_it_goes_to_nobody_else_and_to_no_other_bureau()
    {
        await using var world = await StartAsync("CM", "TA");
        await DoneAsync(world, (grain, caller) => grain.IssueAsync(new IssueRecorder("cm-o1"), caller));

        var held = await RefusedAsync(world, (grain, caller) => grain.IssueAsync(new IssueRecorder("cm-o2"), caller), "recorder.held");
        Assert.Contains("张三", held.Text.Zh, StringComparison.Ordinal);
        await RefusedAsync(world, (grain, caller) => grain.RepairAsync(new RepairRecorder(Done: true, "已换屏"), caller), "recorder.not-in-repair");
        await RefusedAsync(world, (grain, caller) => grain.RegisterAsync(Entry with { Bureau = "ta" }, caller), "recorder.not-in-store");
        Assert.Equal(("issued", "cm-o1"), await StandsAsync(world));
    }

    [Fact]
    public async Task In_repair_it_is_neither_issued_nor_returned_nor_sent_again_nor_moved()
    {
        await using var world = await StartAsync("CM", "TA");
        await DoneAsync(world, (grain, caller) => grain.RepairAsync(new RepairRecorder(Done: false, "屏幕破裂"), caller));

        await RefusedAsync(world, (grain, caller) => grain.IssueAsync(new IssueRecorder("cm-o1"), caller), "recorder.in-repair");
        await RefusedAsync(world, (grain, caller) => grain.ReturnAsync(new ReturnRecorder(), caller), "recorder.in-repair");
        await RefusedAsync(world, (grain, caller) => grain.RepairAsync(new RepairRecorder(Done: false, "另一原因"), caller), "recorder.in-repair");
        await RefusedAsync(world, (grain, caller) => grain.RegisterAsync(Entry with { Bureau = "ta" }, caller), "recorder.not-in-store");
        Assert.Equal(("repair", null), await StandsAsync(world));
    }

    [Fact]
    public async Task Retired_is_for_ever_and_frees_the_serial_number()
    {
        await using var world = await StartAsync();
        await DoneAsync(world, (grain, caller) => grain.RetireAsync(new RetireRecorder("遗失"), caller));

        await RefusedAsync(world, (grain, caller) => grain.RegisterAsync(Entry with { Note = "找到了" }, caller), "recorder.retired");
        await RefusedAsync(world, (grain, caller) => grain.IssueAsync(new IssueRecorder("cm-o1"), caller), "recorder.retired");
        await RefusedAsync(world, (grain, caller) => grain.ReturnAsync(new ReturnRecorder(), caller), "recorder.retired");
        await RefusedAsync(world, (grain, caller) => grain.RepairAsync(new RepairRecorder(Done: false, "屏幕破裂"), caller), "recorder.retired");
        await RefusedAsync(world, (grain, caller) => grain.RepairAsync(new RepairRecorder(Done: true, "已换屏"), caller), "recorder.retired");
        await RefusedAsync(world, (grain, caller) => grain.RenewKeyAsync(caller), "recorder.retired");
        await RefusedAsync(world, (grain, caller) => grain.RetireAsync(new RetireRecorder("损坏"), caller), "recorder.retired-already");

        var other = await GrainWorld.SendAsync(() => world.Grains.GetGrain<IRecorderGrain>("CM-JLY-02").RegisterAsync(Entry, world.As("fleet-manager", "cm")));
        Assert.True(other.Done);
    }

    [Fact]
    public async Task Ids_that_differ_by_case_and_serial_numbers_in_service_are_taken_once()
    {
        await using var world = await StartAsync();
        Task<CommandReply> As(string id, RegisterRecorder entry)
        {
            var caller = world.As("fleet-manager", "cm");
            return GrainWorld.SendAsync(() => world.Grains.GetGrain<IRecorderGrain>(id).RegisterAsync(entry, caller));
        }

        var before = await world.CountAsync();
        Assert.Equal(["recorder.id-similar"], (await As("cm-jly-01", Entry with { Serial = "SN-2" })).Broken.Select(static b => b.Code));
        Assert.Equal(["recorder.serial-taken"], (await As("CM-JLY-02", Entry with { Serial = " sn-1 " })).Broken.Select(static b => b.Code));
        Assert.Equal(before, await world.CountAsync());

        // Two at once with one serial number: one of them gets it.
        var both = await Task.WhenAll(As("CM-JLY-03", Entry with { Serial = "SN-9" }), As("CM-JLY-04", Entry with { Serial = "SN-9" }));
        Assert.Single(both, static reply => reply.Done);
        Assert.Equal("recorder.serial-taken", Assert.Single(both, static reply => !reply.Done).Broken.Single().Code);
    }

    [Fact]
    public async Task One_command_id_with_another_content_is_a_conflict_and_a_refusal_is_not_remembered()
    {
        await using var world = await StartAsync();
        var caller = world.As("fleet-manager", "cm", commandId: "the-same");
        Assert.Equal("recorder.not-in-repair", (await GrainWorld.SendAsync(() => Grain(world).RepairAsync(new RepairRecorder(Done: true, "已换屏"), caller))).Broken.Single().Code);
        await DoneAsync(world, (grain, other) => grain.RepairAsync(new RepairRecorder(Done: false, "屏幕破裂"), other));
        Assert.True((await GrainWorld.SendAsync(() => Grain(world).RepairAsync(new RepairRecorder(Done: true, "已换屏"), caller))).Done);
        var before = await world.CountAsync();

        await Assert.ThrowsAsync<CommandConflictException>(() => GrainWorld.SendAsync(() => Grain(world).RepairAsync(new RepairRecorder(Done: true, "另一内容"), caller)));
        await Assert.ThrowsAsync<CommandConflictException>(() => GrainWorld.SendAsync(() => Grain(world).RetireAsync(new RetireRecorder("遗失"), caller)));

        Assert.Equal(before, await world.CountAsync());
    }

    [Fact]
    public async Task When_the_fleets_lists_are_down_the_register_goes_on_and_the_next_command_tells_them()
    {
        await using var world = await GrainWorld.StartAsync(new WorldOptions { Gentle = true }, "CM");
        world.Fleet.Down = true;
        await DoneAsync(world, (grain, caller) => grain.RegisterAsync(Entry, caller));
        Assert.Null(world.Fleet.Find(Id));

        world.Fleet.Down = false;
        await DoneAsync(world, (grain, caller) => grain.IssueAsync(new IssueRecorder("cm-o1"), caller));

        Assert.Equal(("issued", "cm-o1"), (world.Fleet.Find(Id)?.State, world.Fleet.Find(Id)?.HolderId));
    }

    private static async Task<GrainWorld> StartAsync(params string[] codes)
    {
        var world = await GrainWorld.StartAsync(null, codes is [] ? ["CM"] : codes);
        await DoneAsync(world, (grain, caller) => grain.RegisterAsync(Entry, caller));
        return world;
    }

    private static IRecorderGrain Grain(GrainWorld world) => world.Grains.GetGrain<IRecorderGrain>(Id);

    private static async Task<RecorderView> ViewAsync(GrainWorld world) => Assert.IsType<RecorderView>(await GrainWorld.SendAsync(() => Grain(world).ViewAsync()));

    /// <summary>Where it is and who holds it: by the grain, by the register beside the ledger and by the fleet's lists alike.</summary>
    private static async Task<(string State, string? Holder)> StandsAsync(GrainWorld world)
    {
        var view = await ViewAsync(world);
        var line = await world.Service<IRecorderRegister>().FindAsync(Id, CancellationToken.None);
        Assert.Equal((view.State, view.HolderId, view.Proof.Entries), (line?.State, line?.HolderId, line?.Sequence ?? 0));
        Assert.Equal((view.State, view.HolderId), (world.Fleet.Find(Id)?.State, world.Fleet.Find(Id)?.HolderId));
        return (view.State, view.HolderId);
    }

    private static async Task<CommandReply> DoneAsync(GrainWorld world, Func<IRecorderGrain, Caller, Task<CommandReply>> command)
    {
        var caller = world.As("fleet-manager", "cm");
        var reply = await GrainWorld.SendAsync(() => command(Grain(world), caller));
        Assert.True(reply.Done, reply.Done ? null : string.Join("; ", reply.Broken.Select(static b => b.Code)));
        return reply;
    }

    private static async Task<CommandReply> TwiceAsync(GrainWorld world, Func<IRecorderGrain, Caller, Task<CommandReply>> command)
    {
        var caller = world.As("fleet-manager", "cm");
        var before = await world.CountAsync();
        var first = await GrainWorld.SendAsync(() => command(Grain(world), caller));
        Assert.True(first.Done, first.Done ? null : string.Join("; ", first.Broken.Select(static b => b.Code)));
        var between = await world.CountAsync();
        var second = await GrainWorld.SendAsync(() => command(Grain(world), caller));

        Assert.True(between > before, "the command wrote nothing");
        Assert.Equal((first.Sequence, first.Reference, first.Done), (second.Sequence, second.Reference, second.Done));
        Assert.Equal(between, await world.CountAsync());
        return first;
    }

    private static async Task<BrokenRule> RefusedAsync(GrainWorld world, Func<IRecorderGrain, Caller, Task<CommandReply>> command, string code)
    {
        var caller = world.As("fleet-manager", "cm");
        var before = await world.CountAsync();
        var first = await GrainWorld.SendAsync(() => command(Grain(world), caller));
        var second = await GrainWorld.SendAsync(() => command(Grain(world), caller));

        Assert.False(first.Done);
        Assert.Equal(code, Assert.Single(first.Broken).Code);
        Assert.Equal(first.Broken.AsEnumerable(), second.Broken.AsEnumerable());
        Assert.False(string.IsNullOrEmpty(first.Broken[0].Next.Zh) || string.IsNullOrEmpty(first.Broken[0].Next.En));
        Assert.Equal(before, await world.CountAsync());
        return first.Broken[0];
    }
}
