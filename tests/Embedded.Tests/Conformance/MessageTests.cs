using System.Collections.Immutable;
using Enforcement.Embedded.Tests.Hosting;

namespace Enforcement.Embedded.Tests.Conformance;

public class MessageTests
{
    [Fact]
    public async Task Messages_of_every_shape_that_grains_use_arrive_as_they_were_sent()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Grain<IEchoGrain>("a");
        Signal started = new Signal.Started("R-1", new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.FromHours(8)));
        Signal located = new Signal.Located("R-2", new Place(31.2304, 121.4737), [1, 2, 3], ImmutableDictionary<string, int>.Empty.Add("𠮷", 1), new DateOnly(2026, 3, 4));

        Assert.Equal(started, await grain.Echo(started));
        var back = Assert.IsType<Signal.Located>(await grain.Echo(located));
        Assert.Equal((new Place(31.2304, 121.4737), new DateOnly(2026, 3, 4), 1), (back.Place, back.Day, back.Counts["𠮷"]));
        Assert.Equal([1, 2, 3], back.Parts.ToArray());
        Assert.Null(await grain.Echo(null));
    }

    [Fact]
    public async Task Grains_are_named_by_their_key_and_can_pass_a_reference_to_themselves()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Grain<IEchoGrain>("案-1");
        Assert.Equal("案-1", grain.GetPrimaryKeyString());
        Assert.Equal("案-1", await grain.Key());
        var self = await grain.Self();
        Assert.Equal("案-1", await self.Key());
        Assert.Equal(grain.GetGrainId(), self.GetGrainId());
        Assert.Equal("conformance.echo/案-1", grain.GetGrainId().ToString());
    }

    [Fact]
    public async Task References_to_one_grain_are_equal()
    {
        await using var host = await TestHost.StartAsync();
        Assert.Equal(host.Grain<IEchoGrain>("a"), host.Grain<IEchoGrain>("a"));
        Assert.NotEqual(host.Grain<IEchoGrain>("a"), host.Grain<IEchoGrain>("b"));
    }

    [Fact]
    public async Task A_grain_may_be_called_through_an_interface_that_its_own_extends()
    {
        await using var host = await TestHost.StartAsync();
        Assert.Equal("a", await host.Grain<IEchoGrain>("a").AsReference<INamedGrain>().Key());
    }

    [Fact]
    public async Task An_interface_with_two_classes_or_with_none_is_refused()
    {
        await using var host = await TestHost.StartAsync();
        Assert.ThrowsAny<ArgumentException>(() => host.Grain<IAmbiguousGrain>("a"));
        Assert.ThrowsAny<ArgumentException>(() => host.Grain<IUnknownGrain>("a"));
    }
}

[GenerateSerializer]
[Alias("conformance.signal")]
internal abstract record Signal
{
    private Signal()
    {
    }

    [GenerateSerializer]
    [Alias("conformance.signal.started")]
    internal sealed record Started([property: Id(0)] string Recorder, [property: Id(1)] DateTimeOffset At) : Signal;

    [GenerateSerializer]
    [Alias("conformance.signal.located")]
    internal sealed record Located(
        [property: Id(0)] string Recorder,
        [property: Id(1)] Place Place,
        [property: Id(2)] ImmutableArray<int> Parts,
        [property: Id(3)] ImmutableDictionary<string, int> Counts,
        [property: Id(4)] DateOnly Day) : Signal;
}

[GenerateSerializer]
[Alias("conformance.place")]
internal readonly record struct Place([property: Id(0)] double Latitude, [property: Id(1)] double Longitude);

internal interface INamedGrain : IGrainWithStringKey
{
    Task<string> Key();
}

internal interface IEchoGrain : INamedGrain
{
    Task<Signal?> Echo(Signal? signal);

    Task<IEchoGrain> Self();
}

[GrainType("conformance.echo")]
internal sealed class EchoGrain : Grain, IEchoGrain
{
    public Task<Signal?> Echo(Signal? signal) => Task.FromResult(signal);

    public Task<string> Key() => Task.FromResult(this.GetPrimaryKeyString());

    public Task<IEchoGrain> Self() => Task.FromResult(this.AsReference<IEchoGrain>());
}

internal interface IUnknownGrain : IGrainWithStringKey;

internal interface IAmbiguousGrain : IGrainWithStringKey;

[GrainType("conformance.ambiguous.one")]
internal sealed class FirstAmbiguousGrain : Grain, IAmbiguousGrain;

[GrainType("conformance.ambiguous.two")]
internal sealed class SecondAmbiguousGrain : Grain, IAmbiguousGrain;
