using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Grains.Ledger;
using Enforcement.Grains.Recorders;
using Enforcement.Grains.Streams;

namespace Enforcement.Storage.Sqlite.Fleet;

/// <summary>
/// The fleet in a SQLite file of its own: thousands of reports a minute never wait for the ledger, nor the ledger for them. Commits are not synced
/// one by one (<c>synchronous=NORMAL</c>): a power cut may lose the last seconds of batteries and positions, which the next report replaces; what
/// has legal weight stands in the ledger before a report is acknowledged.
/// </summary>
public sealed class FleetStore : ITelemetryStore, IFleetRegister, IFleetReadModel, IAsyncDisposable
{
    private readonly FleetWriter _writer;
    private readonly SqliteReaders _readers;
    private readonly FleetClock _clock;
    private readonly Action<Change>? _changed;

    private FleetStore(string file, FleetClock clock, Action<Change>? changed)
    {
        (_clock, _changed) = (clock, changed);
        _writer = new FleetWriter(() => Prepared(file));
        _readers = new SqliteReaders(() => SqliteDb.Open(file, SqliteUse.Read), most: 4);
    }

    public TimeSpan Lease => FleetClock.Lease;

    /// <summary>Transactions committed since it was opened.</summary>
    public long Commits => _writer.Commits;

    /// <summary>Opens the file, makes it if it is new, and brings its tables up to date.</summary>
    /// <param name="file">The file.</param>
    /// <param name="clock">Until when a contact counts.</param>
    /// <param name="changed">Told after each commit that changed alarms; batteries and positions are too many to be told of.</param>
    /// <exception cref="StoreUnavailableException">Locked, damaged, full, or written by a newer program.</exception>
    public static FleetStore Open(string file, FleetClock clock, Action<Change>? changed = null) => new(file, clock, changed);

    public Task PutAsync(RecorderEntry entry, CancellationToken ct) => _writer.RunAsync(db => FleetTables.Register(db, entry)).WaitAsync(ct);

    public async Task WriteAsync(TelemetryWrite write)
    {
        if (await _writer.RunAsync(db => FleetTables.Write(db, write)) is { } bureau)
        {
            _changed?.Invoke(new Change(StreamNames.Recorder(write.Status.RecorderId), 0, [bureau], ["alarms"]));
        }
    }

    public Task<byte[]?> CheckpointAsync(string recorderId, CancellationToken ct) => _readers.RunAsync(db => FleetTables.Checkpoint(db, recorderId), ct);

    public Task<AlarmRow?> AlarmAsync(string recorderId, string alarmId, CancellationToken ct) => _readers.RunAsync(
        db => new ListQuery<AlarmRow>(BureauScope.City).Where("alarm_id = ?", alarmId).Where("recorder_id = ?", recorderId).All(db, "1") is [var row] ? row : null, ct);

    public Task<ImmutableArray<string>> SilentAsync(DateTimeOffset before, int limit, CancellationToken ct) => _readers.RunAsync(db => FleetTables.Silent(db, before, limit), ct);

    public Task<long> RemoveBeforeAsync(TelemetryAges ages, CancellationToken ct) => FleetRetention.RunAsync(_writer, _readers, ages, ct);

    public Task<Page<RecorderRow>> RecordersAsync(BureauScope scope, RecorderQuery query, PageRequest page, CancellationToken ct) =>
        _readers.RunAsync(db => FleetLists.Recorders(db, _clock, scope, query, page), ct);

    public Task<RecorderRow?> RecorderAsync(BureauScope scope, string recorderId, CancellationToken ct) =>
        _readers.RunAsync(db => FleetLists.Recorder(db, _clock, scope, recorderId), ct);

    public Task<ImmutableArray<FleetCount>> CountsAsync(BureauScope scope, CancellationToken ct) => _readers.RunAsync(db => FleetLists.Counts(db, _clock, scope), ct);

    public Task<ImmutableArray<RecorderDot>> MapAsync(BureauScope scope, RecorderQuery query, int limit, CancellationToken ct) =>
        _readers.RunAsync(db => FleetLists.Map(db, _clock, scope, query, limit), ct);

    public Task<ImmutableArray<PulsePoint>> HistoryAsync(BureauScope scope, string recorderId, DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken ct) =>
        _readers.RunAsync(db => FleetCharts.History(db, scope, recorderId, from, to, limit), ct);

    public Task<ImmutableArray<TrackPoint>> TrackAsync(BureauScope scope, string recorderId, DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken ct) =>
        _readers.RunAsync(db => FleetCharts.Track(db, scope, recorderId, from, to, limit), ct);

    public Task<Page<AlarmRow>> AlarmsAsync(BureauScope scope, AlarmQuery query, PageRequest page, CancellationToken ct) =>
        _readers.RunAsync(db => FleetLists.Alarms(db, scope, query, page), ct);

    public async ValueTask DisposeAsync() => await Task.Run(() =>
    {
        // The writer last: only a connection that may write folds the log back into the file.
        _readers.Dispose();
        _writer.Dispose();
    });

    private static SqliteDb Prepared(string file)
    {
        var db = SqliteDb.Open(file, SqliteUse.WriteRelaxed);
        try
        {
            FleetSchema.Apply(db);
            return db;
        }
        catch
        {
            db.Dispose();
            throw;
        }
    }
}
