using System.Runtime.CompilerServices;
using Orleans.Runtime;
using Orleans.Storage;

namespace Enforcement.Embedded;

/// <summary>A state that its activation reads before it begins.</summary>
internal interface IOwnedState
{
    Task ReadStateAsync(CancellationToken cancellationToken);
}

/// <summary>A named state of a grain in a store.</summary>
internal sealed class PersistentState<T>(string name, GrainId grainId, IGrainStorage storage) : IPersistentState<T>, IGrainState<T>, IOwnedState
{
    public T State { get; set; } = New();

    public string? Etag { get; private set; }

    public bool RecordExists { get; private set; }

    T? IGrainState<T>.State
    {
        get => State;
        set => State = value ?? New();
    }

    string? IGrainState<T>.ETag
    {
        get => Etag;
        set => Etag = value;
    }

    bool IGrainState<T>.RecordExists
    {
        get => RecordExists;
        set => RecordExists = value;
    }

    public Task ReadStateAsync() => ReadStateAsync(CancellationToken.None);

    public Task WriteStateAsync() => WriteStateAsync(CancellationToken.None);

    public Task ClearStateAsync() => ClearStateAsync(CancellationToken.None);

    public Task ReadStateAsync(CancellationToken cancellationToken) => storage.ReadStateAsync(name, grainId, this, cancellationToken);

    public Task WriteStateAsync(CancellationToken cancellationToken) => storage.WriteStateAsync(name, grainId, this, cancellationToken);

    public Task ClearStateAsync(CancellationToken cancellationToken) => storage.ClearStateAsync(name, grainId, this, cancellationToken);

    private static T New()
    {
        var type = typeof(T);
        if (type.IsValueType || type == typeof(string) || type.IsAbstract || type.IsArray)
        {
            return default!;
        }

        return type.GetConstructor(Type.EmptyTypes) is not null ? Activator.CreateInstance<T>() : (T)RuntimeHelpers.GetUninitializedObject(type);
    }
}
