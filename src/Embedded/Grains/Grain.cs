using System.Diagnostics.CodeAnalysis;
using Enforcement.Embedded;
using Orleans.Runtime;

namespace Orleans;

/// <summary>Base class of grains.</summary>
public abstract class Grain : IGrainBase, IAddressable
{
    /// <summary>Takes the activation that is being built on this thread; outside an engine there is none.</summary>
    protected Grain() => GrainContext = Turns.Current;

    /// <inheritdoc />
    [AllowNull]
    public IGrainContext GrainContext { get; private set; }

    /// <summary>Makes references to other grains.</summary>
    protected IGrainFactory GrainFactory => Running.Silo.Factory;

    /// <summary>The services of this activation.</summary>
    protected internal IServiceProvider ServiceProvider => GrainContext.ActivationServices;

    private Activation Running =>
        GrainContext as Activation ?? throw new InvalidOperationException("The grain was created outside of the engine, so it has no runtime.");

    /// <inheritdoc cref="IGrainBase.OnActivateAsync" />
    public virtual Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc cref="IGrainBase.OnDeactivateAsync" />
    public virtual Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Ends this activation after the running request.</summary>
    protected void DeactivateOnIdle() => GrainBaseExtensions.DeactivateOnIdle(Demand());

    /// <summary>Keeps this activation from being collected for the time given; a negative time undoes it.</summary>
    protected void DelayDeactivation(TimeSpan timeSpan) => Running.Delay(timeSpan);

    private Grain Demand()
    {
        _ = Running;
        return this;
    }
}
