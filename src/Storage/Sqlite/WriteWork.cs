namespace Enforcement.Storage.Sqlite;

/// <summary>Something to write on the writer's thread, within its transaction.</summary>
/// <typeparam name="TOn">What it is written with.</typeparam>
internal abstract class WriteWork<TOn>
{
    /// <summary>Writes. What it throws is for the writer to tell.</summary>
    public abstract void Execute(TOn on);

    /// <summary>Called after the sync to disk.</summary>
    public abstract void Complete();

    public abstract void Fail(Exception failure);
}

/// <summary>Work whose result somebody awaits.</summary>
internal sealed class WriteWork<TOn, T>(Func<TOn, T> work) : WriteWork<TOn>
{
    // Continuations must not run on the writer's thread: the next commit waits for it.
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Task => _done.Task;

    public override void Execute(TOn on) => _result = work(on);

    public override void Complete() => _done.SetResult(_result!);

    public override void Fail(Exception failure) => _done.SetException(failure);
}
