using Enforcement.Embedded.Tests.Hosting;

namespace Enforcement.Embedded.Tests.Conformance;

public class TimerTests
{
    [Fact]
    public async Task A_tick_waits_for_its_turn()
    {
        await using var host = await TestHost.StartAsync();
        var (grain, probe) = host.With<ITimerGrain>("a");
        var call = grain.HoldWithTimer("gate", interleave: false);
        await probe.Reached("holding");
        await grain.StartCounting("beside");
        await probe.Reached("beside:5");
        Assert.Equal(0, probe.CountOf("tick"));
        probe.Open("gate");
        await call;
        await probe.Reached("tick");
        Assert.Equal(1, probe.CountOf("left before tick"));
    }

    [Fact]
    public async Task An_interleaving_tick_does_not()
    {
        await using var host = await TestHost.StartAsync();
        var (grain, probe) = host.With<ITimerGrain>("a");
        var call = grain.HoldWithTimer("gate", interleave: true);
        await probe.Reached("tick:2");
        Assert.False(call.IsCompleted);
        probe.Open("gate");
        await call;
    }

    [Fact]
    public async Task A_timer_ticks_on_after_a_failure()
    {
        await using var host = await TestHost.StartAsync();
        var (grain, probe) = host.With<ITimerGrain>("a");
        await grain.StartFailing();
        await probe.Reached("failing tick:3");
        Assert.True(probe.CountOf("failing tick") >= 3);
    }

    [Fact]
    public async Task A_tick_has_no_request_context()
    {
        await using var host = await TestHost.StartAsync();
        var (grain, probe) = host.With<ITimerGrain>("a");
        RequestContext.Set("officer", "Li");
        await grain.StartNoting();
        RequestContext.Clear();
        await probe.Reached("noted");
        Assert.Equal("officer: none, ambient: none", Assert.Single(probe.Notes));
    }

    [Fact]
    public async Task A_disposed_timer_ticks_no_more_and_its_token_is_cancelled()
    {
        await using var host = await TestHost.StartAsync();
        var (grain, probe) = host.With<ITimerGrain>("a");
        await grain.StartEndless();
        await probe.Reached("endless tick");
        await grain.Stop();
        await probe.Reached("endless cancelled");
        Assert.Equal(1, probe.CountOf("endless tick"));
    }

    [Fact]
    public async Task A_timer_of_more_than_49_days_is_refused()
    {
        await using var host = await TestHost.StartAsync();
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => host.Grain<ITimerGrain>("a").StartIn(TimeSpan.FromDays(50)));
        await host.Grain<ITimerGrain>("a").StartIn(TimeSpan.FromDays(49));
    }

    [Fact]
    public async Task A_timer_ends_with_its_activation()
    {
        await using var host = await TestHost.StartAsync();
        var (grain, probe) = host.With<ITimerGrain>("a");
        await grain.StartAndLeave();
        await probe.Reached("ended");
        var ticks = probe.CountOf("last tick");
        await grain.StartCounting("of the next activation");
        await probe.Reached("of the next activation:10");
        Assert.Equal(ticks, probe.CountOf("last tick"));
    }
}
