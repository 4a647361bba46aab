using System.Collections.Concurrent;
using System.Globalization;

namespace Enforcement.Tool.Simulation;

/// <summary>What a run has counted so far. Written by many lanes.</summary>
internal sealed class RunFigures
{
    private const int MostTimes = 200_000;

    private readonly ConcurrentQueue<double> _times = new();
    private long _requests;
    private long _failed;
    private long _taken;
    private long _repeated;
    private long _refused;
    private string? _lastFault;

    public long Taken => Interlocked.Read(ref _taken);

    /// <summary>What the server said the last time that it did not take something.</summary>
    public string? LastFault => Volatile.Read(ref _lastFault);

    public void Answered(double milliseconds, long taken, long repeated, long refused)
    {
        Interlocked.Increment(ref _requests);
        Interlocked.Add(ref _taken, taken);
        Interlocked.Add(ref _repeated, repeated);
        Interlocked.Add(ref _refused, refused);
        _times.Enqueue(milliseconds);
        while (_times.Count > MostTimes)
        {
            _times.TryDequeue(out _);
        }
    }

    public void Failed(string why)
    {
        Interlocked.Increment(ref _requests);
        Interlocked.Increment(ref _failed);
        Volatile.Write(ref _lastFault, why);
    }

    public void Refused(string why) => Volatile.Write(ref _lastFault, why);

    /// <summary>One line about everything so far.</summary>
    public string Line()
    {
        var times = _times.ToArray();
        Array.Sort(times);
        var (p50, p99) = times.Length == 0 ? (0, 0) : (times[times.Length / 2], times[(int)(times.Length * 0.99)]);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"requests {Interlocked.Read(ref _requests)}, failed {Interlocked.Read(ref _failed)}; reports taken {Taken}, repeated {Interlocked.Read(ref _repeated)}, refused {Interlocked.Read(ref _refused)}; p50 {p50:F1} ms, p99 {p99:F1} ms");
    }
}
