using System.Diagnostics;

namespace Enforcement.Ledger.Bench;

/// <summary>What the disk gives at this moment; every durable figure is to be read beside it.</summary>
internal static class FSync
{
    public static string Measure(string folder)
    {
        var path = Path.Combine(folder, "fsync");
        using var handle = File.OpenHandle(path, FileMode.Create, FileAccess.Write);
        var times = new List<double>();
        var block = new byte[4096];
        for (var i = 0; i < 300; i++)
        {
            RandomAccess.Write(handle, block, i * 4096L);
            var watch = Stopwatch.StartNew();
            RandomAccess.FlushToDisk(handle);
            times.Add(watch.Elapsed.TotalMicroseconds);
        }

        times.Sort();
        return FormattableString.Invariant($"p50 {times[150]:F0} us, p99 {times[297]:F0} us");
    }
}
