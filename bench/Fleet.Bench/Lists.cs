using System.Diagnostics;
using System.Globalization;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Grains.Recorders;
using Enforcement.Storage.Sqlite.Fleet;

namespace Enforcement.Fleet.Bench;

/// <summary>What pages read of a large fleet: list, map, counts, alarms.</summary>
internal static class Lists
{
    private const int Times = 40;
    private const double Wanted = 100;
    private static readonly string[] Bureaus = ["CM", "CZ", "TA", "FS", "GC"];

    public static async Task RunAsync(string file, int recorders, Action<FormattableString> say)
    {
        await using var store = FleetStore.Open(file, new FleetClock(new ListeningLong()));
        await FillAsync(store, recorders);
        var (city, one) = (BureauScope.City, BureauScope.Of("CM"));
        say($"lists with {recorders:N0} recorders, pages of 50 with their count; at most {Wanted} ms is wanted:");
        foreach (var order in Enum.GetValues<RecorderOrder>())
        {
            await TimeAsync(say, $"city, by {order}", ct => store.RecordersAsync(city, new RecorderQuery(Order: order), new PageRequest(50, null, WithCount: true), ct));
            await TimeAsync(say, $"bureau, by {order}", ct => store.RecordersAsync(one, new RecorderQuery(Order: order), new PageRequest(50, null, WithCount: true), ct));
        }

        foreach (var (name, query) in Filters())
        {
            await TimeAsync(say, $"city, {name}", ct => store.RecordersAsync(city, query, new PageRequest(50, null, WithCount: true), ct));
        }

        var deep = await DeepAsync(store, recorders / 100);
        await TimeAsync(say, "city, by Id, in the middle", ct => store.RecordersAsync(city, new RecorderQuery(), new PageRequest(50, deep, WithCount: true), ct));
        await TimeAsync(say, "counts of the tabs, city", ct => store.CountsAsync(city, ct));
        await TimeAsync(say, "counts of the tabs, bureau", ct => store.CountsAsync(one, ct));
        await TimeAsync(say, "map of the city, 5,000 dots", ct => store.MapAsync(city, new RecorderQuery(), 5_000, ct));
        await TimeAsync(say, "map of the city, 20,000 dots", ct => store.MapAsync(city, new RecorderQuery(), 20_000, ct));
        await TimeAsync(say, "map of the city, recording", ct => store.MapAsync(city, new RecorderQuery(Recording: true), 5_000, ct));
        await TimeAsync(say, "open alarms, city", ct => store.AlarmsAsync(city, new AlarmQuery(Open: true), new PageRequest(50, null, WithCount: true), ct));
        await TimeAsync(say, "open alarms of a kind, bureau", ct => store.AlarmsAsync(one, new AlarmQuery(Open: true, Kind: "battery-low"), new PageRequest(50, null, WithCount: true), ct));
        await TimeAsync(say, "one recorder", ct => store.RecorderAsync(city, "R-00042", ct));
    }

    private static IEnumerable<(string Name, RecorderQuery Query)> Filters() =>
    [
        ("in store", new(State: "in-store")),
        ("issued", new(State: "issued")),
        ("in repair", new(State: "repair")),
        ("retired", new(State: "retired")),
        ("online", new(Contact: "online")),
        ("offline", new(Contact: "offline")),
        ("unknown", new(Contact: "unknown")),
        ("of a holder", new(HolderId: "o-17")),
        ("recording", new(Recording: true)),
        ("low battery", new(LowBattery: true)),
        ("low storage", new(LowStorage: true)),
        ("clock off", new(Drifted: true)),
        ("with alarms", new(Alarmed: true)),
        ("text of one", new(Text: "r-00777")),
        ("text of many, by battery", new(Text: "x9 持有", Order: RecorderOrder.Battery)),
        ("text of none", new(Text: "没有")),
        ("all filters, by storage", new("issued", "online", null, Recording: true, LowBattery: true, LowStorage: true, Drifted: true, Alarmed: true, "x9", RecorderOrder.Storage)),
    ];

    private static async Task FillAsync(FleetStore store, int recorders)
    {
        var now = TimeProvider.System.GetUtcNow();
        await Task.WhenAll(Enumerable.Range(0, recorders).Select(i => FillOneAsync(store, i, now)));
    }

    private static async Task FillOneAsync(FleetStore store, int i, DateTimeOffset now)
    {
        var (id, bureau) = (string.Create(CultureInfo.InvariantCulture, $"R-{i:00000}"), Bureaus[i % 5]);
        var state = (i % 50) switch { 0 => "retired", 1 => "repair", < 20 => "in-store", _ => "issued" };
        var holder = state == "issued" ? i % 4_000 : -1;
        await store.PutAsync(
            new RecorderEntry(
                id, id, bureau, i % 3 == 0 ? "DSJ-X9" : "DSJ-V6", $"SN{i}", $"SN{i}", state, holder < 0 ? null : $"o-{holder}", holder < 0 ? null : $"持有人{holder}", 32L << 30, "", 1, null, 2, now),
            CancellationToken.None);
        var heard = i % 9 == 0 ? (DateTimeOffset?)null : now.AddSeconds(-(i % 7 == 0 ? 4_000 : i % 60));
        await store.WriteAsync(new TelemetryWrite(
            new RecorderStatus
            {
                RecorderId = id,
                LastContactAt = heard,
                Battery = heard is null ? null : i % 101,
                StorageFree = (long)(i % 32) << 30,
                StorageTotal = 32L << 30,
                Firmware = "2.1.4",
                DriftMs = i % 40 == 0 ? 75_000 : i % 900,
                RecordingSince = holder >= 0 && i % 6 == 0 ? now.AddMinutes(-(i % 50)) : null,
                RecordingId = holder >= 0 && i % 6 == 0 ? $"rec-{i}" : null,
                Position = heard is null ? null : new GeoPoint(350_000_000 + (i % 1_000 * 1_000), 1_129_000_000 + (i / 1_000 * 9_000)),
                PositionAt = heard,
            },
            [1])
        {
            Raised = i % 25 == 3 ? [new AlarmRow($"{id}-1", id, bureau, "battery-low", "medium", "电量低", "low", null, null, now.AddSeconds(-i), null, null, null, null)] : [],
        });
    }

    private static async Task<string?> DeepAsync(FleetStore store, int pages)
    {
        string? after = null;
        for (var page = 0; page < pages; page++)
        {
            after = (await store.RecordersAsync(BureauScope.City, new RecorderQuery(), new PageRequest(50, after), CancellationToken.None)).Next ?? after;
        }

        return after;
    }

    private static async Task TimeAsync(Action<FormattableString> say, string what, Func<CancellationToken, Task> question)
    {
        List<double> times = [];
        for (var i = 0; i < Times; i++)
        {
            var watch = Stopwatch.StartNew();
            await question(CancellationToken.None);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        var (p50, p95) = (times[Times / 2], times[Times * 95 / 100]);
        say($"  {what,-32} p50 {p50,7:F2} ms  p95 {p95,7:F2} ms{(p95 > Wanted ? "  too slow" : "")}");
    }

    /// <summary>A program that has listened for longer than a lease: before that nobody counts as offline, and that list would be empty.</summary>
    private sealed class ListeningLong : TimeProvider
    {
        private bool _asked;

        public override DateTimeOffset GetUtcNow()
        {
            var now = System.GetUtcNow();
            (now, _asked) = (_asked ? now : now.AddMinutes(-10), true);
            return now;
        }
    }
}
