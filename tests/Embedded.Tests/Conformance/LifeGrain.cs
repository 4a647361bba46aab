using Enforcement.Embedded.Tests.Hosting;
using Orleans.Concurrency;

namespace Enforcement.Embedded.Tests.Conformance;

internal interface ILifeGrain : IGrainWithStringKey
{
    Task<int> ActivationNumber();

    Task<int> LeaveAfter(string gate);

    Task WaitFor(string gate, CancellationToken cancellationToken);

    [AlwaysInterleave]
    Task<int> Between();

    Task<int> DelayOwnEnd();
}

[GrainType("conformance.life")]
internal sealed class LifeGrain(Probe probe) : Grain, ILifeGrain
{
    private int _activation;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var key = this.GetPrimaryKeyString();
        _activation = probe.Count($"{key} activated");
        if (key.StartsWith("fails once", StringComparison.Ordinal) && _activation == 1)
        {
            await probe.Gate($"{key} may fail");
            throw new ShopClosedException("closed today", 7);
        }
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        probe.Note($"{_activation} ends: {reason.ReasonCode}");
        if (this.GetPrimaryKeyString() == "slow end")
        {
            probe.Count("ending");
            await probe.Gate("may end");
        }

        probe.Count("deactivated");
    }

    public Task<int> ActivationNumber() => Task.FromResult(_activation);

    public async Task<int> LeaveAfter(string gate)
    {
        DeactivateOnIdle();
        probe.Count("leaving");
        await probe.Gate(gate);
        return _activation;
    }

    public async Task WaitFor(string gate, CancellationToken cancellationToken)
    {
        cancellationToken.Register(() => probe.Count($"{gate} cancelled"));
        probe.Count($"{gate} waiting");
        await probe.Gate(gate).WaitAsync(cancellationToken);
    }

    public Task<int> Between() => Task.FromResult(_activation);

    public Task<int> DelayOwnEnd()
    {
        DelayDeactivation(TimeSpan.FromMinutes(5));
        return Task.FromResult(_activation);
    }
}

[GenerateSerializer]
[Alias("conformance.shop-closed")]
public sealed class ShopClosedException(string message, int day) : Exception(message)
{
    [Id(0)]
    public int Day { get; } = day;
}
