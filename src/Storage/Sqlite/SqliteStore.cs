using System.Collections.Immutable;
using Enforcement.Domain.Ledger;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Ledger;
using Enforcement.Grains.Recorders;
using Enforcement.Storage.Media;

namespace Enforcement.Storage.Sqlite;

/// <summary>How a store is opened.</summary>
/// <param name="File">The database file; made if it is not there.</param>
/// <param name="Training">Whether the installation is for training. Written into a new file, checked against an old one.</param>
public sealed record SqliteStoreOptions(string File, bool Training)
{
    /// <summary>How long another process may hold the file before a call gives up.</summary>
    public TimeSpan Busy { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Connections that read at most.</summary>
    public int Readers { get; init; } = 8;
}

/// <summary>The data folder was made for the other kind of work.</summary>
public sealed class InstallationMismatchException(bool training)
    : Exception(training ? "the database holds real work and cannot become a training installation" : "the database is of a training installation and cannot become a real one");

/// <summary>Ledger and read model in one SQLite file. One per process; it must be disposed for a clean end, and loses nothing if it is not.</summary>
public sealed class SqliteStore : ILedger, IDueTable, ILedgerInfo, IProfileArchive, IRedrawTable, IAsyncDisposable
{
    private readonly SqliteWriter _writer;
    private readonly SqliteReaders _readers;
    private readonly ChangeFeed _feed = new();
    private readonly bool _training;

    private SqliteStore(SqliteStoreOptions options)
    {
        _training = options.Training;
        Prepare(options);
        _readers = new SqliteReaders(() => SqliteDb.Open(options.File, SqliteUse.Read, options.Busy), options.Readers);
        _writer = new SqliteWriter(() => SqliteDb.Open(options.File, SqliteUse.Write, options.Busy), _feed.Publish);
        ReadModel = new SqliteReadModel(_readers);
        Recordings = new SqliteRecordings(_readers);
        Work = new SqliteWorkModel(_readers);
        Recorders = new SqliteRecorderRegister(_readers);
        CityFigures = new SqliteCityFigures(_readers);
    }

    /// <summary>The lists.</summary>
    public IReadModel ReadModel { get; }

    /// <summary>The library of recordings.</summary>
    public IRecordingReadModel Recordings { get; }

    /// <summary>What waits for whom.</summary>
    public IWorkReadModel Work { get; }

    /// <summary>The figures of the cockpit.</summary>
    public ICityFigures CityFigures { get; }

    /// <summary>The register of recorders.</summary>
    public IRecorderRegister Recorders { get; }

    /// <summary>What changed, for open pages.</summary>
    public IChangeFeed Changes => _feed;

    /// <summary>Tells open pages of something that was committed beside the ledger, such as an alarm in the fleet's own file.</summary>
    /// <param name="change">What changed.</param>
    public void Tell(Change change) => _feed.Publish([change]);

    /// <summary>Transactions committed since it was opened: commands in a group share one.</summary>
    public long Commits => _writer.Commits;

    /// <summary>Opens a store, makes it if it is new, and brings its schema up to date.</summary>
    /// <exception cref="StoreUnavailableException">Locked, damaged, full, or written by a newer program.</exception>
    /// <exception cref="InstallationMismatchException">The file was made for the other kind of work.</exception>
    public static SqliteStore Open(SqliteStoreOptions options) => new(options);

    public Task<ImmutableArray<LedgerEntry>> ReadAsync(string stream, long afterSequence, CancellationToken ct) =>
        _readers.RunAsync(db => LedgerRead.Stream(db, stream, afterSequence), ct);

    public Task<CommandAnswer?> FindAnswerAsync(string stream, string commandId, CancellationToken ct) =>
        _readers.RunAsync(db => LedgerRead.Answer(db, stream, commandId), ct);

    public Task<AppendReceipt> AppendAsync(AppendBatch batch, CancellationToken ct)
    {
        AppendCheck.Run(batch, _training);
        return _writer.RunAsync(session => LedgerAppend.Run(session, batch), ct);
    }

    public Task<ImmutableArray<DueStream>> DueBeforeAsync(DateTimeOffset now, int limit, CancellationToken ct) =>
        _readers.RunAsync(db => LedgerRead.Due(db, now, limit), ct);

    public Task<ImmutableArray<string>> ToRedrawAsync(int limit, CancellationToken ct) => _readers.RunAsync(db => LedgerRead.ToRedraw(db, limit), ct);

    public Task<LedgerHead> HeadAsync(CancellationToken ct) => _readers.RunAsync(LedgerCheckpoints.Head, ct);

    public Task<Checkpoint?> LastCheckpointAsync(CancellationToken ct) => _readers.RunAsync(LedgerCheckpoints.Last, ct);

    public Task<Checkpoint?> CheckpointOverAsync(long position, CancellationToken ct) => _readers.RunAsync(db => LedgerCheckpoints.Over(db, position), ct);

    public Task<Checkpoint> CheckpointAsync(DateTimeOffset now, CancellationToken ct) =>
        _writer.RunAsync(session => LedgerCheckpoints.Make(session, now), ct);

    public Task KeepAsync(string contentHash, string profileId, string text, DateTimeOffset now, CancellationToken ct)
    {
        if (!string.Equals(EntryHash.Of(text), contentHash, StringComparison.Ordinal))
        {
            throw new ArgumentException("the hash is not that of the text", nameof(contentHash));
        }

        return _writer.RunAsync(session => ProfileTexts.Keep(session.Db, contentHash, profileId, text, now), ct);
    }

    public Task<string?> FindAsync(string contentHash, CancellationToken ct) => _readers.RunAsync(db => ProfileTexts.Find(db, contentHash), ct);

    public Task<ImmutableArray<string>> AllAsync(CancellationToken ct) => _readers.RunAsync(ProfileTexts.All, ct);

    public async ValueTask DisposeAsync() => await Task.Run(() =>
    {
        // The writer last: only a connection that may write folds the log back into the file, and only the last one to close does.
        _readers.Dispose();
        _writer.Dispose();
    });

    /// <summary>For tests: lets the file grow by so many pages only, on the connection that writes now.</summary>
    internal Task LimitPagesAsync(int grow) => _writer.RunAsync(
        session =>
        {
            session.Db.Run($"PRAGMA max_page_count={session.Db.Number("PRAGMA page_count") + grow}");
            return true;
        },
        CancellationToken.None);

    private static void Prepare(SqliteStoreOptions options)
    {
        var isNew = !System.IO.File.Exists(options.File);
        using (var db = SqliteDb.Open(options.File, SqliteUse.Write, options.Busy))
        {
            MigrationRunner.Run(db, Migration.All);
            Installation(db, options.Training);
        }

        if (isNew)
        {
            Durable.SyncFolder(Path.GetDirectoryName(Path.GetFullPath(options.File))!);
        }
    }

    private static void Installation(SqliteDb db, bool training)
    {
        var kind = db.Text("SELECT value FROM meta WHERE key = 'kind'");
        if (kind is null)
        {
            db.Prepare("INSERT INTO meta (key, value) VALUES ('kind', ?)").Bind(training ? "training" : "real").Run();
        }
        else if (kind != (training ? "training" : "real"))
        {
            throw new InstallationMismatchException(training);
        }
    }
}
