using Enforcement.Tests.Shared;

namespace Enforcement.Embedded.Tests.Inside;

public sealed class ReminderScheduleTests
{
    private static readonly DateTime Start = new(2026, 3, 4, 5, 0, 0, DateTimeKind.Utc);
    private readonly SetClock _clock = new(Start);
    private readonly TestClock _machine = new(new DateTimeOffset(Start), timersFollow: true);
    private readonly List<(string Name, DateTime Due)> _ticks = [];

    [Fact]
    public async Task A_clock_that_is_set_forward_wakes_what_has_fallen_due()
    {
        using var schedule = Schedule();
        schedule.Set(Entry("soon", TimeSpan.FromHours(1)));
        schedule.Set(Entry("later", TimeSpan.FromDays(400)));
        Assert.Equal(2, schedule.Begin());
        Assert.Empty(_ticks);

        _clock.Now = Start.AddHours(2);
        await LookAsync();
        Assert.Equal([("soon", Start.AddHours(1))], _ticks);

        _clock.Now = Start.AddDays(400);
        await LookAsync();
        Assert.Equal([("soon", Start.AddHours(1)), ("soon", Start.AddMinutes(121)), ("later", Start.AddDays(400))], _ticks);
    }

    [Fact]
    public async Task A_tick_that_was_missed_comes_at_the_next_full_period_counted_from_the_first()
    {
        _clock.Now = Start.AddMinutes(10.5);
        using var schedule = Schedule();
        schedule.Set(Entry("wake", TimeSpan.Zero));
        schedule.Begin();
        Assert.Empty(_ticks);
        _clock.Now = Start.AddMinutes(11);
        await LookAsync();
        Assert.Equal([("wake", Start.AddMinutes(11))], _ticks);
    }

    [Fact]
    public async Task A_reminder_is_not_armed_again_before_its_tick_has_run()
    {
        var running = new TaskCompletionSource();
        using var schedule = Schedule(name => name == "slow" ? running.Task : Task.CompletedTask);
        schedule.Begin();
        schedule.Set(Entry("slow", TimeSpan.FromMinutes(1)));
        _clock.Now = Start.AddMinutes(1);
        await LookAsync();
        _clock.Now = Start.AddMinutes(5);
        schedule.Set(Entry("other", TimeSpan.FromMinutes(5)));
        await LookAsync();
        Assert.Equal(["slow", "other"], _ticks.Select(tick => tick.Name));
        await Task.Run(running.SetResult); // it is armed again before this returns, see LookAsync
        _clock.Now = Start.AddMinutes(6);
        await LookAsync();
        Assert.Equal([("slow", Start.AddMinutes(6)), ("other", Start.AddMinutes(6))], _ticks[2..].OrderByDescending(tick => tick.Name, StringComparer.Ordinal));
    }

    [Fact]
    public async Task While_the_clock_stands_a_tick_comes_once()
    {
        using var schedule = Schedule();
        schedule.Begin();
        schedule.Set(Entry("wake", TimeSpan.Zero));
        await LookAsync();
        await LookAsync();
        Assert.Equal([("wake", Start)], _ticks);
        _clock.Now = Start.AddMinutes(1);
        await LookAsync();
        Assert.Equal([("wake", Start), ("wake", Start.AddMinutes(1))], _ticks);
    }

    private static ReminderEntry Entry(string name, TimeSpan due) =>
        new() { GrainId = GrainId.Create("case", "a"), ReminderName = name, StartAt = Start + due, Period = TimeSpan.FromMinutes(1) };

    private ReminderSchedule Schedule(Func<string, Task>? run = null) => new(
        _clock,
        (entry, due) =>
        {
            _ticks.Add((entry.ReminderName, due));
            return run?.Invoke(entry.ReminderName) ?? Task.CompletedTask;
        },
        _machine);

    /// <summary>The schedule looks at its clock, which does not tell its timers; what falls due has ticked and is armed again when this returns.</summary>
    /// <remarks>On a thread without a context of its own, so that what is awaited there goes on there.</remarks>
    private Task LookAsync() => Task.Run(() => _machine.Advance(TimeSpan.FromSeconds(1)));

    /// <summary>A clock that is set, and whose timers know nothing of it.</summary>
    private sealed class SetClock(DateTime start) : TimeProvider
    {
        private long _ticks = start.Ticks;

        public DateTime Now
        {
            set => Volatile.Write(ref _ticks, value.Ticks);
        }

        public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref _ticks), TimeSpan.Zero);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Silent();

        private sealed class Silent : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
