using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;

namespace Enforcement.Embedded;

/// <summary>One living grain. It is its own task scheduler: whatever a turn awaits comes back to it, and one turn runs at a time.</summary>
internal sealed partial class Activation : TaskScheduler, IThreadPoolWorkItem, IGrainContext, IReceiver
{
    private readonly WorkerPool? _pool;
    private List<IOwnedState>? _states;
    private AsyncServiceScope? _scope;

    public Activation(GrainClass grainClass, string key, WorkerPool? pool)
    {
        Class = grainClass;
        Key = key;
        _pool = pool;
    }

    public GrainClass Class { get; }

    public string Key { get; }

    public Silo Silo => Class.Silo;

    public GrainId GrainId => GrainId.Create(Class.GrainType, Key);

    public object? GrainInstance { get; private set; }

    public IServiceProvider ActivationServices => (_scope ??= Silo.Services.CreateAsyncScope()).ServiceProvider;

    IEnumerable<Activation> IReceiver.Activations => [this];

    /// <summary>A state that is read before the activation begins.</summary>
    public void Own(IOwnedState state) => (_states ??= []).Add(state);

    public bool Equals(IGrainContext? other) => ReferenceEquals(this, other);

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => base.GetHashCode();

    public override string ToString() => $"[Activation: {GrainId} {_stage}]";
}
