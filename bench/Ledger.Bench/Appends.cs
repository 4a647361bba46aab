using System.Diagnostics;
using Enforcement.Storage.Sqlite;

namespace Enforcement.Ledger.Bench;

/// <summary>Writers that each wait for their receipt before they send the next command.</summary>
internal static class Appends
{
    public static async Task<(double Rate, long Commits, double P50, double P99)> RunAsync(string file, int total, int writers)
    {
        await using var store = SqliteStore.Open(new SqliteStoreOptions(file, Training: false));
        var times = new double[total];
        var next = -1;
        var commits = store.Commits;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () =>
        {
            for (var n = Interlocked.Increment(ref next); n < total; n = Interlocked.Increment(ref next))
            {
                var from = Stopwatch.GetTimestamp();
                await store.AppendAsync(Work.Command(n, 0, FormattableString.Invariant($"case/CM-2026-{n:000000}")), CancellationToken.None);
                times[n] = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
            }
        })));
        var rate = total / watch.Elapsed.TotalSeconds;
        Array.Sort(times);
        return (rate, store.Commits - commits, times[total / 2], times[(int)(total * 0.99)]);
    }
}
