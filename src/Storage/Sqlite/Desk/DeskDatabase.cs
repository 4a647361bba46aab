namespace Enforcement.Storage.Sqlite.Desk;

/// <summary>
/// The file of what people keep on their desks: views, columns, drafts. It is not evidence and lies apart from the ledger, so that typing never waits
/// for a command, and losing it loses no case. Opened with the first use: a damaged desk must not keep the system from starting.
/// </summary>
internal sealed class DeskDatabase(string file) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private SqliteDb? _db;
    private bool _closed;

    /// <summary>Does something with the file, alone, on the thread pool; in one transaction.</summary>
    public async Task<T> RunAsync<T>(Func<SqliteDb, T> work, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            return await Task.Run(() => Run(work), CancellationToken.None);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _turn.Wait();
        _closed = true;
        _db?.Dispose();
        _db = null;
        _turn.Release();
    }

    private T Run<T>(Func<SqliteDb, T> work)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        var db = _db ??= Open();
        try
        {
            db.Run("BEGIN IMMEDIATE");
            var result = work(db);
            db.Run("COMMIT");
            return result;
        }
        catch
        {
            // Closed and opened anew next time: its statements may stand in the middle of something, and closing rolls back.
            db.Dispose();
            _db = null;
            throw;
        }
    }

    private SqliteDb Open()
    {
        var db = SqliteDb.Open(file, SqliteUse.Write);
        try
        {
            DeskSchema.Apply(db);
            return db;
        }
        catch
        {
            db.Dispose();
            throw;
        }
    }
}
