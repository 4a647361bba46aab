using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>A store of grain state. A write or clear whose version is not the stored one throws <see cref="InconsistentStateException"/>.</summary>
public interface IGrainStorage
{
    /// <summary>Reads the record, or resets the state when there is none.</summary>
    Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState);

    /// <inheritdoc cref="ReadStateAsync{T}(string, GrainId, IGrainState{T})" />
    Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken) =>
        ReadStateAsync(stateName, grainId, grainState);

    /// <summary>Writes the record and sets the new version.</summary>
    Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState);

    /// <inheritdoc cref="WriteStateAsync{T}(string, GrainId, IGrainState{T})" />
    Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken) =>
        WriteStateAsync(stateName, grainId, grainState);

    /// <summary>Removes the record.</summary>
    Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState);

    /// <inheritdoc cref="ClearStateAsync{T}(string, GrainId, IGrainState{T})" />
    Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken) =>
        ClearStateAsync(stateName, grainId, grainState);
}

/// <summary>A write met another version than it expected. Uncaught, it ends the activation.</summary>
[GenerateSerializer]
public class InconsistentStateException : OrleansException
{
    /// <summary>Without text.</summary>
    public InconsistentStateException()
    {
    }

    /// <summary>With text.</summary>
    public InconsistentStateException(string message)
        : base(message)
    {
    }

    /// <summary>With text and cause.</summary>
    public InconsistentStateException(string message, Exception? innerException)
        : base(message, innerException!)
    {
    }

    /// <summary>With text and both versions.</summary>
    public InconsistentStateException(string errorMsg, string? storedEtag, string? currentEtag)
        : base(errorMsg)
    {
        StoredEtag = storedEtag;
        CurrentEtag = currentEtag;
    }

    /// <summary>The version in the store.</summary>
    [Id(1)]
    public string? StoredEtag { get; private set; }

    /// <summary>The version that the grain had.</summary>
    [Id(2)]
    public string? CurrentEtag { get; private set; }

    /// <summary>Whether the activation that now sees this is the one whose state is stale.</summary>
    [Id(0)]
    internal bool IsSourceActivation { get; set; } = true;
}
