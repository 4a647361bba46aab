using Enforcement.Embedded.Tests.Hosting;

namespace Enforcement.Embedded.Tests.Conformance;

public class ErrorTests
{
    [Fact]
    public async Task An_exception_of_the_framework_crosses_with_type_and_message()
    {
        await using var host = await TestHost.StartAsync();
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => host.Grain<IErrorGrain>("a").Fail("not like this", own: false));
        Assert.Equal("not like this", failure.Message);
    }

    [Fact]
    public async Task An_own_exception_with_a_serializer_crosses_with_its_members()
    {
        await using var host = await TestHost.StartAsync();
        var failure = await Assert.ThrowsAsync<ShopClosedException>(() => host.Grain<IErrorGrain>("a").Fail("closed", own: true));
        Assert.Equal(("closed", 3), (failure.Message, failure.Day));
    }

    [Fact]
    public async Task An_exception_crosses_a_chain_of_grains()
    {
        await using var host = await TestHost.StartAsync();
        await Assert.ThrowsAsync<ShopClosedException>(() => host.Grain<IErrorGrain>("a").FailThrough("b", "closed"));
    }

    [Fact]
    public async Task A_failed_call_does_not_end_the_activation()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Grain<IErrorGrain>("a");
        await Assert.ThrowsAsync<InvalidOperationException>(() => grain.Fail("x", own: false));
        await Assert.ThrowsAsync<InvalidOperationException>(() => grain.Fail("x", own: false));
        Assert.Equal(2, await grain.Failures());
    }

    [Fact]
    public async Task A_grain_catches_what_the_grain_it_calls_throws()
    {
        await using var host = await TestHost.StartAsync();
        Assert.Equal("caught: closed", await host.Grain<IErrorGrain>("a").Catch("b"));
    }
}

internal interface IErrorGrain : IGrainWithStringKey
{
    Task<int> Fail(string message, bool own);

    Task FailThrough(string other, string message);

    Task<string> Catch(string other);

    Task<int> Failures();
}

[GrainType("conformance.error")]
internal sealed class ErrorGrain : Grain, IErrorGrain
{
    private int _failures;

    public async Task<int> Fail(string message, bool own)
    {
        _failures++;
        await Task.Yield();
        throw own ? new ShopClosedException(message, 3) : new InvalidOperationException(message);
    }

    public Task FailThrough(string other, string message) => GrainFactory.GetGrain<IErrorGrain>(other).Fail(message, own: true);

    public async Task<string> Catch(string other)
    {
        try
        {
            await GrainFactory.GetGrain<IErrorGrain>(other).Fail("closed", own: true);
            return "nothing was thrown";
        }
        catch (ShopClosedException exception)
        {
            return $"caught: {exception.Message}";
        }
    }

    public Task<int> Failures() => Task.FromResult(_failures);
}
