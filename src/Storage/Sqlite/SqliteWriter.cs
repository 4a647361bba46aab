using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Ledger;

namespace Enforcement.Storage.Sqlite;

/// <summary>The one thread that writes. Whatever waits when it comes around goes into one transaction and shares one sync (group commit).</summary>
/// <remarks>Work that fails by itself is undone alone, behind its savepoint. A transaction that cannot be committed fails all work in it; the connection is then opened anew and the writer goes on.</remarks>
internal sealed class SqliteWriter : IDisposable
{
    /// <summary>Work in one transaction at most, so that the first does not wait for too many others.</summary>
    private const int MostInGroup = 256;

    private readonly Func<SqliteDb> _open;
    private readonly Action<IReadOnlyList<Change>> _publish;
    private readonly WriterThread<WriteSession> _thread;
    private readonly List<WriteWork<WriteSession>> _done = [];

    /// <summary>Work that failed by itself. It is told after the others are committed: who lost a number to one of them looks again, and must see it taken.</summary>
    private readonly List<(WriteWork<WriteSession> Work, Exception Why)> _failed = [];
    private WriteSession? _session;

    public SqliteWriter(Func<SqliteDb> open, Action<IReadOnlyList<Change>> publish)
    {
        _open = open;
        _publish = publish;
        _session = Connect();
        _thread = new WriterThread<WriteSession>("sqlite-writer", Group);
    }

    /// <summary>Transactions committed so far.</summary>
    public long Commits { get; private set; }

    public Task<T> RunAsync<T>(Func<WriteSession, T> work, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var done = _thread.RunAsync(work);
        return ct.CanBeCanceled ? done.WaitAsync(ct) : done;
    }

    /// <summary>Writes what waits, then closes.</summary>
    public void Dispose()
    {
        if (_thread.Close())
        {
            _session?.Db.Dispose();
        }
    }

    private WriteSession Connect()
    {
        var db = _open();
        try
        {
            return new WriteSession(db, LedgerState.Load(db));
        }
        catch
        {
            db.Dispose();
            throw;
        }
    }

    private void Group(Queue<WriteWork<WriteSession>> taken)
    {
        _done.Clear();
        WriteWork<WriteSession>? current = null;
        var begun = false;
        try
        {
            var session = _session ??= Connect();
            var before = session.Ledger;
            session.Db.Prepare("BEGIN IMMEDIATE").Run();
            begun = true;
            while (taken.Count > 0 && _done.Count < MostInGroup)
            {
                current = taken.Dequeue();
                if (Alone(session, current))
                {
                    _done.Add(current);
                }

                current = null;
            }

            Commit(session, before);
        }
        catch (Exception e)
        {
            Abandon();
            current?.Fail(e);
            foreach (var work in _done)
            {
                work.Fail(e);
            }

            // When nothing could even begin, who else waits is told at once: each would wait for the same lock in vain.
            while (!begun && taken.TryDequeue(out var work))
            {
                work.Fail(e);
            }
        }
        finally
        {
            _failed.ForEach(static failed => failed.Work.Fail(failed.Why));
            _failed.Clear();
        }
    }

    private void Commit(WriteSession session, LedgerState before)
    {
        if (_done.Count == 0)
        {
            session.Db.Prepare("ROLLBACK").Run();
            return;
        }

        if (!ReferenceEquals(before, session.Ledger))
        {
            session.Ledger.Save(session.Db);
        }

        session.Db.Prepare("COMMIT").Run();
        Commits++;
        foreach (var work in _done)
        {
            work.Complete();
        }

        _done.Clear();
        _publish(session.Changes);
        session.ClearChanges();
    }

    /// <returns>Whether it was written; a failure of its own is told to it at the end.</returns>
    private bool Alone(WriteSession session, WriteWork<WriteSession> work)
    {
        var mark = session.Mark();
        session.Db.Prepare("SAVEPOINT work").Run();
        try
        {
            work.Execute(session);
        }
        catch (Exception e) when (e is not StoreUnavailableException && session.Db.InTransaction)
        {
            session.Db.Prepare("ROLLBACK TO work").Run();
            session.Db.Prepare("RELEASE work").Run();
            session.Return(mark);
            _failed.Add((work, e));
            return false;
        }

        session.Db.Prepare("RELEASE work").Run();
        return true;
    }

    private void Abandon()
    {
        var failed = _session;
        _session = null; // what the connection believes after a failed sync is not to be trusted: open it anew
        try
        {
            if (failed is { Db.InTransaction: true })
            {
                failed.Db.Run("ROLLBACK");
            }
        }
        catch (Exception e) when (e is StoreUnavailableException or InvalidOperationException)
        {
            // closing it rolls back as well
        }
        finally
        {
            failed?.Db.Dispose();
        }
    }
}
