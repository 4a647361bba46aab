namespace Enforcement.Embedded;

/// <summary>Looks over all activations now and then: calls that ran out of time, idle and stuck activations.</summary>
internal sealed class Housekeeping(Silo silo) : IDisposable
{
    private readonly Lock _gate = new();
    private Timer? _timer;
    private long _nextCollection;

    public void Start()
    {
        var period = Math.Clamp(silo.Messaging.ResponseTimeout.TotalMilliseconds / 10, 20, 1000);
        _nextCollection = Environment.TickCount64 + (long)silo.Collection.CollectionQuantum.TotalMilliseconds;
        using var flow = ExecutionContext.SuppressFlow();
        _timer = new Timer(static self => ((Housekeeping)self!).Round(), this, TimeSpan.FromMilliseconds(period), TimeSpan.FromMilliseconds(period));
    }

    public void Dispose() => _timer?.Dispose();

    private void Round()
    {
        // A round that takes longer than the period is not overtaken by the next.
        if (!_gate.TryEnter())
        {
            return;
        }

        try
        {
            var now = Environment.TickCount64;
            var timeout = silo.Messaging.ResponseTimeout;
            var collect = now >= _nextCollection;
            if (collect)
            {
                _nextCollection = now + (long)silo.Collection.CollectionQuantum.TotalMilliseconds;
            }

            foreach (var activation in silo.Activations)
            {
                activation.TimeOut(now - (long)timeout.TotalMilliseconds, turn => new TimeoutException($"Response did not arrive on time in {timeout} for message: {turn}."));
                activation.Inspect(now, collect);
            }
        }
        catch (Exception exception)
        {
            Log.HousekeepingFailed(silo.Logger, exception);
        }
        finally
        {
            _gate.Exit();
        }
    }
}
