using Orleans.Runtime;

namespace Enforcement.Embedded;

/// <summary>Something that runs on an activation and waits its turn: a request, or a tick of a timer.</summary>
internal abstract class Turn
{
    private int _state;

    /// <summary>Neighbours in the list of what the activation still owes; guarded by the activation.</summary>
    public Turn? Next { get; set; }

    public Turn? Previous { get; set; }

    public abstract bool IsReadOnly { get; }

    public abstract bool IsAlwaysInterleave { get; }

    /// <summary>A tick belongs to its activation and is not handed on to the next one.</summary>
    public abstract bool IsLocalOnly { get; }

    /// <summary>Whether it counts as use of the activation.</summary>
    public virtual bool KeepsAlive => true;

    public virtual Dictionary<string, object>? Context => null;

    public Guid ReentrancyId => RequestContext.ReentrancyOf(Context);

    /// <summary>When it was sent, by <see cref="Environment.TickCount64"/>.</summary>
    public long SentAt { get; } = Environment.TickCount64;

    /// <summary>When it was let in.</summary>
    public long StartedAt { get; private set; }

    public bool IsStarted => Volatile.Read(ref _state) != 0;

    /// <summary>Whether nobody waits for the outcome any more.</summary>
    public abstract bool IsAbandoned { get; }

    public void MarkStarted()
    {
        StartedAt = Environment.TickCount64;
        Volatile.Write(ref _state, 1);
    }

    public abstract Task Invoke(Activation activation);

    /// <summary>Tells the caller how it ended.</summary>
    public abstract void Deliver(Task finished);

    /// <summary>Tells the caller that it did not run, or that nobody knows how it ended.</summary>
    public abstract void Fail(Exception exception);
}
