using Orleans.Runtime;

namespace Enforcement.Embedded;

internal sealed partial class Activation
{
    private Stage _stage;
    private long _stageSince;
    private long _lastUsed = Environment.TickCount64;
    private long _keepUntil;
    private DeactivationReason _reason;
    private bool _isEnding;
    private TaskCompletionSource? _ended;

    private enum Stage : byte
    {
        New,
        Beginning,
        Valid,
        Ending,
        Ended,
    }

    public Task Deactivated
    {
        get
        {
            lock (_ready)
            {
                return _stage == Stage.Ended ? Task.CompletedTask : (_ended ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }
        }
    }

    public void Delay(TimeSpan time) => _keepUntil = Environment.TickCount64 + (long)time.TotalMilliseconds;

    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default)
    {
        lock (_ready)
        {
            switch (_stage)
            {
                case Stage.Beginning when !_isEnding:
                    // It ends as soon as it has begun.
                    _isEnding = true;
                    _reason = deactivationReason;
                    break;
                case Stage.Valid:
                    _stage = Stage.Ending;
                    _stageSince = Environment.TickCount64;
                    _reason = deactivationReason;
                    EndWhenIdle();
                    break;
            }
        }
    }

    /// <summary>Collects it when it was idle for its age; leaves it behind when it is stuck.</summary>
    public void Inspect(long now, bool collect)
    {
        bool isStuck;
        lock (_ready)
        {
            var isIdle = _stage == Stage.Valid && _running == 0 && now - _lastUsed > Class.CollectionAge.TotalMilliseconds && now > _keepUntil;
            if (collect && _running == 0)
            {
                // What a burst has left behind.
                _ready.TrimExcess();
                _waiting.Trim();
            }

            if (collect && isIdle)
            {
                Deactivate(new(DeactivationReasonCode.ActivationIdle, "The grain was not used."));
            }

            var limit = Silo.Messaging.MaxRequestProcessingTime.TotalMilliseconds;
            isStuck = _stage is Stage.Valid or Stage.Ending && _blocking is { } blocking && now - blocking.StartedAt > limit && blocking.IsStarted;
        }

        if (isStuck)
        {
            Log.Stuck(Silo.Logger, GrainId, _blocking);
            Abandon(null);
        }
    }

    private void BeginActivation() => _ = ActivateAsync();

    private async Task ActivateAsync()
    {
        // An end for a grain that does not look at its token.
        using var timeout = new CancellationTokenSource(Silo.Collection.ActivationTimeout);
        try
        {
            var instance = Class.Make(this);
            foreach (var state in _states ?? [])
            {
                await state.ReadStateAsync(timeout.Token).WaitAsync(timeout.Token);
            }

            _states = null;
            GrainInstance = instance;
            if (instance is IGrainBase grain)
            {
                await grain.OnActivateAsync(timeout.Token).WaitAsync(timeout.Token);
            }
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            await FailActivation(new TimeoutException($"Grain {GrainId} was not activated within {Silo.Collection.ActivationTimeout}."));
            return;
        }
        catch (Exception exception)
        {
            await FailActivation(exception);
            return;
        }

        Telemetry.Activated.Add(1);
        lock (_ready)
        {
            _lastUsed = Environment.TickCount64;
            _stage = Stage.Valid;
            if (_isEnding)
            {
                _isEnding = false;
                Deactivate(_reason);
            }
            else
            {
                Pump();
            }
        }
    }

    private async Task FailActivation(Exception exception)
    {
        Telemetry.ActivationFailed.Add(1);
        Log.ActivationFailed(Silo.Logger, exception, GrainId);
        await DisposeInstance();
        Abandon(exception);
    }

    // Called under the lock.
    private void EndWhenIdle()
    {
        if (_stage == Stage.Ending && _running == 0 && !_isEnding)
        {
            _isEnding = true;
            Enqueue((Action)EndActivation);
        }
    }

    private void EndActivation() => _ = DeactivateAsync();

    private async Task DeactivateAsync()
    {
        StopTimers();
        try
        {
            using var timeout = new CancellationTokenSource(Silo.Collection.DeactivationTimeout);
            if (GrainInstance is IGrainBase grain)
            {
                await grain.OnDeactivateAsync(_reason, timeout.Token).WaitAsync(timeout.Token);
            }
        }
        catch (Exception exception)
        {
            Log.DeactivationFailed(Silo.Logger, exception, GrainId);
        }

        await DisposeInstance();
        Telemetry.Deactivated.Add(1);
        Abandon(null);
    }

    private async Task DisposeInstance()
    {
        try
        {
            switch (GrainInstance)
            {
                case IAsyncDisposable disposable:
                    await disposable.DisposeAsync();
                    break;
                case IDisposable disposable:
                    disposable.Dispose();
                    break;
            }

            if (_scope is { } scope)
            {
                await scope.DisposeAsync();
            }
        }
        catch (Exception exception)
        {
            Log.DeactivationFailed(Silo.Logger, exception, GrainId);
        }
    }

    /// <summary>Leaves the stage. Those who wait get the exception, or go on to the next activation.</summary>
    private void Abandon(Exception? exception)
    {
        List<Turn> waiting;
        lock (_ready)
        {
            if (_stage == Stage.Ended)
            {
                return;
            }

            _stage = Stage.Ended;
            waiting = _waiting.TakeAll();
            waiting.ForEach(Forget);
        }

        Leave();
        StopTimers();
        foreach (var turn in waiting.Where(turn => !turn.IsAbandoned && !turn.IsLocalOnly))
        {
            if (exception is null)
            {
                Silo.Forward((Call)turn);
            }
            else
            {
                turn.Fail(exception);
            }
        }

        _ended?.TrySetResult();
    }

    private void Leave()
    {
        if (_pool is null)
        {
            Class.Remove(Key, this);
        }
        else
        {
            _pool.Remove(this);
        }
    }
}
