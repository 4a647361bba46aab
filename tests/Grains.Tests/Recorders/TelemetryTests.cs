using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Grains.Recorders;
using Enforcement.Grains.Streams;
using Enforcement.Grains.Tests.Hosting;
using Enforcement.Tests.Shared;

namespace Enforcement.Grains.Tests.Recorders;

/// <summary>Reports through the grain in strict mode, with the real ledger and the real fleet store.</summary>
public sealed class TelemetryTests
{
    private const string Id = "R-1";
    private readonly TestClock _machine = new(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_recorder_that_dies_while_recording_is_lost_and_found()
    {
        await using var world = await StartAsync();
        await ReportAsync(world, Report(1, events: [Started("f1")]));
        Assert.Equal("online", (await RowAsync(world)).Contact);

        _machine.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(0, await CheckAsync(world));
        _machine.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(Id, Assert.Single(await world.Recorders.SilentAsync(_machine.GetUtcNow() - FleetClock.Lease, 10, default)));
        Assert.Equal(1, await CheckAsync(world));
        Assert.Equal(0, await CheckAsync(world));
        Assert.Empty(await world.Recorders.SilentAsync(_machine.GetUtcNow() - FleetClock.Lease, 10, default));

        var alarm = Assert.Single((await AlarmsAsync(world)).Rows);
        Assert.Equal("lost-while-recording", alarm.Kind);
        Assert.Null(alarm.ClearedAt);
        Assert.Equal("recorder.lost-while-recording", Assert.Single(await world.FindingsAsync(StreamNames.Recorder(Id)), f => f.Code == "recorder.lost-while-recording").Code);

        await ReportAsync(world, Report(2, live: false), Report(3, events: [Stopped("f1")]));
        Assert.NotNull(Assert.Single((await AlarmsAsync(world)).Rows).ClearedAt);
        Assert.Null((await RowAsync(world)).RecordingSince);
    }

    [Fact]
    public async Task After_a_restart_nothing_is_lost_before_one_lease_and_everything_is_still_known()
    {
        await using var world = await StartAsync();
        await ReportAsync(world, Report(1, events: [Started("f1")]));
        _machine.Advance(TimeSpan.FromMinutes(10));
        await world.RestartAsync();

        Assert.Equal("unknown", (await RowAsync(world)).Contact);
        Assert.Equal(0, await CheckAsync(world));
        Assert.Equal(1, (await ReportAsync(world, Report(1, events: [Started("f1")]))).Repeated);

        _machine.Advance(FleetClock.Lease + TimeSpan.FromSeconds(1));
        Assert.Equal("offline", (await RowAsync(world)).Contact);
        Assert.Equal(1, await CheckAsync(world));
    }

    [Fact]
    public async Task A_kept_report_does_not_revive_and_a_bad_one_does_not_spoil_the_others()
    {
        await using var world = await StartAsync();
        var reply = await ReportAsync(world, Report(3, live: false), Report(2) with { Battery = 101, Live = false }, Report(1, live: false));

        Assert.Equal(2, reply.Taken);
        var refused = Assert.Single(reply.Refused);
        Assert.Equal((1, 2L, "telemetry.battery"), (refused.Index, refused.Sequence, refused.Rule.Code));
        Assert.Equal("unknown", (await RowAsync(world)).Contact);
    }

    [Fact]
    public async Task An_alarm_is_seen_once_with_a_note()
    {
        await using var world = await StartAsync();
        await ReportAsync(world, Report(1, events: [new TelemetryEvent("sos", _machine.GetUtcNow())]));
        var alarm = Assert.Single((await AlarmsAsync(world)).Rows);
        Assert.Equal(1, (await RowAsync(world)).OpenAlarms);

        Assert.Equal("alarm.note", (await SeenAsync(world, alarm.AlarmId, " ")).Broken.Single().Code);
        Assert.Equal("alarm.unknown", (await SeenAsync(world, "R-1-99", "已联系")).Broken.Single().Code);
        Assert.True((await SeenAsync(world, alarm.AlarmId, "已联系")).Done);
        Assert.Equal("alarm.seen-already", (await SeenAsync(world, alarm.AlarmId, "另一说明")).Broken.Single().Code);
        Assert.Equal(0, (await RowAsync(world)).OpenAlarms);
        Assert.NotNull(Assert.Single((await AlarmsAsync(world)).Rows).ClearedAt);
    }

    [Fact]
    public async Task A_recorder_that_nobody_holds_raises_one_alarm_and_one_finding_and_counts_its_recordings()
    {
        await using var world = await StartAsync();
        for (var i = 1; i <= 6; i++)
        {
            await ReportAsync(world, Report((2 * i) - 1, events: [Started($"f{i}")]));
            await ReportAsync(world, Report(2 * i, events: [Stopped($"f{i}")]));
        }

        await ReportAsync(world, Report(13, events: [Started("f7"), Stopped("f7"), Started("f8"), Stopped("f8")]));
        var alarm = Assert.Single((await world.Recorders.AlarmsAsync(BureauScope.City, new AlarmQuery(), new PageRequest(), default)).Rows);
        Assert.Equal(("not-issued", 8), (alarm.Kind, alarm.Times));
        Assert.Contains("f8", alarm.TextZh, StringComparison.Ordinal);
        Assert.Single(await world.FindingsAsync(StreamNames.Recorder(Id)));
        Assert.Equal(8, (await world.EntriesAsync(StreamNames.Recorder(Id))).Count(static entry => entry.Name == "recorder.recording-started"));

        // A batch that comes again counts nothing twice, and a restart forgets nothing.
        await ReportAsync(world, Report(13, events: [Started("f7"), Stopped("f7"), Started("f8"), Stopped("f8")]));
        await world.RestartAsync();
        await ReportAsync(world, Report(14, events: [Started("f9")]));
        Assert.Equal((alarm.AlarmId, 9, null), Only(await world.Recorders.AlarmsAsync(BureauScope.City, new AlarmQuery(Open: true), new PageRequest(), default)));

        // Seen and issued: what it records then is in order, and the next without a holder is raised anew.
        Assert.True((await SeenAsync(world, alarm.AlarmId, "已查明使用人")).Done);
        await ReportAsync(world, Report(15, events: [Stopped("f9")]));
        Assert.True((await GrainWorld.SendAsync(() => Grain(world).IssueAsync(new IssueRecorder("cm-o1"), world.As("fleet-manager", "cm", commandId: "issue-r1")))).Done);
        await ReportAsync(world, Report(16, events: [Started("f10")]), Report(17, events: [Stopped("f10")]));
        Assert.Empty((await world.Recorders.AlarmsAsync(BureauScope.City, new AlarmQuery(Open: true), new PageRequest(), default)).Rows);
        Assert.True((await GrainWorld.SendAsync(() => Grain(world).ReturnAsync(new ReturnRecorder(), world.As("fleet-manager", "cm", commandId: "return-r1")))).Done);

        // A report kept while somebody held it is no use without a holder.
        await ReportAsync(world, Report(18, live: false));
        Assert.Empty((await world.Recorders.AlarmsAsync(BureauScope.City, new AlarmQuery(Open: true), new PageRequest(), default)).Rows);
        await ReportAsync(world, Report(19, events: [Started("f11")]));
        Assert.NotEqual(alarm.AlarmId, Assert.Single((await world.Recorders.AlarmsAsync(BureauScope.City, new AlarmQuery(Open: true), new PageRequest(), default)).Rows).AlarmId);
    }

    private static (string AlarmId, int Times, DateTimeOffset? ClearedAt) Only(Page<AlarmRow> page) => Assert.Single(page.Rows) is var row ? (row.AlarmId, row.Times, row.ClearedAt) : default;

    [Fact]
    public async Task A_retired_recorder_is_refused_and_told_of()
    {
        await using var world = await StartAsync();
        Assert.True((await GrainWorld.SendAsync(() => Grain(world).RetireAsync(new RetireRecorder("屏幕损坏"), world.As("fleet-manager", "cm", commandId: "retire")))).Done);

        var reply = await ReportAsync(world, Report(1));

        Assert.Equal("telemetry.retired", Assert.Single(reply.Refused).Rule.Code);
        Assert.Equal("retired-reports", Assert.Single((await AlarmsAsync(world)).Rows).Kind);
    }

    private async Task<GrainWorld> StartAsync()
    {
        var world = await GrainWorld.StartAsync(new WorldOptions { Machine = _machine }, "CM");
        var done = await GrainWorld.SendAsync(() => Grain(world).RegisterAsync(new RegisterRecorder("cm", "DSJ-9", "S1"), world.As("fleet-manager", "cm", commandId: "register-r1")));
        Assert.True(done.Done);
        return world;
    }

    private static IRecorderGrain Grain(GrainWorld world) => world.Grains.GetGrain<IRecorderGrain>(Id);

    private static Task<TelemetryReply> ReportAsync(GrainWorld world, params TelemetryReport[] reports) => GrainWorld.SendAsync(() => Grain(world).ReportAsync(new TelemetryBatch([.. reports]), "recorder"));

    private static Task<int> CheckAsync(GrainWorld world) => GrainWorld.SendAsync(() => Grain(world).CheckLeaseAsync());

    private static Task<Interfaces.CommandReply> SeenAsync(GrainWorld world, string alarm, string note)
    {
        var caller = world.As("fleet-manager", "cm");
        return GrainWorld.SendAsync(() => Grain(world).AcknowledgeAsync(new AcknowledgeAlarm(alarm, note), caller));
    }

    private static async Task<RecorderRow> RowAsync(GrainWorld world) => Assert.IsType<RecorderRow>(await world.Recorders.RecorderAsync(BureauScope.City, Id, default));

    private static async Task<Page<AlarmRow>> AlarmsAsync(GrainWorld world)
    {
        var page = await world.Recorders.AlarmsAsync(BureauScope.City, new AlarmQuery(), new PageRequest(), default);
        return page with { Rows = [.. page.Rows.Where(static a => a.Kind != "not-issued")] };
    }

    private TelemetryReport Report(long sequence, bool live = true, params TelemetryEvent[] events) =>
        new(sequence, _machine.GetUtcNow(), 80, null, null, null, null, null, null, [.. events], live);

    private TelemetryEvent Started(string file) => new("recording-started", _machine.GetUtcNow(), file, "video");

    private TelemetryEvent Stopped(string file) => new("recording-stopped", _machine.GetUtcNow(), file);
}
