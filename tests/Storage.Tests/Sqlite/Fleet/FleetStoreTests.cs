using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Grains.Recorders;
using Enforcement.Storage.Sqlite.Fleet;

namespace Enforcement.Storage.Tests.Sqlite.Fleet;

/// <summary>The fleet's lists on a real SQLite file.</summary>
public sealed class FleetStoreTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    private static readonly PageRequest Fifty = new(50, WithCount: true);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fleet-");
    private readonly TestClock _machine = new(Start);
    private FleetStore _store;

    public FleetStoreTests() => _store = Open();

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Each_filter_narrows_and_none_widens_the_scope()
    {
        await FillAsync();

        Assert.Equal(["a1", "a2", "a3", "b1"], await IdsAsync(new RecorderQuery()));
        Assert.Equal(["a4"], await IdsAsync(new RecorderQuery(State: "retired")));
        Assert.Equal(["a1", "a2", "a3"], await IdsAsync(new RecorderQuery(), BureauScope.Of("CM")));
        Assert.Empty(await IdsAsync(new RecorderQuery(), BureauScope.None));
        Assert.Equal(["a1"], await IdsAsync(new RecorderQuery(HolderId: "o1")));
        Assert.Equal(["a1"], await IdsAsync(new RecorderQuery(Recording: true)));
        Assert.Equal(["a2"], await IdsAsync(new RecorderQuery(LowBattery: true)));
        Assert.Equal(["a2"], await IdsAsync(new RecorderQuery(LowStorage: true)));
        Assert.Equal(["b1"], await IdsAsync(new RecorderQuery(Drifted: true)));
        Assert.Equal(["b1"], await IdsAsync(new RecorderQuery(Alarmed: true)));
        Assert.Equal(["a1"], await IdsAsync(new RecorderQuery(Text: "𠮷野 S-A1")));
        Assert.Empty(await IdsAsync(new RecorderQuery(Text: "' OR 1=1 --")));
        Assert.Equal(["a2", "a1", "b1", "a3"], await IdsAsync(new RecorderQuery(Order: RecorderOrder.Battery)));
        Assert.Equal(["a2", "a1", "b1", "a3"], await IdsAsync(new RecorderQuery(Order: RecorderOrder.Storage)));
        Assert.Equal(["a1", "a2", "b1", "a3"], await IdsAsync(new RecorderQuery(Order: RecorderOrder.LastContact)));
        Assert.Equal(["a1", "a2", "b1"], (await _store.MapAsync(BureauScope.City, new RecorderQuery(), 10, default)).Select(d => d.RecorderId));
    }

    [Fact]
    public async Task Online_is_a_lease_and_a_restart_makes_the_silent_unknown()
    {
        await FillAsync();
        Assert.Equal(["a1", "a2", "b1"], await IdsAsync(new RecorderQuery(Contact: "online")));
        Assert.Equal(["a3"], await IdsAsync(new RecorderQuery(Contact: "unknown")));

        _machine.Advance(FleetClock.Lease + TimeSpan.FromSeconds(1));
        Assert.Equal(["a1", "a2", "b1"], await IdsAsync(new RecorderQuery(Contact: "offline")));
        var cm = (await _store.CountsAsync(BureauScope.Of("CM"), default)).Single();
        Assert.Equal(new FleetCount("CM", 3, 1, 0, 0, 2, 1, 1, 1, 1, 0, 0, 0), cm);

        await _store.DisposeAsync();
        _store = Open();
        Assert.Empty(await IdsAsync(new RecorderQuery(Contact: "offline")));
        Assert.Equal(["a1", "a2", "a3", "b1"], await IdsAsync(new RecorderQuery(Contact: "unknown")));
    }

    [Fact]
    public async Task The_open_alarms_that_are_counted_are_those_of_the_list_a_retired_recorder_s_among_them()
    {
        await FillAsync();
        await _store.WriteAsync(new TelemetryWrite(Status("a4"), [0])
        {
            Raised = [new AlarmRow("a4-1", "a4", "CM", "battery-low", "medium", "低", "low", null, null, Start, null, null, null, null)],
        });

        var cm = (await _store.CountsAsync(BureauScope.Of("CM"), default)).Single();
        var list = await _store.AlarmsAsync(BureauScope.Of("CM"), new AlarmQuery(Open: true), Fifty, default);

        Assert.Equal((3L, 1L), (cm.All, cm.OpenAlarms));
        Assert.Equal(cm.OpenAlarms, list.Count);
    }

    [Fact]
    public async Task Pages_follow_each_other_in_every_order()
    {
        await FillAsync();
        foreach (var order in Enum.GetValues<RecorderOrder>())
        {
            var all = await IdsAsync(new RecorderQuery(Order: order));
            List<string> paged = [];
            string? after = null;
            do
            {
                var page = await _store.RecordersAsync(BureauScope.City, new RecorderQuery(Order: order), new PageRequest(2, after), default);
                paged.AddRange(page.Rows.Select(r => r.RecorderId));
                after = page.Next;
            }
            while (after is not null);
            Assert.Equal(all, paged);
        }
    }

    [Fact]
    public async Task A_line_of_the_register_never_goes_back_and_keeps_what_was_reported()
    {
        await FillAsync();
        await _store.PutAsync(Entry("a1", "CM", sequence: 9) with { Model = "new" }, default);
        await _store.PutAsync(Entry("a1", "CM", sequence: 2) with { Model = "old" }, default);

        var row = await _store.RecorderAsync(BureauScope.City, "a1", default);
        Assert.Equal(("new", 50), (row!.Model, row.Battery));
        Assert.Null(await _store.RecorderAsync(BureauScope.Of("TA"), "a1", default));
    }

    [Fact]
    public async Task Charts_are_thinned_and_keep_both_ends_and_old_ones_go()
    {
        await FillAsync();
        var points = Enumerable.Range(0, 500).Select(i => new PulsePoint(Start.AddMinutes(-5 * i), i % 100, null, null, null, false)).ToImmutableArray();
        var track = Enumerable.Range(0, 500).Select(i => new TrackPoint(Start.AddMinutes(-i), 350_000_000 + i, 1_130_000_000, false)).ToImmutableArray();
        await _store.WriteAsync(new TelemetryWrite(Status("a3"), [1, 2]) { History = points, Track = track });

        var thin = await _store.HistoryAsync(BureauScope.City, "a3", Start.AddDays(-9), Start.AddDays(1), 20, default);
        Assert.Equal(20, thin.Length);
        Assert.Equal((Start.AddMinutes(-5 * 499), Start), (thin[0].At, thin[^1].At));
        Assert.Empty(await _store.TrackAsync(BureauScope.Of("TA"), "a3", Start.AddDays(-9), Start.AddDays(1), 20, default));
        Assert.Equal(500, (await _store.TrackAsync(BureauScope.City, "a3", Start.AddDays(-9), Start.AddDays(1), 1000, default)).Length);

        var removed = await _store.RemoveBeforeAsync(new TelemetryAges(Start.AddMinutes(-500), Start.AddMinutes(-99.5), Start.AddDays(-400)), default);

        Assert.Equal(399 + 400, removed);
        Assert.Equal(100, (await _store.TrackAsync(BureauScope.City, "a3", Start.AddDays(-9), Start.AddDays(1), 1000, default)).Length);
        Assert.Equal([1, 2], await _store.CheckpointAsync("a3", default));
    }

    [Fact]
    public async Task One_write_that_fails_does_not_spoil_those_beside_it()
    {
        await FillAsync();
        var bad = new TelemetryWrite(Status("a1"), [1]) { Raised = [new AlarmRow("x", "a1", "CM", null!, "high", "", "", null, null, Start, null, null, null, null)] };

        var writes = Enumerable.Range(0, 20).Select(i => _store.WriteAsync(i == 7 ? bad : new TelemetryWrite(Status("a3") with { Battery = i }, [(byte)i]))).ToArray();

        await Assert.ThrowsAnyAsync<Exception>(() => writes[7]);
        await Task.WhenAll(writes.Where((_, i) => i != 7));
        Assert.Equal(19, (await _store.RecorderAsync(BureauScope.City, "a3", default))!.Battery);
    }

    [Fact]
    public async Task Open_pages_are_told_of_alarms_after_the_commit_and_of_nothing_else()
    {
        await FillAsync();
        await _store.DisposeAsync();
        List<Change> told = [];
        _store = FleetStore.Open(Path.Combine(_folder.FullName, "fleet.db"), new FleetClock(_machine), told.Add);

        await _store.WriteAsync(new TelemetryWrite(Status("b1") with { Battery = 50 }, [1]));
        Assert.Empty(told);
        await _store.WriteAsync(new TelemetryWrite(Status("b1"), [2]) { Raised = [new AlarmRow("b1-2", "b1", "TA", "sos", "high", "求助", "help", null, null, Start, null, null, null, null)] });
        await _store.WriteAsync(new TelemetryWrite(Status("b1"), [3]) { Again = [new AlarmAgain("b1-1", 1, Start, "", "", null, null)] });
        await _store.WriteAsync(new TelemetryWrite(Status("b1"), [4]) { Seen = new AlarmSeen("b1-2", Start, "张三", "已联系") });
        await _store.WriteAsync(new TelemetryWrite(Status("b1"), [5]) { Cleared = ["b1-1"], ClearedAt = Start });

        Assert.Equal(4, told.Count);
        Assert.All(told, static change => Assert.Equal(("recorder/b1", 0L, "TA", "alarms"), (change.Stream, change.Sequence, change.Bureaus.Single(), change.Tables.Single())));
    }

    [Fact]
    public async Task Counts_tell_recorders_with_alarms_apart_from_alarms()
    {
        await FillAsync();
        await _store.WriteAsync(new TelemetryWrite(Status("b1"), [2]) { Raised = [new AlarmRow("b1-2", "b1", "TA", "sos", "high", "求助", "help", null, null, Start, null, null, null, null)] });

        var counts = await _store.CountsAsync(BureauScope.City, default);

        Assert.Equal([(0L, 0L), (2L, 1L)], counts.Select(static c => (c.OpenAlarms, c.Alarmed)));
        Assert.Equal(["b1"], await IdsAsync(new RecorderQuery(Alarmed: true)));
    }

    [Fact]
    public async Task An_alarm_that_comes_again_is_the_same_row_counted_and_open_once_more()
    {
        await FillAsync();
        var status = Status("b1");
        await _store.WriteAsync(new TelemetryWrite(status, [1]) { Cleared = ["b1-1"], ClearedAt = Start.AddMinutes(1) });
        await _store.WriteAsync(new TelemetryWrite(status, [2]) { Again = [new AlarmAgain("b1-1", 3, Start.AddMinutes(2), "又慢", "behind again", "张三", "rec-9")] });

        var alarm = Assert.Single((await _store.AlarmsAsync(BureauScope.City, new AlarmQuery(Open: true), Fifty, default)).Rows);
        Assert.Equal(
            ("b1-1", 4, Start.AddMinutes(2), Start, null, "又慢", "behind again", "张三", "rec-9"),
            (alarm.AlarmId, alarm.Times, alarm.LastAt, alarm.RaisedAt, alarm.ClearedAt, alarm.TextZh, alarm.TextEn, alarm.HolderName, alarm.RecordingId));
        Assert.Equal(1, (await _store.RecorderAsync(BureauScope.City, "b1", default))!.OpenAlarms);
    }

    private async Task FillAsync()
    {
        await _store.PutAsync(Entry("a1", "CM") with { State = "issued", HolderId = "o1", HolderName = "𠮷野", Serial = "S-A1" }, default);
        await _store.PutAsync(Entry("a2", "CM"), default);
        await _store.PutAsync(Entry("a3", "CM"), default);
        await _store.PutAsync(Entry("a4", "CM") with { State = "retired" }, default);
        await _store.PutAsync(Entry("b1", "TA"), default);
        var place = new GeoPoint(350_000_000, 1_130_000_000);
        var full = Status("a1") with { LastContactAt = Start.AddSeconds(-30), Battery = 50, StorageFree = 50, StorageTotal = 100, Position = place, PositionAt = Start };
        await _store.WriteAsync(new TelemetryWrite(full with { RecordingSince = Start, RecordingId = "rec-1" }, [0]));
        await _store.WriteAsync(new TelemetryWrite(full with { RecorderId = "a2", LastContactAt = Start.AddSeconds(-20), Battery = 19, StorageFree = 9 }, [0]));
        await _store.WriteAsync(new TelemetryWrite(full with { RecorderId = "b1", LastContactAt = Start.AddSeconds(-10), Battery = 90, StorageFree = 90, DriftMs = -40_000 }, [0])
        {
            Raised = [new AlarmRow("b1-1", "b1", "TA", "clock-drift", "medium", "慢", "behind", null, null, Start, null, null, null, null)],
        });
    }

    private async Task<string[]> IdsAsync(RecorderQuery query, BureauScope? scope = null)
    {
        var page = await _store.RecordersAsync(scope ?? BureauScope.City, query, Fifty, default);
        Assert.Equal(page.Rows.Length, page.Count);
        return [.. page.Rows.Select(r => r.RecorderId)];
    }

    private FleetStore Open() => FleetStore.Open(Path.Combine(_folder.FullName, "fleet.db"), new FleetClock(_machine));

    private static RecorderStatus Status(string id) => new() { RecorderId = id };

    private static RecorderEntry Entry(string id, string bureau, long sequence = 3) =>
        new(id, id.ToUpperInvariant(), bureau, "DSJ", $"S-{id}", null, "in-store", null, null, 0, "", 1, null, sequence, Start);
}
