using Orleans.Runtime;

namespace Enforcement.Embedded;

/// <summary>A timer of an activation. It is armed again after each tick, so ticks of one timer never overlap.</summary>
internal sealed class GrainTimer : IGrainTimer
{
    private const double Longest = 0xfffffffe;
    private readonly Activation _activation;
    private readonly Func<CancellationToken, Task> _callback;
    private readonly GrainTimerCreationOptions _options;
    private readonly CancellationTokenSource _stopped = new();
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private TimeSpan _period;
    private TimeSpan? _changedDue;
    private bool _isTicking;

    public GrainTimer(Activation activation, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        Validate(options.DueTime, nameof(options.DueTime));
        Validate(options.Period, nameof(options.Period));
        _activation = activation;
        _callback = callback;
        _options = options;
        var time = activation.Silo.Time;

        // A tick starts from nothing, not from the request that happened to start the timer.
        using var flow = ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow();
        _timer = time.CreateTimer(static state => ((GrainTimer)state!).Fire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        Validate(dueTime, nameof(dueTime));
        Validate(period, nameof(period));
        lock (_gate)
        {
            _period = period;
            if (_isTicking)
            {
                _changedDue = dueTime;
            }
            else
            {
                Arm(dueTime);
            }
        }
    }

    public void Dispose()
    {
        if (!_stopped.IsCancellationRequested)
        {
            _stopped.Cancel();
        }

        _timer.Dispose();
        _activation.Drop(this);
    }

    private static void Validate(TimeSpan time, string name)
    {
        var milliseconds = (long)time.TotalMilliseconds;
        ArgumentOutOfRangeException.ThrowIfLessThan(milliseconds, -1, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(milliseconds, (long)Longest, name);
    }

    private void Fire()
    {
        lock (_gate)
        {
            if (_isTicking || _stopped.IsCancellationRequested)
            {
                return;
            }

            _isTicking = true;
        }

        _activation.TryReceive(new Tick(this));
    }

    private void Arm(TimeSpan due)
    {
        if (!_stopped.IsCancellationRequested)
        {
            _timer.Change(due, Timeout.InfiniteTimeSpan);
        }
    }

    private void Ticked(Exception? exception)
    {
        if (exception is not null)
        {
            Log.TimerFailed(_activation.Silo.Logger, exception, _activation.GrainId);
        }

        lock (_gate)
        {
            _isTicking = false;
            var due = _changedDue ?? _period;
            _changedDue = null;
            Arm(due);
        }
    }

    private sealed class Tick(GrainTimer timer) : Turn
    {
        public override bool IsReadOnly => false;

        public override bool IsAlwaysInterleave => timer._options.Interleave;

        public override bool IsLocalOnly => true;

        public override bool KeepsAlive => timer._options.KeepAlive;

        public override bool IsAbandoned => timer._stopped.IsCancellationRequested;

        public override Task Invoke(Activation activation) => IsAbandoned ? Task.CompletedTask : timer._callback(timer._stopped.Token) ?? Task.CompletedTask;

        public override void Deliver(Task finished) => timer.Ticked(finished.Exception?.InnerException);

        public override void Fail(Exception exception) => timer.Ticked(exception);
    }
}
