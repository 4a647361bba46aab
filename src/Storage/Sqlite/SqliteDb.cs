using Enforcement.Grains.Ledger;
using SQLitePCL;

namespace Enforcement.Storage.Sqlite;

/// <summary>How a connection is used.</summary>
internal enum SqliteUse
{
    /// <summary>The one connection that writes.</summary>
    Write,

    /// <summary>The one connection that writes what may lose its last seconds in a power cut, never in a crash of the program: no sync at each commit.</summary>
    WriteRelaxed,

    /// <summary>A connection that must not write.</summary>
    Read,
}

/// <summary>One connection with its prepared statements. Not for two threads at once.</summary>
/// <remarks>Directly on the native library: the ADO.NET provider sleeps in 150 ms steps while another holds the lock, and spends more on a small statement than the statement itself.</remarks>
internal sealed class SqliteDb : IDisposable
{
    private readonly Dictionary<string, SqliteStatement> _statements = new(StringComparer.Ordinal);
    private readonly sqlite3 _handle;

    static SqliteDb() => Batteries_V2.Init();

    private SqliteDb(sqlite3 handle) => _handle = handle;

    /// <summary>Whether a transaction is open; a full disk can end it without being asked.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    /// <summary>Rows changed by the last statement.</summary>
    public int Changes => raw.sqlite3_changes(_handle);

    public static SqliteDb Open(string file, SqliteUse use, TimeSpan? busy = null)
    {
        var flags = raw.SQLITE_OPEN_NOMUTEX | (use is not SqliteUse.Read ? raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE : raw.SQLITE_OPEN_READONLY);
        var code = raw.sqlite3_open_v2(file, out var handle, flags, null);
        var db = new SqliteDb(handle);
        try
        {
            db.Check(code, "open " + Path.GetFileName(file));
            db.Check(raw.sqlite3_extended_result_codes(handle, 1), "open");
            db.Check(raw.sqlite3_busy_timeout(handle, (int)(busy ?? TimeSpan.FromSeconds(5)).TotalMilliseconds), "open");
            // No memory map: a file that shrinks or fails under it would end the process instead of a statement.
            db.Run("PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON; PRAGMA trusted_schema=OFF; PRAGMA temp_store=MEMORY;");
            db.Run(use is not SqliteUse.Read
                ? $"PRAGMA journal_mode=WAL; PRAGMA synchronous={(use is SqliteUse.Write ? "FULL" : "NORMAL")}; PRAGMA wal_autocheckpoint=4000; PRAGMA journal_size_limit=67108864; PRAGMA cache_size=-65536;"
                : "PRAGMA query_only=ON; PRAGMA cache_size=-16384;");
            return db;
        }
        catch (InvalidOperationException e)
        {
            db.Dispose(); // a file format that the library does not know
            throw new StoreUnavailableException(StoreUnavailableException.Corrupt, e.Message, e);
        }
        catch
        {
            db.Dispose();
            throw;
        }
    }

    /// <summary>Runs one or more statements without parameters and without rows.</summary>
    public void Run(string sql) => Check(raw.sqlite3_exec(_handle, sql), "run");

    /// <summary>A prepared statement, kept for the life of the connection. Reset and unbound.</summary>
    public SqliteStatement Prepare(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            Check(raw.sqlite3_prepare_v2(_handle, sql, out var handle), "prepare");
            statement = new SqliteStatement(this, handle);
            _statements.Add(sql, statement);
        }

        statement.Reset();
        return statement;
    }

    /// <summary>One number, or null when there is no row or no value.</summary>
    public long? Number(string sql)
    {
        var statement = Prepare(sql);
        var value = statement.Step() ? statement.NumberOrNull(0) : null;
        statement.Reset();
        return value;
    }

    /// <summary>One text, or null when there is no row or no value.</summary>
    public string? Text(string sql)
    {
        var statement = Prepare(sql);
        var value = statement.Step() ? statement.TextOrNull(0) : null;
        statement.Reset();
        return value;
    }

    public void Check(int code, string doing)
    {
        if (code is not raw.SQLITE_OK)
        {
            throw SqliteErrors.Of(_handle, code, doing);
        }
    }

    public Exception Failure(int code, string doing) => SqliteErrors.Of(_handle, code, doing);

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        _statements.Clear();
        raw.sqlite3_close_v2(_handle);
        _handle.Dispose();
    }
}
