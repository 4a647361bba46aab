using Enforcement.Embedded.Tests.Hosting;
using Orleans.Configuration;
using Orleans.Hosting;

namespace Enforcement.Embedded.Tests.Conformance;

public class ChainTests
{
    [Fact]
    public async Task A_call_to_self_ends_in_a_timeout_and_the_grain_recovers()
    {
        await using var host = await Impatient();
        var grain = host.Grain<IChainGrain>("a");
        await Assert.ThrowsAsync<TimeoutException>(() => grain.Visit(["a"], reentrant: false));
        Assert.Equal("a", await grain.Visit([], reentrant: false));
    }

    [Fact]
    public async Task A_chain_of_calls_that_comes_back_ends_in_a_timeout_and_the_grains_recover()
    {
        await using var host = await Impatient();
        var grain = host.Grain<IChainGrain>("a");
        await Assert.ThrowsAsync<TimeoutException>(() => grain.Visit(["b", "a"], reentrant: false));
        Assert.Equal("a", await grain.Visit([], reentrant: false));
        Assert.Equal("b", await host.Grain<IChainGrain>("b").Visit([], reentrant: false));
    }

    [Fact]
    public async Task Call_chain_reentrancy_lets_the_chain_back_in()
    {
        await using var host = await TestHost.StartAsync();
        Assert.Equal("a>b>a", await host.Grain<IChainGrain>("a").Visit(["b", "a"], reentrant: true));
    }

    [Fact]
    public async Task Call_chain_reentrancy_lets_no_other_chain_in()
    {
        await using var host = await TestHost.StartAsync();
        var (grain, probe) = host.With<IChainGrain>("a");
        var inside = grain.WaitInSection("gate");
        await probe.Reached("in section");
        var other = grain.Visit([], reentrant: false);
        Assert.Equal("b>c", await host.Grain<IChainGrain>("b").Visit(["c"], reentrant: true));
        Assert.False(other.IsCompleted);
        probe.Open("gate");
        await inside;
        Assert.Equal("a", await other);
    }

    /// <summary>With a limit that is short, and long enough for the calls after it, which are answered at once on a machine that does much else.</summary>
    private static Task<TestHost> Impatient() =>
        TestHost.StartAsync(silo => silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(5)));
}

internal interface IChainGrain : IGrainWithStringKey
{
    Task<string> Visit(string[] path, bool reentrant);

    Task WaitInSection(string gate);
}

[GrainType("conformance.chain")]
internal sealed class ChainGrain(Probe probe) : Grain, IChainGrain
{
    public async Task<string> Visit(string[] path, bool reentrant)
    {
        var key = this.GetPrimaryKeyString();
        if (path.Length == 0)
        {
            return key;
        }

        using var section = reentrant ? RequestContext.AllowCallChainReentrancy() : RequestContext.SuppressCallChainReentrancy();
        return $"{key}>{await GrainFactory.GetGrain<IChainGrain>(path[0]).Visit(path[1..], reentrant)}";
    }

    public async Task WaitInSection(string gate)
    {
        using var section = RequestContext.AllowCallChainReentrancy();
        probe.Count("in section");
        await probe.Gate(gate);
    }
}
