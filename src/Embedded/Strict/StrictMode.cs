using Orleans.Runtime;

namespace Enforcement.Embedded;

/// <summary>Chance, from a seed.</summary>
internal sealed class StrictMode(StrictModeOptions options)
{
    private readonly Lock _gate = new();
    private readonly Random _random = new(options.Seed);
    private readonly List<Call> _held = [];
    private readonly StrictCopier _copier = new();

    /// <summary>Replaces every argument by what would arrive.</summary>
    public void Carry(object?[] arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = _copier.Copy(arguments[i]);
        }
    }

    public T Carry<T>(T result) => (T)_copier.Copy(result)!;

    public Exception Carry(Exception exception) => _copier.CopyException(exception);

    /// <summary>Gives the call on, now or after others that came later, or refuses it.</summary>
    public void Send(Call call)
    {
        if (Happens(options.RefuseOneIn))
        {
            call.Fail(new OrleansMessageRejectionException($"{call} was refused by strict mode (seed {options.Seed})."));
        }
        else if (!options.Reorder)
        {
            call.Target.Receive(call);
        }
        else
        {
            lock (_gate)
            {
                _held.Add(call);
            }

            ThreadPool.UnsafeQueueUserWorkItem(static self => self.ReleaseOne(), this, preferLocal: false);
        }
    }

    /// <summary>May end the activation that has just served a call.</summary>
    public void Served(Activation activation)
    {
        if (Happens(options.DeactivateOneIn))
        {
            activation.Deactivate(new(DeactivationReasonCode.RuntimeRequested, $"Strict mode (seed {options.Seed})."));
        }
    }

    private void ReleaseOne()
    {
        Call call;
        lock (_gate)
        {
            var which = _random.Next(_held.Count);
            call = _held[which];
            _held.RemoveAt(which);
        }

        call.Target.Receive(call);
    }

    private bool Happens(int oneIn)
    {
        if (oneIn <= 0)
        {
            return false;
        }

        lock (_gate)
        {
            return _random.Next(oneIn) == 0;
        }
    }
}
