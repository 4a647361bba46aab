namespace Enforcement.Tests.Shared;

/// <summary>A machine clock that stands until it is told to move.</summary>
/// <param name="start">Where it stands at first.</param>
/// <param name="timersFollow">
/// <see langword="true"/>: timers fire while it is advanced, on the thread that advances it; <see langword="false"/>: they are the system's own, for what waits on sockets and files.
/// </param>
internal sealed class TestClock(DateTimeOffset start, bool timersFollow = false) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<HandTimer> _timers = [];
    private long _ticks = start.UtcTicks;

    /// <summary>How many timers of its own wait.</summary>
    public int Pending
    {
        get
        {
            lock (_gate)
            {
                return _timers.Count;
            }
        }
    }

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (!timersFollow)
        {
            return base.CreateTimer(callback, state, dueTime, period);
        }

        var timer = new HandTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        Interlocked.Add(ref _ticks, by.Ticks);
        while (TakeDue() is { } timer)
        {
            timer.Fire();
        }
    }

    /// <summary>Moves to an instant, also a former one: a machine's clock may be set back. No timer fires.</summary>
    public void Set(DateTimeOffset instant) => Interlocked.Exchange(ref _ticks, instant.UtcTicks);

    private HandTimer? TakeDue()
    {
        var now = GetUtcNow();
        lock (_gate)
        {
            var due = _timers.Where(timer => timer.At <= now).MinBy(timer => timer.At);
            due?.Next();
            return due;
        }
    }

    private sealed class HandTimer(TestClock clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period;

        public DateTimeOffset At { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                clock._timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    (At, _period) = (clock.GetUtcNow() + dueTime, period);
                    clock._timers.Add(this);
                }
            }

            return true;
        }

        public void Next()
        {
            if (_period > TimeSpan.Zero)
            {
                At += _period;
            }
            else
            {
                clock._timers.Remove(this);
            }
        }

        public void Fire() => callback(state);

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
