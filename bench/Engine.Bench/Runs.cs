using System.Diagnostics;

namespace Enforcement.Engine.Bench;

/// <summary>The measurements.</summary>
internal sealed class Runs(IGrainFactory grains)
{
    private static readonly Telemetry Sample = new("R-0", 1, DateTimeOffset.UnixEpoch, 36.2, 113.1, 80, 1L << 34, true, null);

    /// <summary>Calls a second with so many callers, each with one call on its way; and by the processor time this process got, which other work on the machine does not distort.</summary>
    public async Task<(double PerSecond, double PerProcessorSecond)> Calls(int grainCount, int callers, TimeSpan time)
    {
        var targets = Targets(grainCount);
        var counts = new long[callers];
        using var stop = new CancellationTokenSource();
        var spentBefore = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        var loops = Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            var random = new Random(caller);
            var sequence = 0L;
            while (!stop.IsCancellationRequested)
            {
                await targets[random.Next(targets.Length)].Report(Sample with { Sequence = ++sequence });
            }

            counts[caller] = sequence;
        })).ToArray();
        await Task.Delay(time);
        await stop.CancelAsync();
        await Task.WhenAll(loops);
        return (counts.Sum() / clock.Elapsed.TotalSeconds, counts.Sum() / (Environment.CpuUsage.TotalTime - spentBefore).TotalSeconds);
    }

    /// <summary>Activates so many grains: activations a second, and bytes that each keeps.</summary>
    public async Task<(double PerSecond, double Bytes)> Activate(string prefix, int count)
    {
        var before = Settled();
        var clock = Stopwatch.StartNew();
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (i, _) => await grains.GetGrain<IRecorderGrain>($"{prefix}-{i:D6}").Report(Sample));
        var seconds = clock.Elapsed.TotalSeconds;
        return (count / seconds, (Settled() - before) / (double)count);
    }

    /// <summary>Latencies of an in-memory grain, in milliseconds, while so many writers keep the store busy.</summary>
    public async Task<(double P50, double P99, double Worst, double Writes)> BesideWriters(int writers, TimeSpan time)
    {
        using var stop = new CancellationTokenSource();
        var writes = 0L;
        var loops = Enumerable.Range(0, writers).Select(i => Task.Run(async () =>
        {
            var writer = grains.GetGrain<IWriterGrain>($"W-{i}");
            while (!stop.IsCancellationRequested)
            {
                await writer.Write(Sample);
                Interlocked.Increment(ref writes);
            }
        })).ToArray();

        var targets = Targets(100);
        var latencies = new List<double>();
        var clock = Stopwatch.StartNew();
        for (var i = 0; clock.Elapsed < time; i++)
        {
            var sent = Stopwatch.GetTimestamp();
            await targets[i % targets.Length].Report(Sample);
            latencies.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            await Task.Delay(1);
        }

        var seconds = clock.Elapsed.TotalSeconds;
        await stop.CancelAsync();
        await Task.WhenAll(loops);
        latencies.Sort();
        return (latencies[latencies.Count / 2], latencies[(int)(latencies.Count * 0.99)], latencies[^1], Interlocked.Read(ref writes) / seconds);
    }

    public static long Settled()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private IRecorderGrain[] Targets(int count) => [.. Enumerable.Range(0, count).Select(i => grains.GetGrain<IRecorderGrain>($"R-{i}"))];
}
