using System.Collections.Concurrent;

namespace Enforcement.Silo.Telemetry;

/// <summary>A token bucket for each name: so many at once, so many a second after that. One that floods empties its own bucket and nobody else's.</summary>
/// <param name="perSecond">Tokens that come back in a second.</param>
/// <param name="burst">Tokens of a full bucket.</param>
/// <param name="clock">The machine clock.</param>
internal sealed class RateBuckets(double perSecond, double burst, TimeProvider clock)
{
    /// <summary>Names that are remembered; beyond it those whose buckets are full again are forgotten, which changes nothing for them.</summary>
    private const int MostNames = 50_000;

    private readonly ConcurrentDictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);

    /// <summary>Takes one token.</summary>
    /// <returns><see langword="null"/> when there was one, otherwise how long to wait for it.</returns>
    public TimeSpan? Take(string name)
    {
        if (_buckets.Count >= MostNames)
        {
            Forget();
        }

        return _buckets.GetOrAdd(name, static (_, at) => new Bucket(at), (burst, clock.GetTimestamp())).Take(perSecond, burst, clock);
    }

    private void Forget()
    {
        foreach (var (name, bucket) in _buckets)
        {
            if (bucket.IsFull(perSecond, burst, clock))
            {
                _buckets.TryRemove(name, out _);
            }
        }
    }

    private sealed class Bucket((double Tokens, long At) start)
    {
        private readonly Lock _gate = new();
        private double _tokens = start.Tokens;
        private long _at = start.At;

        public TimeSpan? Take(double perSecond, double burst, TimeProvider clock)
        {
            lock (_gate)
            {
                Refill(perSecond, burst, clock);
                if (_tokens >= 1)
                {
                    _tokens--;
                    return null;
                }

                return TimeSpan.FromSeconds((1 - _tokens) / perSecond);
            }
        }

        public bool IsFull(double perSecond, double burst, TimeProvider clock)
        {
            lock (_gate)
            {
                Refill(perSecond, burst, clock);
                return _tokens >= burst;
            }
        }

        private void Refill(double perSecond, double burst, TimeProvider clock)
        {
            var now = clock.GetTimestamp();
            _tokens = Math.Min(burst, _tokens + (Math.Max(0, clock.GetElapsedTime(_at, now).TotalSeconds) * perSecond));
            _at = now;
        }
    }
}
