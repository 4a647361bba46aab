using System.Collections.Immutable;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Bureaus;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.Officers;
using Enforcement.Grains.Interfaces.Recordings;
using Enforcement.Grains.Ledger;
using Enforcement.Grains.Tests.Hosting;
using Enforcement.Tests.Shared;

namespace Enforcement.Grains.Tests.Cases;

/// <summary>Retries are normal: every command sent twice gives the same reply and leaves no second entry; one id with two payloads is a conflict.</summary>
public sealed class RepeatedCommandTests
{
    [Fact]
    public async Task Every_command_of_a_case_may_be_sent_again()
    {
        await using var world = await GrainWorld.StartAsync(null, "TA");
        var file = new CaseDriver(world, "TA", "c1") { Films = false };
        var (first, _, _) = await file.FillAsync("urgent-start");
        await TwiceAsync(world, caller => file.Grain.OpenAsync(file.Opening(first), caller));
        var (report, _, _) = await file.FillAsync("start-report");
        await TwiceAsync(world, caller => file.Grain.RecordActAsync(report, caller));
        var (inspection, _, _) = await file.FillAsync("on-site-inspection");
        await TwiceAsync(world, caller => file.Grain.RecordActAsync(inspection, caller));
        var act = (await file.LastAsync("on-site-inspection")).Id;
        await TwiceAsync(world, caller => file.Grain.AttachDocumentAsync(new AttachDocument(act, new DocumentInfo("photo-list", "照片清单")), caller));
        var recording = await file.NewRecording().AnnounceAsync();
        await TwiceAsync(world, caller => file.Grain.LinkRecordingAsync(new LinkRecording(act, recording.Id), caller));
        var described = (await file.ViewAsync()).RecordingFields.ToImmutableDictionary(f => f.Id, _ => "如实说明");
        await TwiceAsync(world, caller => file.Grain.DescribeRecordingAsync(new DescribeRecording(recording.Id, described, "文字"), caller));
        world.Clock.Advance(TimeSpan.FromDays(2));
        await world.SweepAsync();
        var finding = (await file.ViewAsync()).Findings.First(f => f.Resolution is null).Id;
        await TwiceAsync(world, caller => file.Grain.ResolveFindingAsync(new ResolveFinding(finding, "已责令补正"), caller));
        await file.Do("start-approval outcome=approved", "end-of-act ground=not-established", "end-of-execution ground=nothing-to-execute");
        await TwiceAsync(world, caller => file.Grain.OverrideClockAsync(new OverrideClock("archive", "days", 60, "档案管理规章第十条", "规章另有规定"), caller));
    }

    [Fact]
    public async Task Every_command_of_a_recording_may_be_sent_again()
    {
        await using var world = await GrainWorld.StartAsync(null, "FS");
        var (grain, now) = (world.Grains.GetGrain<IRecordingGrain>("r1"), world.Clock.Now);
        await TwiceAsync(world, caller => grain.AnnounceAsync(new AnnounceRecording("fs", null, "fs-o1", "video", now.AddHours(-2)), caller));
        await TwiceAsync(world, caller => grain.EndAsync(new EndRecording(now.AddHours(-1)), caller));
        await TwiceAsync(world, caller => grain.DeclareRemoteWorkAsync(new DeclareRemoteWork("away", "异地办案"), caller));
        world.Clock.Advance(TimeSpan.FromDays(16));
        await world.SweepAsync();
        await TwiceAsync(world, caller => grain.ResolveFindingAsync(new ResolveFinding("f-remote-return", "已核实"), caller));
        await TwiceAsync(world, caller => grain.DeclareReturnAsync(new DeclareReturn(world.Clock.Now), caller));
        var file = await world.Media.StoreAsync("r1");
        await TwiceAsync(world, caller => grain.StoredAsync(file, caller));
        await TwiceAsync(world, caller => grain.LinkedAsync("c1", "1号", "a1", caller));
        await TwiceAsync(world, async caller =>
        {
            await grain.ViewedAsync("案件审查", caller);
            return new CommandReply((await world.EntriesAsync("recording/r1")).Length, null, []);
        });
    }

    [Fact]
    public async Task Every_command_of_the_registers_may_be_sent_again()
    {
        await using var world = await GrainWorld.StartAsync();
        await TwiceAsync(world, caller => world.Grains.GetGrain<IBureauGrain>("b1").FoundAsync(new FoundBureau("某局", "A bureau", "某", "CM", "城区"), caller));
        await TwiceAsync(world, caller => world.Grains.GetGrain<IOfficerGrain>("o1").RegisterAsync(new RegisterOfficer("王五", "b1", "证-9", null, ["officer"]), caller));
        var bureau = world.Grains.GetGrain<IBureauGrain>("b1");
        var number = await GrainWorld.SendAsync(() => bureau.NumberAsync("c1", "penalty", 2026));
        Assert.Equal("某罚〔2026〕1号", number);
        Assert.Equal(number, await GrainWorld.SendAsync(() => bureau.NumberAsync("c1", "penalty", 2026)));
        Assert.Equal("某罚〔2026〕2号", await GrainWorld.SendAsync(() => bureau.NumberAsync("c2", "penalty", 2026)));
    }

