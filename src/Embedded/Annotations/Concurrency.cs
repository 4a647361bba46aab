using Orleans.Placement;

namespace Orleans.Concurrency;

/// <summary>Calls of such methods may run between the turns of each other. No readers-writer lock: only for methods that do not await.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReadOnlyAttribute : Attribute;

/// <summary>Every call may run between the turns of every other.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReentrantAttribute : Attribute;

/// <summary>A call of this method may run between the turns of any other.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AlwaysInterleaveAttribute : Attribute;

/// <summary>The caller does not wait and never learns how the call ended.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OneWayAttribute : Attribute;

/// <summary>Several activations share a key; the grain has no identity worth keeping.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StatelessWorkerAttribute : PlacementAttribute
{
    /// <summary>As many workers as processors.</summary>
    public StatelessWorkerAttribute()
        : this(Environment.ProcessorCount)
    {
    }

    /// <summary>At most this many workers.</summary>
    public StatelessWorkerAttribute(int maxLocalWorkers) => MaxWorkers = maxLocalWorkers;

    internal int MaxWorkers { get; }
}
