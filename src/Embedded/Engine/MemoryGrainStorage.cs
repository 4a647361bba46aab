using System.Collections.Concurrent;
using System.Globalization;
using Orleans.Runtime;
using Orleans.Storage;

namespace Enforcement.Embedded;

/// <summary>Grain state in memory, kept as text so that a grain never shares an object with its store.</summary>
internal sealed class MemoryGrainStorage : IGrainStorage
{
    private readonly ConcurrentDictionary<(GrainId Grain, string Name), Stored> _records = new();
    private long _versions;

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var stored = _records.GetValueOrDefault((grainId, stateName));
        grainState.Loaded(stored?.Json, stored?.Version);
        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var next = new Stored(StateJson.Write(grainState.State), Interlocked.Increment(ref _versions).ToString(CultureInfo.InvariantCulture));
        var key = (grainId, stateName);
        var current = _records.GetValueOrDefault(key);
        if (current?.Version != grainState.ETag || !(current is null ? _records.TryAdd(key, next) : _records.TryUpdate(key, next, current)))
        {
            throw StateJson.Stale(grainId, stateName, current?.Version, grainState.ETag);
        }

        grainState.ETag = next.Version;
        grainState.RecordExists = true;
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = (grainId, stateName);
        var current = _records.GetValueOrDefault(key);
        if (current?.Version != grainState.ETag || (current is not null && !_records.TryRemove(new(key, current))))
        {
            throw StateJson.Stale(grainId, stateName, current?.Version, grainState.ETag);
        }

        grainState.Loaded(null, null);
        return Task.CompletedTask;
    }

    private sealed record Stored(byte[] Json, string Version);
}
