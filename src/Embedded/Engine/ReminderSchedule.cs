using Orleans.Runtime;

namespace Enforcement.Embedded;

/// <summary>Which reminder is due next. A reminder is armed again only after its tick has run, so ticks of one reminder never overlap.</summary>
internal sealed class ReminderSchedule : IDisposable
{
    // A clock that can be set forward does not always tell its timers.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(1);
    private readonly TimeProvider _time;
    private readonly Func<ReminderEntry, DateTime, Task> _tick;
    private readonly Lock _gate = new();
    private readonly Dictionary<(GrainId Grain, string Name), Planned> _planned = [];
    private readonly PriorityQueue<Planned, DateTime> _queue = new();
    private readonly ITimer _exact;
    private readonly ITimer _steady;
    private bool _isOpen;

    /// <param name="time">The clock that reminders are due by.</param>
    /// <param name="tick">Lets one tick; done when it has run.</param>
    /// <param name="steady">Whose timer looks once a second whatever the clock does; by default the machine's.</param>
    public ReminderSchedule(TimeProvider time, Func<ReminderEntry, DateTime, Task> tick, TimeProvider? steady = null)
    {
        _time = time;
        _tick = tick;
        using var flow = ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow();
        _exact = time.CreateTimer(static self => ((ReminderSchedule)self!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _steady = (steady ?? TimeProvider.System).CreateTimer(static self => ((ReminderSchedule)self!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public int Begin()
    {
        lock (_gate)
        {
            _isOpen = true;
            _steady.Change(LongestSleep, LongestSleep);
        }

        Wake();
        return _planned.Count;
    }

    public void Set(ReminderEntry entry)
    {
        lock (_gate)
        {
            var planned = new Planned(entry);
            _planned[(entry.GrainId, entry.ReminderName)] = planned;
            Plan(planned, ticked: false);

            // Not here and now: whoever sets a reminder is in the middle of a turn, and a tick is not to start from there.
            Arm();
        }
    }

    public void Remove(ReminderEntry entry)
    {
        lock (_gate)
        {
            _planned.Remove((entry.GrainId, entry.ReminderName));
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isOpen = false;
        }

        _exact.Dispose();
        _steady.Dispose();
    }

    private void Plan(Planned planned, bool ticked)
    {
        var entry = planned.Entry;
        var now = _time.GetUtcNow().UtcDateTime;
        // On a clock that stands, the tick that has just run is past although its instant is not.
        var missed = entry.StartAt > now || (entry.StartAt == now && !ticked) ? 0 : ((now - entry.StartAt).Ticks / entry.Period.Ticks) + 1;
        planned.Due = entry.StartAt + (missed * entry.Period);
        _queue.Enqueue(planned, planned.Due);
    }

    private void Wake()
    {
        List<Planned>? due = null;
        lock (_gate)
        {
            var now = _time.GetUtcNow().UtcDateTime;
            while (_isOpen && _queue.TryPeek(out var first, out var at) && (at <= now || !IsCurrent(first)))
            {
                _queue.Dequeue();
                if (IsCurrent(first))
                {
                    (due ??= []).Add(first);
                }
            }

            Arm();
        }

        due?.ForEach(planned => _ = Run(planned));
    }

    // Called under the lock.
    private void Arm()
    {
        if (_isOpen && _queue.TryPeek(out _, out var next))
        {
            var sleep = next - _time.GetUtcNow().UtcDateTime;
            if (sleep < LongestSleep)
            {
                _exact.Change(sleep < TimeSpan.Zero ? TimeSpan.Zero : sleep, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private async Task Run(Planned planned)
    {
        await _tick(planned.Entry, planned.Due);
        lock (_gate)
        {
            if (IsCurrent(planned))
            {
                Plan(planned, ticked: true);
                Arm();
            }
        }
    }

    private bool IsCurrent(Planned planned) =>
        _planned.TryGetValue((planned.Entry.GrainId, planned.Entry.ReminderName), out var current) && ReferenceEquals(current, planned);

    private sealed class Planned(ReminderEntry entry)
    {
        public ReminderEntry Entry => entry;

        public DateTime Due { get; set; }
    }
}
