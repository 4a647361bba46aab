namespace Enforcement.Embedded;

internal sealed partial class Activation
{
    // A busy grain gives its thread away after so many items, so that others are served.
    private const int ItemsPerTurn = 64;

    // Tasks, turns and actions that may run now. It is also the lock of the activation.
    private readonly Queue<object> _ready = new();
    private bool _isScheduled;

    void IThreadPoolWorkItem.Execute()
    {
        var before = Turns.Enter(this);
        try
        {
            for (var i = 0; i < ItemsPerTurn; i++)
            {
                object? item;
                lock (_ready)
                {
                    if (!_ready.TryDequeue(out item))
                    {
                        _isScheduled = false;
                        return;
                    }
                }

                if (item is Task task)
                {
                    TryExecuteTask(task);
                }
                else
                {
                    // Made here and not by the sender, so that nothing of the sender's execution context comes along.
                    new Task(item is Turn ? RunTurn : RunAction, item).RunSynchronously(this);
                }
            }
        }
        finally
        {
            Turns.Enter(before);
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Runs an action in a turn of this activation.</summary>
    public void Post(Action action)
    {
        lock (_ready)
        {
            Enqueue(action);
        }
    }

    protected override void QueueTask(Task task)
    {
        lock (_ready)
        {
            Enqueue(task);
        }
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && ReferenceEquals(Turns.Current, this) && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (_ready)
        {
            return [.. _ready.OfType<Task>()];
        }
    }

    private void RunTurn(object? state) => Begin((Turn)state!);

    private void RunAction(object? state)
    {
        try
        {
            ((Action)state!)();
        }
        catch (Exception exception)
        {
            Log.ActionFailed(Silo.Logger, exception, GrainId);
        }
    }

    // Called under the lock. The queue of all processors is used on purpose: with the local one, a grain waits for seconds behind a thread that blocks.
    private void Enqueue(object item)
    {
        _ready.Enqueue(item);
        if (!_isScheduled)
        {
            _isScheduled = true;
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }
}
