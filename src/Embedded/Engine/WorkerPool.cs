namespace Enforcement.Embedded;

/// <summary>The activations of one key of a stateless worker. It stays when they are collected.</summary>
internal sealed class WorkerPool(GrainClass grainClass, string key, int most) : IReceiver
{
    private readonly Lock _gate = new();
    private readonly List<Activation> _workers = [];

    public IEnumerable<Activation> Activations
    {
        get
        {
            lock (_gate)
            {
                return [.. _workers];
            }
        }
    }

    public bool TryReceive(Call call)
    {
        lock (_gate)
        {
            while (true)
            {
                var worker = _workers.MinBy(candidate => candidate.Load);
                if (worker is null || (worker.Load > 0 && _workers.Count < most))
                {
                    worker = new Activation(grainClass, key, this);
                    _workers.Add(worker);
                }

                if (worker.TryReceive(call))
                {
                    return true;
                }

                _workers.Remove(worker);
            }
        }
    }

    public void Remove(Activation worker)
    {
        lock (_gate)
        {
            _workers.Remove(worker);
        }
    }
}
