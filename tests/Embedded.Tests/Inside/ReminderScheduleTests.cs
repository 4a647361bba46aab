namespace Enforcement.Embedded.Tests.Inside;

public sealed class ReminderScheduleTests
{
    private static readonly DateTime Start = new(2026, 3, 4, 5, 0, 0, DateTimeKind.Utc);
    private readonly SetClock _clock = new(Start);
    private readonly System.Collections.Concurrent.ConcurrentQueue<(string Name, DateTime Due)> _ticks = new();

    [Fact]
    public async Task A_clock_that_is_set_forward_wakes_what_has_fallen_due()
    {
        using var schedule = Schedule();
        schedule.Set(Entry("soon", TimeSpan.FromHours(1)));
        schedule.Set(Entry("later", TimeSpan.FromDays(400)));
        Assert.Equal(2, schedule.Begin());
        Assert.Empty(_ticks);

        _clock.Now = Start.AddHours(2);
        await Ticked(1);
        Assert.Equal(("soon", Start.AddHours(1)), _ticks.ElementAt(0));

        _clock.Now = Start.AddDays(400);
        await Ticked(3);
        Assert.Contains(("later", Start.AddDays(400)), _ticks);
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
        await Ticked(1);
        Assert.Equal(("wake", Start.AddMinutes(11)), _ticks.ElementAt(0));
    }

    [Fact]
    public async Task A_reminder_is_not_armed_again_before_its_tick_has_run()
    {
        var running = new TaskCompletionSource();
        using var schedule = new ReminderSchedule(_clock, (entry, due) =>
        {
            _ticks.Enqueue((entry.ReminderName, due));
            return entry.ReminderName == "slow" ? running.Task : Task.CompletedTask;
        });
        schedule.Begin();
        schedule.Set(Entry("slow", TimeSpan.FromMinutes(1)));
        _clock.Now = Start.AddMinutes(1);
        await Ticked(1);
        _clock.Now = Start.AddMinutes(5);
        schedule.Set(Entry("other", TimeSpan.FromMinutes(5)));
        await Ticked(2);
        Assert.Equal(["slow", "other"], _ticks.Select(tick => tick.Name));
        running.SetResult();
        _clock.Now = Start.AddMinutes(6);
        await Ticked(4);
        Assert.Contains(("slow", Start.AddMinutes(6)), _ticks);
    }

    private static ReminderEntry Entry(string name, TimeSpan due) =>
        new() { GrainId = GrainId.Create("case", "a"), ReminderName = name, StartAt = Start + due, Period = TimeSpan.FromMinutes(1) };

    private ReminderSchedule Schedule() => new(_clock, (entry, due) =>
    {
        _ticks.Enqueue((entry.ReminderName, due));
        return Task.CompletedTask;
    });

    private async Task Ticked(int count)
    {
        // The schedule looks at a clock that does not tell its timers once a second.
        for (var i = 0; _ticks.Count < count && i < 200; i++)
        {
            await Task.Delay(50);
        }

        Assert.True(_ticks.Count >= count, $"only {_ticks.Count} ticks");
    }

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
