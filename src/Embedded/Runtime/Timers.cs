using System.Diagnostics.CodeAnalysis;

namespace Orleans.Runtime;

/// <summary>A timer of an activation. Disposing it stops it.</summary>
public interface IGrainTimer : IDisposable
{
    /// <summary>Sets the time to the next tick and the period after it.</summary>
    void Change(TimeSpan dueTime, TimeSpan period);
}

/// <summary>How a timer ticks.</summary>
public readonly struct GrainTimerCreationOptions()
{
    /// <summary>A timer that waits for its turn.</summary>
    [SetsRequiredMembers]
    public GrainTimerCreationOptions(TimeSpan dueTime, TimeSpan period)
        : this()
    {
        DueTime = dueTime;
        Period = period;
    }

    /// <summary>Time to the first tick; <see cref="Timeout.InfiniteTimeSpan"/>: not started.</summary>
    public required TimeSpan DueTime { get; init; }

    /// <summary>Time from the end of a tick to the next; <see cref="Timeout.InfiniteTimeSpan"/>: only one tick.</summary>
    public required TimeSpan Period { get; init; }

    /// <summary>Whether a tick may run between the turns of a request.</summary>
    public bool Interleave { get; init; }

    /// <summary>Whether a tick counts as use, so that the activation is not collected.</summary>
    public bool KeepAlive { get; init; }
}
