using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.Recordings;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace Enforcement.Grains.Tests.ReadModel;

/// <summary>What waits is in the lists with the entry that makes it wait, and gone with the entry that does it.</summary>
public sealed class WorkItemTests
{
    [Fact]
    public async Task An_approval_waits_for_the_leader_until_it_is_given_and_a_form_sent_back_for_its_author()
    {
        await using var world = await GrainWorld.StartAsync(null, "GC");
        var file = await new CaseDriver(world, "GC", "c1").Do("urgent-start", "start-report");

        var waiting = Assert.Single(await WorkAsync(world, "leader-in-charge"));
        Assert.Equal(("approval", "start-approval", "a2", "gc", "c1"), (waiting.Kind, waiting.Act, waiting.About, waiting.Bureau, waiting.CaseId));

        await file.Do("start-approval outcome=returned");
        Assert.Empty(await WorkAsync(world, "leader-in-charge"));
        var back = Assert.Single(await WorkAsync(world, "officer"), row => row.Kind == "sent-back");
        Assert.Equal(("gc-officer", "start-report", "如实记录"), (back.OfficerId, back.Act, back.Note));

        await file.Do("start-report");
        Assert.DoesNotContain(await WorkAsync(world, "officer"), row => row.Kind == "sent-back");
        Assert.Equal("a4", Assert.Single(await WorkAsync(world, "main-leader")).About);
    }

    [Fact]
    public async Task A_recording_waits_for_its_officer_and_the_custodian_until_it_is_stored_and_then_to_be_linked()
    {
        await using var world = await GrainWorld.StartAsync(null, "CM");
        var recording = await new RecordingDriver(world, "cm", "r1").AnnounceAsync();

        var mine = Assert.Single(await WorkAsync(world, "officer"));
        Assert.Equal(("hand-in", "cm-o1", "r1"), (mine.Kind, mine.OfficerId, mine.Subject));
        Assert.NotNull(mine.DueAt);
        Assert.Equal("hand-in", Assert.Single(await WorkAsync(world, "records-custodian")).Kind);

        await recording.StoreAsync();
        Assert.Equal("link", Assert.Single(await WorkAsync(world, "officer")).Kind);
        Assert.Empty(await WorkAsync(world, "records-custodian"));
    }

    [Fact]
    public async Task A_decision_on_a_case_that_has_moved_on_is_refused_and_nothing_is_written()
    {
        await using var world = await GrainWorld.StartAsync(null, "GC");
        var file = await new CaseDriver(world, "GC", "c1").Do("urgent-start", "start-report");
        var seen = (await file.ViewAsync()).Proof.Entries;
        await file.Do("note");
        var entries = await world.CountAsync();

        Assert.Equal(["case.moved-on"], await file.RefusedAsync("start-approval outcome=approved", d => d with { Seen = seen }));
        Assert.Equal(entries, await world.CountAsync());

        var now = (await file.ViewAsync()).Proof.Entries;
        Assert.True((await file.TryAsync("start-approval outcome=approved", d => d with { Seen = now })).Done);
    }

    [Fact]
    public async Task Rows_of_streams_older_than_the_table_are_drawn_again_once()
    {
        await using var world = await GrainWorld.StartAsync(null, "CM");
        await new CaseDriver(world, "CM", "c1").Do("urgent-start", "start-report");
        await new RecordingDriver(world, "cm", "r1").AnnounceAsync();
        var before = await AllAsync(world);
        Execute(world, "DELETE FROM work_items; INSERT INTO redraw SELECT stream FROM streams WHERE stream LIKE 'case/%' OR stream LIKE 'recording/%'");
        Assert.Empty(await AllAsync(world));
        Assert.Equal(["case/c1", "recording/r1"], (await world.Store.ToRedrawAsync(10, CancellationToken.None)).AsEnumerable());
        var entries = await world.CountAsync();

        await GrainWorld.SendAsync(() => world.Grains.GetGrain<ICaseGrain>("c1").RedrawAsync());
        await GrainWorld.SendAsync(() => world.Grains.GetGrain<IRecordingGrain>("r1").RedrawAsync());

        Assert.Equal(before, await AllAsync(world));
        Assert.Empty(await world.Store.ToRedrawAsync(10, CancellationToken.None));
        Assert.Equal(entries, await world.CountAsync());
        await Rebuild.CheckAsync(world);
    }

    private static async Task<IReadOnlyList<WorkItemRow>> WorkAsync(GrainWorld world, string role) =>
        (await world.Store.Work.ItemsAsync(BureauScope.City, new WorkQuery(role), new PageRequest(500), CancellationToken.None)).Rows;

    private static async Task<List<WorkItemRow>> AllAsync(GrainWorld world) =>
        [.. await WorkAsync(world, "officer"), .. await WorkAsync(world, "unit-head"), .. await WorkAsync(world, "records-custodian")];

    private static void Execute(GrainWorld world, string sql)
    {
        using var db = new SqliteConnection($"Data Source={world.LedgerFile};Pooling=False");
        db.Open();
        using var command = db.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
