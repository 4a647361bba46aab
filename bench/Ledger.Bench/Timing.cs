using System.Diagnostics;
using System.Globalization;

namespace Enforcement.Ledger.Bench;

/// <summary>
/// How long a question takes: asked forty times, one after the other. The processor's time is that of the whole process for one question:
/// on a machine that others use too, it is what a quiet machine would need.
/// </summary>
internal static class Timing
{
    private const int Times = 40;

    public static async Task PrintAsync(string what, Func<Task> question)
    {
        await question(); // statements are prepared once for each connection
        var times = new double[Times];
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < Times; i++)
        {
            var watch = Stopwatch.StartNew();
            await question();
            times[i] = watch.Elapsed.TotalMilliseconds;
        }

        var processor = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Times;
        Array.Sort(times);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-34} p50 {times[Times / 2],7:F2} ms  p95 {times[(int)(Times * 0.95) - 1],7:F2} ms  processor {processor,7:F2} ms"));
    }
}
