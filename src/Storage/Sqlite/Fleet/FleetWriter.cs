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
    private readonly Thread _thread;
    private readonly object _gate = new();
    private Queue<Work> _waiting = new();
    private SqliteDb? _db;
    private bool _closing;

    public FleetWriter(Func<SqliteDb> open)
    {
        _open = open;
        _db = open();
        _thread = new Thread(Loop) { Name = "fleet-writer", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Transactions committed so far.</summary>
    public long Commits { get; private set; }

    public Task<T> RunAsync<T>(Func<SqliteDb, T> write)
    {
        var work = new Work<T>(write);
        lock (_gate)
        {
            if (_closing)
            {
                return Task.FromException<T>(new StoreUnavailableException(StoreUnavailableException.Closed, "the store is closed"));
            }

            _waiting.Enqueue(work);
            Monitor.Pulse(_gate);
        }

        return work.Task;
    }

    /// <summary>Writes what waits, then closes.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_closing)
            {
                return;
            }

            _closing = true;
            Monitor.Pulse(_gate);
        }

        _thread.Join();
        _db?.Dispose();
    }

    private void Loop()
    {
        var taken = new Queue<Work>();
        List<Work> group = [];
        while (true)
        {
            lock (_gate)
            {
                while (_waiting.Count == 0 && !_closing)
                {
                    Monitor.Wait(_gate);
                }

                if (_waiting.Count == 0)
                {
                    return;
                }

                (taken, _waiting) = (_waiting, taken);
            }

            while (taken.Count > 0)
            {
                group.Clear();
                while (group.Count < MostInGroup && taken.TryDequeue(out var work))
                {
                    group.Add(work);
                }

                Write(group);
            }
        }
    }

    private void Write(List<Work> group)
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

    private Exception? Try(List<Work> group)
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

    private abstract class Work
    {
        public abstract void Execute(SqliteDb db);

        public abstract void Complete();

        public abstract void Fail(Exception failure);
    }

    private sealed class Work<T>(Func<SqliteDb, T> write) : Work
    {
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;

        public Task<T> Task => _done.Task;

        public override void Execute(SqliteDb db) => _result = write(db);

        public override void Complete() => _done.SetResult(_result!);

        public override void Fail(Exception failure) => _done.SetException(failure);
    }
}
