using Enforcement.Grains.Ledger;

namespace Enforcement.Storage.Sqlite;

/// <summary>The one thread that writes a database. Whatever waits when it comes around is handed over together, so that it can share a transaction.</summary>
internal sealed class WriterThread<TOn>
{
    private readonly Action<Queue<WriteWork<TOn>>> _write;
    private readonly Thread _thread;
    private readonly object _gate = new();
    private Queue<WriteWork<TOn>> _waiting = new();
    private bool _closing;

    /// <param name="name">The name of the thread.</param>
    /// <param name="write">Takes at least one piece of work out of the queue, and tells each whether it is done. Called until the queue is empty; it must not throw.</param>
    public WriterThread(string name, Action<Queue<WriteWork<TOn>>> write)
    {
        _write = write;
        _thread = new Thread(Loop) { Name = name, IsBackground = true };
        _thread.Start();
    }

    public Task<T> RunAsync<T>(Func<TOn, T> work)
    {
        WriteWork<TOn, T> item = new(work);
        lock (_gate)
        {
            if (_closing)
            {
                return Task.FromException<T>(new StoreUnavailableException(StoreUnavailableException.Closed, "the store is closed"));
            }

            _waiting.Enqueue(item);
            Monitor.Pulse(_gate);
        }

        return item.Task;
    }

    /// <summary>Writes what waits, then ends.</summary>
    /// <returns>False if it was closed before.</returns>
    public bool Close()
    {
        lock (_gate)
        {
            if (_closing)
            {
                return false;
            }

            _closing = true;
            Monitor.Pulse(_gate);
        }

        _thread.Join();
        return true;
    }

    private void Loop()
    {
        var taken = new Queue<WriteWork<TOn>>();
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
                _write(taken);
            }
        }
    }
}
