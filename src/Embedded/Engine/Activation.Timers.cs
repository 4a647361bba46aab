using Orleans.Runtime;

namespace Enforcement.Embedded;

internal sealed partial class Activation
{
    private List<GrainTimer>? _timers;

    public IGrainTimer StartTimer(Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        var timer = new GrainTimer(this, callback, options);
        lock (_ready)
        {
            (_timers ??= []).Add(timer);
        }

        timer.Change(options.DueTime, options.Period);
        return timer;
    }

    public void Drop(GrainTimer timer)
    {
        lock (_ready)
        {
            _timers?.Remove(timer);
        }
    }

    private void StopTimers()
    {
        List<GrainTimer>? timers;
        lock (_ready)
        {
            timers = _timers;
            _timers = null;
        }

        timers?.ForEach(timer => timer.Dispose());
    }
}
