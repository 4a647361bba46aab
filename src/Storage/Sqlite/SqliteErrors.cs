using Enforcement.Grains.Ledger;
using SQLitePCL;

namespace Enforcement.Storage.Sqlite;

/// <summary>A statement broke a rule of the schema: a bug of the caller, or the ledger defending itself.</summary>
public sealed class SqliteConstraintException(string message) : RowConflictException(message);

internal static class SqliteErrors
{
    public static Exception Of(sqlite3 db, int code, string doing)
    {
        var extended = raw.sqlite3_extended_errcode(db);
        var message = $"{doing}: {raw.sqlite3_errmsg(db).utf8_to_string()} ({extended})";
        return (code & 0xff) switch
        {
            raw.SQLITE_CONSTRAINT => new SqliteConstraintException(message),
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new StoreUnavailableException(StoreUnavailableException.Locked, message),
            raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => new StoreUnavailableException(StoreUnavailableException.Corrupt, message),
            raw.SQLITE_FULL => new StoreUnavailableException(StoreUnavailableException.Full, message),
            raw.SQLITE_ERROR or raw.SQLITE_MISUSE or raw.SQLITE_RANGE or raw.SQLITE_MISMATCH => new InvalidOperationException(message),
            _ => new StoreUnavailableException(StoreUnavailableException.Failed, message),
        };
    }
}
