namespace Enforcement.Portal.Tests.Kit;

/// <summary>A machine clock that stands until it is advanced; timers fire while it moves.</summary>
internal sealed class HandClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<HandTimer> _timers = [];
    private DateTimeOffset _now = new(2026, 11, 21, 6, 20, 0, TimeSpan.Zero);

    /// <summary>How many timers wait.</summary>
    public int Pending
    {
        get
        {
            lock (_gate)
            {
                return _timers.Count(timer => timer.At is not null);
            }
        }
    }

    public override DateTimeOffset GetUtcNow() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HandTimer(this, callback, state);
        timer.Change(dueTime, period);
        lock (_gate)
        {
            _timers.Add(timer);
        }

        return timer;
    }

    public void Advance(TimeSpan by)
    {
        _now += by;
        while (Due() is { } timer)
        {
            timer.Fire();
        }
    }

    private HandTimer? Due()
    {
        lock (_gate)
        {
            return _timers.Find(timer => timer.At <= _now);
        }
    }

    private sealed class HandTimer(HandClock clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period;

        public DateTimeOffset? At { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _period = period;
            At = dueTime == Timeout.InfiniteTimeSpan ? null : clock._now + dueTime;
            return true;
        }

        public void Fire()
        {
            At = _period > TimeSpan.Zero ? At + _period : null;
            callback(state);
        }

        public void Dispose() => At = null;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
