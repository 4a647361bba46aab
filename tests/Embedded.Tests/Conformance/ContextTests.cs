using Enforcement.Embedded.Tests.Hosting;

namespace Enforcement.Embedded.Tests.Conformance;

public class ContextTests
{
    private static readonly AsyncLocal<string?> Ambient = new();

    [Fact]
    public async Task The_request_context_flows_down_a_chain_of_calls()
    {
        await using var host = await TestHost.StartAsync();
        RequestContext.Set("officer", "Li");
        Assert.Equal("Li", await host.Grain<IContextGrain>("a").ReadThrough("b", "officer"));
        RequestContext.Clear();
    }

    [Fact]
    public async Task The_request_context_never_flows_up()
    {
        await using var host = await TestHost.StartAsync();
        RequestContext.Set("officer", "Li");
        await host.Grain<IContextGrain>("a").Write("officer", "Wang");
        Assert.Equal("Li", RequestContext.Get("officer"));
        Assert.Null(RequestContext.Get("other"));
        RequestContext.Clear();
    }

    [Fact]
    public async Task What_one_call_sets_the_next_call_does_not_see()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Grain<IContextGrain>("a");
        await grain.Write("officer", "Wang");
        Assert.Null(await grain.Read("officer"));
    }

    [Fact]
    public async Task A_removed_value_is_not_sent()
    {
        await using var host = await TestHost.StartAsync();
        RequestContext.Set("officer", "Li");
        Assert.True(RequestContext.Remove("officer"));
        Assert.False(RequestContext.Remove("officer"));
        Assert.Null(await host.Grain<IContextGrain>("a").Read("officer"));
    }

    [Fact]
    public async Task Other_async_locals_never_cross_a_call()
    {
        await using var host = await TestHost.StartAsync();
        Ambient.Value = "set";
        Assert.Null(await host.Grain<IContextGrain>("a").ReadAmbient());
        Assert.Equal("set", Ambient.Value);
    }

    internal static string? ReadAmbient() => Ambient.Value;
}

internal interface IContextGrain : IGrainWithStringKey
{
    Task<string?> Read(string name);

    Task<string?> ReadThrough(string other, string name);

    Task Write(string name, string value);

    Task<string?> ReadAmbient();
}

[GrainType("conformance.context")]
internal sealed class ContextGrain : Grain, IContextGrain
{
    public async Task<string?> Read(string name)
    {
        await Task.Yield();
        return (string?)RequestContext.Get(name);
    }

    public Task<string?> ReadThrough(string other, string name) => GrainFactory.GetGrain<IContextGrain>(other).Read(name);

    public Task Write(string name, string value)
    {
        RequestContext.Set(name, value);
        RequestContext.Set("other", value);
        return Task.CompletedTask;
    }

    public Task<string?> ReadAmbient() => Task.FromResult(ContextTests.ReadAmbient());
}
