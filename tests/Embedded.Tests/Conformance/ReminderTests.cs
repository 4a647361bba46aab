using Enforcement.Embedded.Tests.Hosting;

namespace Enforcement.Embedded.Tests.Conformance;

public class ReminderTests
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task A_reminder_ticks_and_ticks_again_also_after_a_failure()
    {
        await using var host = await TestHost.StartAsync();
        var (grain, probe) = host.With<IReminderGrain>("fails");
        await grain.Register("wake", TimeSpan.FromMilliseconds(100), Period);
        await probe.Reached("fails wake:2");
        Assert.Equal(["wake"], await grain.Names());
    }

    [Fact]
    public async Task A_reminder_wakes_a_grain_that_is_not_active_and_says_which_tick_it_is()
    {
        await using var host = await TestHost.StartAsync();
        var (grain, probe) = host.With<IReminderGrain>("a");
        await grain.Register("wake", TimeSpan.FromSeconds(1), Period);
        await grain.Leave();
        await probe.Reached("a wake");
        Assert.Equal($"wake every {Period}, not before its time", Assert.Single(probe.Notes.Take(1)));
    }

    [Fact]
    public async Task An_unregistered_reminder_ticks_no_more()
    {
        await using var host = await TestHost.StartAsync();
        var (grain, probe) = host.With<IReminderGrain>("a");
        await grain.Register("wake", TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(1));
        await probe.Reached("a wake");
        await grain.Unregister("wake");
        var ticks = probe.CountOf("a wake");
        Assert.Empty(await grain.Names());
        await grain.Register("other", TimeSpan.FromSeconds(2.5), Period);
        await probe.Reached("a other:2");
        Assert.InRange(probe.CountOf("a wake") - ticks, 0, 1); // one may have been on its way; four are left out
    }

    [Fact]
    public async Task Registering_again_moves_a_reminder()
    {
        await using var host = await TestHost.StartAsync();
        var (grain, probe) = host.With<IReminderGrain>("a");
        await grain.Register("wake", TimeSpan.FromDays(400), Period);
        await grain.Register("wake", TimeSpan.FromMilliseconds(100), Period);
        await probe.Reached("a wake");
        Assert.Equal(["wake"], await grain.Names());
    }

    [Fact]
    public async Task A_reminder_may_be_due_in_400_days_but_its_period_has_a_minimum()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Grain<IReminderGrain>("a");
        await grain.Register("far", TimeSpan.FromDays(400), Period);
        await Assert.ThrowsAnyAsync<ArgumentException>(() => grain.Register("fast", TimeSpan.FromDays(1), TimeSpan.FromMilliseconds(1)));
        Assert.Equal(["far"], await grain.Names());
    }

    [Fact]
    public async Task A_grain_that_is_not_remindable_is_refused()
    {
        await using var host = await TestHost.StartAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Grain<IForgetfulGrain>("a").Register());
    }

    [SkippableFact]
    public async Task A_reminder_that_was_missed_ticks_within_one_period_after_a_restart()
    {
        Skip.IfNot(Engine.HasStoresThatOutliveAHost, "needs a database");
        var stores = new Stores();
        await using (var first = await TestHost.StartAsync(stores: stores))
        {
            await first.Grain<IReminderGrain>("a").Register("wake", TimeSpan.Zero, Period); // due before the next one starts
        }

        await using var second = await TestHost.StartAsync(stores: stores);
        await second.With<IReminderGrain>("a").Probe.Reached("a wake");
    }
}

internal interface IReminderGrain : IGrainWithStringKey
{
    Task Register(string name, TimeSpan due, TimeSpan period);

    Task Unregister(string name);

    Task<string[]> Names();

    Task Leave();
}

[GrainType("conformance.reminder")]
internal sealed class ReminderGrain(Probe probe) : Grain, IReminderGrain, IRemindable
{
    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        var isEarly = status.CurrentTickTime < status.FirstTickTime;
        probe.Note($"{reminderName} every {status.Period}, {(isEarly ? "before" : "not before")} its time");
        probe.Count($"{this.GetPrimaryKeyString()} {reminderName}");
        return this.GetPrimaryKeyString() == "fails" ? throw new InvalidOperationException("this tick fails") : Task.CompletedTask;
    }

    public Task Register(string name, TimeSpan due, TimeSpan period) => this.RegisterOrUpdateReminder(name, due, period);

    public async Task Unregister(string name) => await this.UnregisterReminder((await this.GetReminder(name))!);

    public async Task<string[]> Names() => [.. (await this.GetReminders()).Select(reminder => reminder.ReminderName).Order(StringComparer.Ordinal)];

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}

internal interface IForgetfulGrain : IGrainWithStringKey
{
    Task Register();
}

[GrainType("conformance.forgetful")]
internal sealed class ForgetfulGrain : Grain, IForgetfulGrain
{
    public Task Register() => this.RegisterOrUpdateReminder("wake", TimeSpan.FromDays(1), TimeSpan.FromDays(1));
}
