namespace Enforcement.Storage.Sqlite;

/// <summary>Something to write: done in the writer's transaction, behind a savepoint of its own.</summary>
internal abstract class WriteWork
{
    /// <summary>Writes. Throwing undoes this work alone.</summary>
    public abstract void Execute(WriteSession session);

    /// <summary>Called after the sync to disk.</summary>
    public abstract void Complete();

    public abstract void Fail(Exception failure);
}

/// <summary>Work whose result somebody awaits.</summary>
internal sealed class WriteWork<T>(Func<WriteSession, T> work) : WriteWork
{
    // Continuations must not run on the writer's thread: the next commit waits for it.
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Task => _done.Task;

    public override void Execute(WriteSession session) => _result = work(session);

    public override void Complete() => _done.SetResult(_result!);

    public override void Fail(Exception failure) => _done.SetException(failure);
}
