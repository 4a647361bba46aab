using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Enforcement.Storage.Sqlite.Engine;

/// <summary>
/// A connection with a thread of its own. SQLite blocks the thread that calls it, whatever its methods are named; here no thread of the pool
/// waits for the disk. Whatever has gathered while a transaction was written goes into the next one together.
/// </summary>
internal sealed class SqliteThread : IDisposable
{
    private const int LargestGroup = 512;
    private readonly BlockingCollection<Work> _queue = [];
    private readonly SqliteConnection _connection;
    private readonly bool _writes;
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);
    private readonly Thread _thread;

    public SqliteThread(SqliteConnection connection, bool writes)
    {
        _connection = connection;
        _writes = writes;
        _thread = new Thread(Loop) { IsBackground = true, Name = writes ? "engine store writer" : "engine store reader" };
        _thread.Start();
    }

    /// <summary>Runs on the thread. A writer's answer comes when it is on disk.</summary>
    public Task<T> Run<T>(Func<SqliteThread, T> action)
    {
        var work = new Work<T>(action);
        _queue.Add(work);
        return work.Answer;
    }

    /// <summary>A prepared statement; only on the thread.</summary>
    public SqliteCommand Prepared(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, _) in parameters)
            {
                command.Parameters.AddWithValue(name, null);
            }

            _commands.Add(sql, command);
        }

        foreach (var (name, value) in parameters)
        {
            command.Parameters[name].Value = value ?? DBNull.Value;
        }

        return command;
    }

    public void Dispose()
    {
        _queue.CompleteAdding();
        _thread.Join();
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        _connection.Dispose();
        _queue.Dispose();
    }

    private void Loop()
    {
        var group = new List<Work>();
        foreach (var first in _queue.GetConsumingEnumerable())
        {
            group.Clear();
            group.Add(first);
            while (_writes && group.Count < LargestGroup && _queue.TryTake(out var next))
            {
                group.Add(next);
            }

            Exception? failure = null;
            try
            {
                Run(group);
            }
            catch (Exception exception)
            {
                failure = exception;
            }

            group.ForEach(work => work.Complete(failure));
        }
    }

    private void Run(List<Work> group)
    {
        if (!_writes)
        {
            group.ForEach(work => work.Execute(this));
            return;
        }

        Prepared("BEGIN IMMEDIATE").ExecuteNonQuery();
        try
        {
            // Each is one statement: one that fails has changed nothing, and the others of the group are not to suffer.
            group.ForEach(work => work.Execute(this));
            Prepared("COMMIT").ExecuteNonQuery();
        }
        catch
        {
            Prepared("ROLLBACK").ExecuteNonQuery();
            throw;
        }
    }

    private abstract class Work
    {
        public abstract void Execute(SqliteThread thread);

        public abstract void Complete(Exception? groupFailure);
    }

    private sealed class Work<T>(Func<SqliteThread, T> action) : Work
    {
        private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T _result = default!;
        private Exception? _failure;

        public Task<T> Answer => _answer.Task;

        public override void Execute(SqliteThread thread)
        {
            try
            {
                _result = action(thread);
            }
            catch (Exception exception)
            {
                _failure = exception;
            }
        }

        public override void Complete(Exception? groupFailure)
        {
            if ((groupFailure ?? _failure) is { } failure)
            {
                _answer.SetException(failure);
            }
            else
            {
                _answer.SetResult(_result);
            }
        }
    }
}
