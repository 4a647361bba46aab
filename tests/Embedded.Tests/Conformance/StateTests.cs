using Enforcement.Embedded.Tests.Hosting;
using Orleans.Storage;

namespace Enforcement.Embedded.Tests.Conformance;

public class StateTests
{
    [Fact]
    public async Task State_comes_back_with_the_next_activation()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Grain<IStateGrain>("a");
        Assert.Equal((0, false), await grain.Read());
        await grain.Write(5);
        await grain.Leave();
        Assert.Equal((5, true), await grain.Read());
    }

    [Fact]
    public async Task What_was_not_written_is_lost_with_the_activation()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Grain<IStateGrain>("a");
        await grain.Write(5);
        await grain.ChangeWithoutWriting(6);
        await grain.Leave();
        Assert.Equal((5, true), await grain.Read());
    }

    [Fact]
    public async Task A_cleared_state_is_new_again()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Grain<IStateGrain>("a");
        await grain.Write(5);
        await grain.Clear();
        Assert.Equal((0, false), await grain.Read());
        await grain.Leave();
        Assert.Equal((0, false), await grain.Read());
        await grain.Write(6);
        Assert.Equal((6, true), await grain.Read());
    }

    [Fact]
    public async Task An_uncaught_stale_write_ends_the_activation()
    {
        await using var host = await TestHost.StartAsync();
        var (grain, probe) = host.With<IStateGrain>("a");
        await grain.Write(5);
        await Assert.ThrowsAnyAsync<InconsistentStateException>(() => grain.FailStale());
        Assert.Equal((5, true), await grain.Read());
        Assert.Equal(2, probe.CountOf("a activated"));
    }

    [Fact]
    public async Task A_caught_stale_write_does_not()
    {
        await using var host = await TestHost.StartAsync();
        var (grain, probe) = host.With<IStateGrain>("a");
        await grain.CatchStale();
        await grain.Read();
        Assert.Equal(1, probe.CountOf("a activated"));
    }

    [SkippableFact]
    public async Task State_outlives_the_host()
    {
        Skip.IfNot(Engine.HasStoresThatOutliveAHost, "needs a database");
        var stores = new Stores();
        await using (var first = await TestHost.StartAsync(stores: stores))
        {
            await first.Grain<IStateGrain>("a").Write(5);
        }

        await using var second = await TestHost.StartAsync(stores: stores);
        Assert.Equal((5, true), await second.Grain<IStateGrain>("a").Read());
    }
}

internal interface IStateGrain : IGrainWithStringKey
{
    Task<(int Value, bool Exists)> Read();

    Task Write(int value);

    Task ChangeWithoutWriting(int value);

    Task Clear();

    Task FailStale();

    Task CatchStale();

    Task Leave();
}

[GenerateSerializer]
[Alias("conformance.counted")]
internal sealed class Counted
{
    [Id(0)]
    public int Value { get; set; }

    [Id(1)]
    public DateTimeOffset? At { get; private set; }

    public void Set(int value)
    {
        Value = value;
        At = DateTimeOffset.UnixEpoch.AddDays(value);
    }
}

[GrainType("conformance.state")]
internal sealed class StateGrain(Probe probe, [PersistentState("counted", "store")] IPersistentState<Counted> state) : Grain, IStateGrain
{
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        probe.Count($"{this.GetPrimaryKeyString()} activated");
        return Task.CompletedTask;
    }

    public Task<(int Value, bool Exists)> Read() =>
        state.State.At is { } at && at != DateTimeOffset.UnixEpoch.AddDays(state.State.Value)
            ? throw new InvalidOperationException("a member was lost")
            : Task.FromResult((state.State.Value, state.RecordExists));

    public Task Write(int value)
    {
        state.State.Set(value);
        return state.WriteStateAsync();
    }

    public Task ChangeWithoutWriting(int value)
    {
        state.State.Set(value);
        return Task.CompletedTask;
    }

    public Task Clear() => state.ClearStateAsync();

    public Task FailStale()
    {
        state.State.Set(99);
        throw new InconsistentStateException("somebody else has written");
    }

    public Task CatchStale()
    {
        try
        {
            throw new InconsistentStateException("somebody else has written");
        }
        catch (InconsistentStateException)
        {
            return state.ReadStateAsync();
        }
    }

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
