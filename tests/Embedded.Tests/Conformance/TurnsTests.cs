using Enforcement.Embedded.Tests.Hosting;

namespace Enforcement.Embedded.Tests.Conformance;

public sealed class TurnsTests
{
    [Fact]
    public async Task One_turn_runs_at_a_time_even_across_awaits()
    {
        await using var host = await TestHost.StartAsync();
        var counter = host.Grain<ICounterGrain>("a");
        await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => counter.AddSlowly(1)));
        Assert.Equal(500, await counter.Get());
    }

    [Fact]
    public async Task There_is_one_activation_per_key_however_many_call_at_once()
    {
        await using var host = await TestHost.StartAsync();
        var ids = await Task.WhenAll(Enumerable.Range(0, 400).Select(i => Task.Run(() => host.Grain<ICounterGrain>($"k{i % 4}").ActivationNumber())));
        Assert.Equal(4, ids.Distinct().Count());
    }
}

internal interface ICounterGrain : IGrainWithStringKey
{
    Task AddSlowly(int amount);

    Task<int> Get();

    Task<int> ActivationNumber();
}

internal sealed class CounterGrain(Probe probe) : Grain, ICounterGrain
{
    private int _value;
    private int _activation;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _activation = probe.Count("activations of counters");
        return Task.CompletedTask;
    }

    public async Task AddSlowly(int amount)
    {
        var before = _value;
        await Task.Yield();
        _value = before + amount;
    }

    public Task<int> Get() => Task.FromResult(_value);

    public Task<int> ActivationNumber() => Task.FromResult(_activation);
}
