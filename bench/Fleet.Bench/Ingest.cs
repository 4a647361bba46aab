using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Enforcement.Bench;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Grains.Recorders;
using Enforcement.Storage.Sqlite;
using Enforcement.Storage.Sqlite.Fleet;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Enforcement.Fleet.Bench;

/// <summary>Reports through the real grains into the real store, against the writes that came of them, written again by as many clients into another file of the same kind.</summary>
internal sealed class Ingest : IPairs
{
    private const int Clients = 64;
    private readonly IHost _host;
    private readonly SqliteStore _ledger;
    private readonly FleetStore _store;
    private readonly FleetStore _other;
    private readonly Capture _capture;
    private readonly string[] _recorders;
    private readonly int _reports;
    private long _number;

    private Ingest(IHost host, SqliteStore ledger, FleetStore store, FleetStore other, Capture capture, string[] recorders, int reports) =>
        (_host, _ledger, _store, _other, _capture, _recorders, _reports) = (host, ledger, store, other, capture, recorders, reports);

    public static async Task<Ingest> StartAsync(string folder, int recorders, int reports)
    {
        FleetClock lease = new(TimeProvider.System);
        var ledger = SqliteStore.Open(new SqliteStoreOptions(Path.Combine(folder, "ingest-ledger.db"), Training: false));
        var (store, other) = (FleetStore.Open(Path.Combine(folder, "ingest.db"), lease), FleetStore.Open(Path.Combine(folder, "ingest-raw.db"), lease));
        Capture capture = new(store);
        var host = await OneBureau.StartAsync(ledger, services =>
        {
            services.AddSingleton(TimeProvider.System).AddSingleton(lease);
            services.AddSingleton<ITelemetryStore>(capture).AddSingleton<IFleetRegister>(store);
        });
        Ingest ingest = new(host, ledger, store, other, capture, [.. Enumerable.Range(1, recorders).Select(static i => string.Create(CultureInfo.InvariantCulture, $"R-{i:00000}"))], reports);
        await ingest.RegisterAsync();
        return ingest;
    }

    public async Task<double> OursAsync()
    {
        _capture.Taken.Clear();
        var (first, grains) = (_number, _host.Services.GetRequiredService<IGrainFactory>());
        _number += _reports;
        var watch = Stopwatch.StartNew();

        // Each client speaks for its own recorders, one report after the other, as devices do.
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            for (var i = client; i < _reports; i += Clients)
            {
                var reply = await grains.GetGrain<IRecorderGrain>(_recorders[i % _recorders.Length]).ReportAsync(new TelemetryBatch([Report(first + i + 1, i)]), "bench");
                if (reply.Taken != 1)
                {
                    throw new InvalidOperationException($"Report {first + i + 1} was not taken.");
                }
            }
        })));
        return _reports / watch.Elapsed.TotalSeconds;
    }

    public async Task<double> BareAsync()
    {
        var writes = _capture.Taken.ToArray();
        if (writes.Length != _reports)
        {
            throw new InvalidOperationException($"{_reports} reports made {writes.Length} writes.");
        }

        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            for (var i = client; i < writes.Length; i += Clients)
            {
                await _other.WriteAsync(writes[i]);
            }
        })));
        return writes.Length / watch.Elapsed.TotalSeconds;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        await _store.DisposeAsync();
        await _other.DisposeAsync();
        await _ledger.DisposeAsync();
    }

    private async Task RegisterAsync()
    {
        var grains = _host.Services.GetRequiredService<IGrainFactory>();
        await Parallel.ForEachAsync(_recorders, new ParallelOptions { MaxDegreeOfParallelism = Clients }, async (id, ct) =>
        {
            var reply = await grains.GetGrain<IRecorderGrain>(id).RegisterAsync(new RegisterRecorder(OneBureau.Id, "DSJ-X9", id, 32L << 30), OneBureau.As("fleet-manager", id));
            if (!reply.Done)
            {
                throw new InvalidOperationException(reply.Broken[0].Text.En);
            }

            await _other.PutAsync(
                new RecorderEntry(id, id, OneBureau.Id, "DSJ-X9", id, id, "in-store", null, null, 32L << 30, "", 1, null, 1, TimeProvider.System.GetUtcNow()), ct);
        });
    }

    /// <summary>A report of the usual kind: everything measured, nothing happened.</summary>
    private static TelemetryReport Report(long number, int i) => new(
        number, TimeProvider.System.GetUtcNow(), 30 + (i % 60), false, false, (long)(8 + (i % 20)) << 30, 32L << 30, "2.1.4", new GeoPoint(350_100_000 + (i % 9_000), 1_130_000_000 + (i % 9_000)), []);

    /// <summary>Keeps what is written, to be written again.</summary>
    private sealed class Capture(FleetStore store) : ITelemetryStore
    {
        public ConcurrentQueue<TelemetryWrite> Taken { get; } = new();

        public Task WriteAsync(TelemetryWrite write)
        {
            Taken.Enqueue(write);
            return store.WriteAsync(write);
        }

        public Task<byte[]?> CheckpointAsync(string recorderId, CancellationToken ct) => store.CheckpointAsync(recorderId, ct);

        public Task<AlarmRow?> AlarmAsync(string recorderId, string alarmId, CancellationToken ct) => store.AlarmAsync(recorderId, alarmId, ct);

        public Task<ImmutableArray<string>> SilentAsync(DateTimeOffset before, int limit, CancellationToken ct) => store.SilentAsync(before, limit, ct);

        public Task<long> RemoveBeforeAsync(TelemetryAges ages, CancellationToken ct) => store.RemoveBeforeAsync(ages, ct);
    }
}
