using Enforcement.Grains.Ledger;

namespace Enforcement.Storage.Sqlite.Fleet;

/// <summary>The one thread that writes telemetry. Whatever waits when it comes around goes into one transaction.</summary>
/// <remarks>
/// Cheaper than the ledger's writer: no savepoint for each piece of work. If one fails, the transaction is undone and each piece is written alone,
/// so only the faulty one fails. That is why work is done again: it must only write.
/// </remarks>
internal sealed class FleetWriter : IDisposable
{
    private const int MostInGroup = 512;

    private readonly Func<SqliteDb> _open;
    private readonly WriterThread<SqliteDb> _thread;
    private readonly List<WriteWork<SqliteDb>> _group = [];
    private SqliteDb? _db;

    public FleetWriter(Func<SqliteDb> open)
    {
        _open = open;
        _db = open();
        _thread = new WriterThread<SqliteDb>("fleet-writer", Group);
    }

    /// <summary>Transactions committed so far.</summary>
    public long Commits { get; private set; }

    public Task<T> RunAsync<T>(Func<SqliteDb, T> write) => _thread.RunAsync(write);

    /// <summary>Writes what waits, then closes.</summary>
    public void Dispose()
    {
        if (_thread.Close())
        {
            _db?.Dispose();
        }
    }

    private void Group(Queue<WriteWork<SqliteDb>> taken)
    {
        _group.Clear();
        while (_group.Count < MostInGroup && taken.TryDequeue(out var work))
        {
            _group.Add(work);
        }

        Write(_group);
    }

    private void Write(List<WriteWork<SqliteDb>> group)
    {
        if (Try(group) is not { } failure)
        {
            group.ForEach(static work => work.Complete());
            return;
        }

        foreach (var work in group)
        {
            // A store that is gone is gone for each of them; a fault of one is only its own.
            var own = failure is StoreUnavailableException || group.Count == 1 ? failure : Try([work]);
            if (own is null)
            {
                work.Complete();
            }
            else
            {
                work.Fail(own);
            }
        }
    }

    private Exception? Try(List<WriteWork<SqliteDb>> group)
    {
        try
        {
            var db = _db ??= _open();
            db.Prepare("BEGIN IMMEDIATE").Run();
            foreach (var work in group)
            {
                work.Execute(db);
            }

            db.Prepare("COMMIT").Run();
            Commits++;
            return null;
        }
#pragma warning disable CA1031 // The thread must go on whatever one write does; each waiting caller is told.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Abandon();
            return e;
        }
    }

    private void Abandon()
    {
        var failed = _db;
        _db = null; // closing rolls back; what the connection believes after a failure is not to be trusted
        failed?.Dispose();
    }
}
