using Enforcement.Domain.Ledger;
using SQLitePCL;

namespace Enforcement.Storage.Sqlite;

/// <summary>A prepared statement. Parameters are bound in order, columns read by number.</summary>
internal sealed class SqliteStatement(SqliteDb db, sqlite3_stmt handle) : IDisposable
{
    private int _next = 1;

    public SqliteStatement Reset()
    {
        raw.sqlite3_reset(handle); // repeats the error of the last step, which was thrown already
        _next = 1;
        return this;
    }

    public SqliteStatement Bind(long value)
    {
        db.Check(raw.sqlite3_bind_int64(handle, _next++, value), "bind");
        return this;
    }

    public SqliteStatement Bind(string? value)
    {
        db.Check(value is null ? raw.sqlite3_bind_null(handle, _next++) : raw.sqlite3_bind_text(handle, _next++, value), "bind");
        return this;
    }

    public SqliteStatement Bind(long? value) => value is { } number ? Bind(number) : BindNull();

    public SqliteStatement Bind(DateTimeOffset? value) => value is { } instant ? Bind(CanonicalInstant.ToMicroseconds(instant)) : BindNull();

    public SqliteStatement BindBytes(ReadOnlySpan<byte> value)
    {
        db.Check(value.IsEmpty ? raw.sqlite3_bind_zeroblob(handle, _next++, 0) : raw.sqlite3_bind_blob(handle, _next++, value), "bind");
        return this;
    }

    public SqliteStatement BindNull()
    {
        db.Check(raw.sqlite3_bind_null(handle, _next++), "bind");
        return this;
    }

    /// <summary>Goes to the next row.</summary>
    /// <returns>False after the last.</returns>
    public bool Step()
    {
        var code = raw.sqlite3_step(handle);
        return code switch
        {
            raw.SQLITE_ROW => true,
            raw.SQLITE_DONE => false,
            _ => throw FailAndReset(code),
        };
    }

    /// <summary>Runs a statement that gives no rows.</summary>
    public void Run()
    {
        while (Step())
        {
            // a PRAGMA may answer with a row
        }

        Reset();
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public long Number(int column) => raw.sqlite3_column_int64(handle, column);

    public long? NumberOrNull(int column) => IsNull(column) ? null : Number(column);

    public string Text(int column) => raw.sqlite3_column_text(handle, column).utf8_to_string() ?? "";

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public byte[] Bytes(int column) => raw.sqlite3_column_blob(handle, column).ToArray();

    public string Hex(int column) => Convert.ToHexStringLower(raw.sqlite3_column_blob(handle, column));

    public DateTimeOffset Instant(int column) => CanonicalInstant.FromMicroseconds(Number(column));

    public DateTimeOffset? InstantOrNull(int column) => IsNull(column) ? null : Instant(column);

    public void Dispose() => handle.Dispose();

    private Exception FailAndReset(int code)
    {
        var failure = db.Failure(code, "step");
        Reset();
        return failure;
    }
}
