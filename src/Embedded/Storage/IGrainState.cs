namespace Orleans;

/// <summary>What a store reads into and writes from.</summary>
/// <typeparam name="T">The type of the state.</typeparam>
public interface IGrainState<T>
{
    /// <summary>The value.</summary>
    T? State { get; set; }

    /// <summary>Its version.</summary>
    string? ETag { get; set; }

    /// <summary>Whether there is a record.</summary>
    bool RecordExists { get; set; }
}

/// <summary>The plain form of <see cref="IGrainState{T}"/>.</summary>
/// <typeparam name="T">The type of the state.</typeparam>
[GenerateSerializer]
public sealed class GrainState<T> : IGrainState<T>
{
    /// <summary>Empty.</summary>
    public GrainState()
    {
    }

    /// <summary>With a value.</summary>
    public GrainState(T state) => State = state;

    /// <summary>With a value and a version.</summary>
    public GrainState(T state, string? eTag)
    {
        State = state;
        ETag = eTag;
    }

    /// <inheritdoc />
    [Id(0)]
    public T? State { get; set; }

    /// <inheritdoc />
    [Id(1)]
    public string? ETag { get; set; }

    /// <inheritdoc />
    [Id(2)]
    public bool RecordExists { get; set; }
}
