using System.Collections.Concurrent;
using Enforcement.Grains.Ledger;

namespace Enforcement.Storage.Sqlite;

/// <summary>Connections that read, each used by one caller at a time, on the thread pool: the library blocks, and a grain's turn must not.</summary>
internal sealed class SqliteReaders(Func<SqliteDb> open, int most) : IDisposable
{
    private readonly ConcurrentBag<SqliteDb> _idle = [];
    private readonly SemaphoreSlim _free = new(most);
    private volatile bool _closed;

    public async Task<T> RunAsync<T>(Func<SqliteDb, T> read, CancellationToken ct)
    {
        await _free.WaitAsync(ct);
        try
        {
            return await Task.Run(() => Run(read), ct);
        }
        finally
        {
            _free.Release();
        }
    }

    /// <summary>Waits for who reads, then closes.</summary>
    public void Dispose()
    {
        if (_closed)
        {
            return;
        }

        _closed = true;
        for (var i = 0; i < most; i++)
        {
            _free.Wait();
        }

        foreach (var db in _idle)
        {
            db.Dispose();
        }

        _free.Release(most);
    }

    private T Run<T>(Func<SqliteDb, T> read)
    {
        if (_closed)
        {
            throw new StoreUnavailableException(StoreUnavailableException.Closed, "the store is closed");
        }

        if (!_idle.TryTake(out var db))
        {
            db = open();
        }

        try
        {
            var result = read(db);
            _idle.Add(db);
            return result;
        }
        catch
        {
            db.Dispose(); // its statements may stand in the middle of something
            throw;
        }
    }
}
