namespace Orleans.Core;

/// <summary>A stored record.</summary>
public interface IStorage
{
    /// <summary>The version that was read or written last; <see langword="null"/>: no record.</summary>
    string? Etag { get; }

    /// <summary>Whether there is a record.</summary>
    bool RecordExists { get; }

    /// <summary>Removes the record.</summary>
    Task ClearStateAsync();

    /// <summary>Writes the record.</summary>
    Task WriteStateAsync();

    /// <summary>Reads the record again.</summary>
    Task ReadStateAsync();

    /// <summary>Removes the record.</summary>
    Task ClearStateAsync(CancellationToken cancellationToken) => ClearStateAsync();

    /// <summary>Writes the record.</summary>
    Task WriteStateAsync(CancellationToken cancellationToken) => WriteStateAsync();

    /// <summary>Reads the record again.</summary>
    Task ReadStateAsync(CancellationToken cancellationToken) => ReadStateAsync();
}

/// <summary>A stored record of a type.</summary>
/// <typeparam name="TState">The type.</typeparam>
public interface IStorage<TState> : IStorage
{
    /// <summary>The value in memory.</summary>
    TState State { get; set; }
}
