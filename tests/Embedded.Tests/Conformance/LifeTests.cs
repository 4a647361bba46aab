using Enforcement.Embedded.Tests.Hosting;
using Orleans.Configuration;
using Orleans.Hosting;

namespace Enforcement.Embedded.Tests.Conformance;

public class LifeTests
{
    [Fact]
    public async Task A_failed_activation_reaches_every_waiting_caller_and_the_next_call_tries_anew()
    {
        await using var host = await TestHost.StartAsync();
        var (grain, probe) = host.With<ILifeGrain>("fails once");
        var calls = Enumerable.Range(0, 5).Select(_ => grain.ActivationNumber()).ToList();
        await probe.Reached("fails once activated");
        probe.Open("fails once may fail");
        var closed = 0;
        foreach (var call in calls)
        {
            try
            {
                // A call that was still on its way when the activation failed is answered by the next one.
                Assert.Equal(2, await call);
            }
            catch (ShopClosedException failure)
            {
                Assert.Equal(("closed today", 7), (failure.Message, failure.Day));
                closed++;
            }
        }

        Assert.InRange(closed, Engine.CallsMayComeLate ? 1 : 5, 5);
        Assert.Equal(2, await grain.ActivationNumber());
    }

    [Fact]
    public async Task Deactivation_waits_for_the_running_call()
    {
        await using var host = await TestHost.StartAsync();
        var (grain, probe) = host.With<ILifeGrain>("a");
        var call = grain.LeaveAfter("gate");
        await probe.Reached("leaving");
        Assert.Equal(0, probe.CountOf("deactivated"));
        probe.Open("gate");
        Assert.Equal(1, await call);
        await probe.Reached("deactivated");
        Assert.Equal("1 ends: ApplicationRequested", Assert.Single(probe.Notes));
    }

    [Fact]
    public async Task A_call_that_comes_while_the_activation_ends_is_served_by_the_next_one()
    {
        await using var host = await TestHost.StartAsync();
        var (grain, probe) = host.With<ILifeGrain>("slow end");
        probe.Open("gate");
        await grain.LeaveAfter("gate");
        await probe.Reached("ending");
        var late = grain.ActivationNumber();
        Assert.False(late.IsCompleted);
        probe.Open("may end");
        Assert.Equal(2, await late);
    }

    [Fact]
    public async Task Calls_that_race_repeated_deactivations_are_served_or_refused_with_a_typed_exception()
    {
        await using var host = await TestHost.StartAsync();
        var (grain, probe) = host.With<ILifeGrain>("a");
        probe.Open("gate");
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 300).Select(i => Task.Run(async () =>
        {
            try
            {
                return await (i % 3 == 0 ? grain.LeaveAfter("gate") : grain.ActivationNumber()) > 0;
            }
            catch (OrleansMessageRejectionException)
            {
                return false;
            }
        })));
        Assert.Contains(true, outcomes);
        Assert.True(await grain.ActivationNumber() > 1);
    }

    [Fact]
    public async Task An_idle_activation_is_collected_and_comes_back()
    {
        await using var host = await TestHost.StartAsync(Collecting);
        var (grain, probe) = host.With<ILifeGrain>("a");
        Assert.Equal(1, await grain.ActivationNumber());
        await probe.Reached("deactivated");
        Assert.Equal("1 ends: ActivationIdle", Assert.Single(probe.Notes));
        Assert.Equal(2, await grain.ActivationNumber());
    }

    [Fact]
    public async Task A_grain_may_delay_its_collection()
    {
        await using var host = await TestHost.StartAsync(Collecting);
        var probe = host.With<ILifeGrain>("a").Probe;
        await host.Grain<ILifeGrain>("stays").DelayOwnEnd();
        await host.Grain<ILifeGrain>("goes").ActivationNumber();
        await probe.Reached("deactivated");
        Assert.Equal(1, await host.Grain<ILifeGrain>("stays").ActivationNumber());
    }

    [Fact]
    public async Task A_stopping_host_lets_running_calls_end_ends_activations_and_refuses_new_calls()
    {
        await using var host = await TestHost.StartAsync();
        var (grain, probe) = host.With<ILifeGrain>("a");
        var running = grain.LeaveAfter("gate");
        await probe.Reached("leaving");
        await host.Grain<ILifeGrain>("b").ActivationNumber();
        var stopping = host.StopAsync();
        await probe.Reached("deactivated"); // the other one has ended
        Assert.False(stopping.IsCompleted, "the host stopped although a call was running");
        probe.Open("gate");
        Assert.Equal(1, await running);
        await stopping;
        Assert.Equal(2, probe.CountOf("deactivated"));
        Assert.Contains("1 ends: ShuttingDown", probe.Notes);
        await Assert.ThrowsAnyAsync<Exception>(() => grain.ActivationNumber());
    }

    [Fact]
    public async Task Cancellation_frees_the_caller_at_once_and_reaches_the_grain()
    {
        await using var host = await TestHost.StartAsync();
        var (grain, probe) = host.With<ILifeGrain>("a");
        using var cancellation = new CancellationTokenSource();
        var call = grain.WaitFor("gate", cancellation.Token);
        await probe.Reached("gate waiting");
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await probe.Reached("gate cancelled");
        Assert.Equal(1, await grain.ActivationNumber());
    }

    [Fact]
    public async Task A_call_that_was_cancelled_while_it_waited_is_freed_too()
    {
        await using var host = await TestHost.StartAsync();
        var (grain, probe) = host.With<ILifeGrain>("a");
        using var cancellation = new CancellationTokenSource();
        var first = grain.WaitFor("one", CancellationToken.None);
        await probe.Reached("one waiting");
        var second = grain.WaitFor("two", cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        probe.Open("one");
        await first;
    }

    [Fact]
    public async Task A_call_with_a_cancelled_token_is_not_made()
    {
        await using var host = await TestHost.StartAsync();
        var (grain, probe) = host.With<ILifeGrain>("a");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => grain.WaitFor("gate", new CancellationToken(canceled: true)));
        Assert.Equal(0, probe.CountOf("gate waiting"));
    }

    [Fact]
    public async Task A_call_without_an_answer_ends_in_a_timeout_and_the_late_answer_harms_nobody()
    {
        // Long enough for the second call, which is answered at once on a machine that does much else.
        await using var host = await TestHost.StartAsync(silo => silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(5)));
        var (grain, probe) = host.With<ILifeGrain>("a");
        await Assert.ThrowsAsync<TimeoutException>(() => grain.WaitFor("gate", CancellationToken.None));
        probe.Open("gate");
        Assert.Equal(1, await grain.ActivationNumber());
    }

    private static void Collecting(ISiloBuilder silo) => silo.Configure<GrainCollectionOptions>(options =>
    {
        options.CollectionQuantum = TimeSpan.FromSeconds(1);
        options.CollectionAge = TimeSpan.FromSeconds(1.5);
    });
}