    [Fact]
    public async Task What_the_platform_does_by_itself_is_done_once()
    {
        await using var world = await GrainWorld.StartAsync(null, "CM");
        var file = await new CaseDriver(world, "CM", "c1") { Films = false }.Do("urgent-start");
        var recording = await file.NewRecording().AnnounceAsync();
        Assert.True((await file.TryAsync("on-site-inspection", d => d with { Recordings = [recording.Id] })).Done);
        world.Clock.Advance(TimeSpan.FromDays(3));
        await OnceAsync(world, () => file.Grain.CheckDeadlinesAsync());
        await OnceAsync(world, () => world.Grains.GetGrain<IRecordingGrain>(recording.Id).CheckDeadlinesAsync());
        var stored = await recording.StoreAsync();
        await OnceAsync(world, () => file.Grain.RecordingStoredAsync(recording.Id, stored.Sha256, world.Clock.Now));
        await OnceAsync(world, () => world.Grains.GetGrain<IRecordingGrain>(recording.Id).CorruptedAsync(0));
    }

    [Fact]
    public async Task The_same_id_with_another_payload_is_a_conflict_and_nothing_is_written()
    {
        await using var world = await GrainWorld.StartAsync(null, "CM");
        var file = await new CaseDriver(world, "CM", "c1").Do("urgent-start");
        var (inquiry, _, _) = await file.FillAsync("inquiry");
        var caller = world.As("officer", "cm", commandId: "the-same");
        await GrainWorld.SendAsync(() => file.Grain.RecordActAsync(inquiry, caller));
        var before = await world.CountAsync();

        var changed = inquiry with { Fields = inquiry.Fields.SetItem(inquiry.Fields.Keys.First(), "别的内容") };
        await Assert.ThrowsAsync<CommandConflictException>(() => GrainWorld.SendAsync(() => file.Grain.RecordActAsync(changed, caller)));
        await Assert.ThrowsAsync<CommandConflictException>(() => GrainWorld.SendAsync(() => file.Grain.RecordActAsync(inquiry, caller with { Id = "somebody-else" })));
        await Assert.ThrowsAsync<CommandConflictException>(() => GrainWorld.SendAsync(() => file.Grain.LinkRecordingAsync(new LinkRecording("a1", "r1"), caller)));

        Assert.Equal(before, await world.CountAsync());
        Assert.True((await GrainWorld.SendAsync(() => file.Grain.RecordActAsync(inquiry, caller))).Done);
    }

    [Fact]
    public async Task A_refusal_is_not_remembered_the_same_command_may_succeed_later()
    {
        await using var world = await GrainWorld.StartAsync(null, "CM");
        var file = await new CaseDriver(world, "CM", "c1").Do(["urgent-start", .. Walks.Approved("CM")[..1]]);
        var (approval, _, _) = await file.FillAsync("start-approval outcome=approved");
        var caller = world.As("main-leader", "cm", commandId: "approve");
        Assert.Equal(["start.no-unit-opinion"], (await GrainWorld.SendAsync(() => file.Grain.RecordActAsync(approval, caller))).Broken.Select(b => b.Code));

        await file.Do("start-unit-opinion");
        Assert.True((await GrainWorld.SendAsync(() => file.Grain.RecordActAsync(approval, caller))).Done);
    }

    private static async Task TwiceAsync(GrainWorld world, Func<Caller, Task<CommandReply>> command)
    {
        var caller = world.As("officer", "city");
        var before = await world.CountAsync();
        var first = await GrainWorld.SendAsync(() => command(caller));
        Assert.True(first.Done, first.Done ? null : string.Join("; ", first.Broken.Select(b => $"{b.Code} {b.Member}")));
        var between = await world.CountAsync();
        var second = await GrainWorld.SendAsync(() => command(caller));

        Assert.True(between > before, "the command wrote nothing");
        Assert.Equal((first.Sequence, first.Reference, first.Done), (second.Sequence, second.Reference, second.Done));
        Assert.Equal(between, await world.CountAsync());
    }

    private static async Task OnceAsync(GrainWorld world, Func<Task> work)
    {
        var before = await world.CountAsync();
        await GrainWorld.SendAsync(work);
        var between = await world.CountAsync();
        await GrainWorld.SendAsync(work);
        Assert.True(between > before, "nothing was done");
        Assert.Equal(between, await world.CountAsync());
    }
}
