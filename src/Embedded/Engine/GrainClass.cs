using System.Collections.Concurrent;
using System.Reflection;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace Enforcement.Embedded;

/// <summary>A grain class and its living activations.</summary>
internal sealed class GrainClass
{
    private readonly ConcurrentDictionary<string, IReceiver> _live = new(StringComparer.Ordinal);
    private readonly int _workers;

    public GrainClass(Silo silo, Type type)
    {
        Silo = silo;
        Type = type;
        GrainType = TypeName(type, silo.Services);
        IsReentrant = type.IsDefined(typeof(ReentrantAttribute), inherit: true);
        _workers = type.GetCustomAttribute<StatelessWorkerAttribute>()?.MaxWorkers ?? 0;
        CollectionAge = silo.Collection.ClassSpecificCollectionAge.TryGetValue(type.FullName!, out var age) ? age : silo.Collection.CollectionAge;
        Make = GrainConstruction.For(this);
    }

    public Silo Silo { get; }

    public Type Type { get; }

    public GrainType GrainType { get; }

    public bool IsReentrant { get; }

    public TimeSpan CollectionAge { get; }

    /// <summary>Makes the grain object and the states it asked for.</summary>
    public Func<Activation, object> Make { get; }

    public int Count => _live.Count;

    public IEnumerable<Activation> Activations => _live.SelectMany(entry => entry.Value.Activations);

    /// <summary>Gives a call to the one activation of its key, making it when there is none.</summary>
    public void Receive(Call call)
    {
        while (true)
        {
            var receiver = _live.TryGetValue(call.Key, out var known) ? known : _live.GetOrAdd(call.Key, static (key, self) => self.NewReceiver(key), this);
            if (receiver.TryReceive(call))
            {
                return;
            }

            // It has ended in the meantime; make room for its successor.
            Remove(call.Key, receiver);
        }
    }

    public void Remove(string key, IReceiver receiver) => _live.TryRemove(new KeyValuePair<string, IReceiver>(key, receiver));

    private static GrainType TypeName(Type type, IServiceProvider services)
    {
        if (type.GetCustomAttribute<GrainTypeAttribute>() is { } attribute)
        {
            return attribute.GetGrainType(services, type);
        }

        var name = type.Name.ToLowerInvariant();
        return GrainType.Create(name.EndsWith("grain", StringComparison.Ordinal) && name.Length > 5 ? name[..^5] : name);
    }

    private IReceiver NewReceiver(string key) =>
        _workers > 0 ? new WorkerPool(this, key, _workers) : new Activation(this, key, null);
}

/// <summary>Takes calls for one key.</summary>
internal interface IReceiver
{
    /// <summary>The activations behind it.</summary>
    IEnumerable<Activation> Activations { get; }

    /// <summary>Takes the call, unless it has ended.</summary>
    bool TryReceive(Call call);
}
