using System.Diagnostics;
using System.Globalization;
using Enforcement.EndToEnd.Tests.City;

namespace Enforcement.Portal.Bench;

/// <summary>A browser left open on the cockpit while recorders report: share of one core, heap of the page after a collection, nodes, resident memory.</summary>
internal static class Cockpit
{
    private const double Wanted = 2;

    public static async Task RunAsync(DemoCity city, int minutes, int recorders)
    {
        using var player = await Fleet.PlayAsync(city, recorders, minutes + 5);
        player.OutputDataReceived += static (_, _) => { };
        player.BeginOutputReadLine();
        try
        {
            await using var window = await city.SignedInAsync("bench", "city-supervisor", (1920, 1080));
            await window.GoAsync("/city");
            await WatchAsync(window, city.Silo.ProcessId, minutes, recorders);
        }
        finally
        {
            player.Kill();
        }
    }

    private static async Task WatchAsync(Window window, int silo, int minutes, int recorders)
    {
        var session = await window.Page.Context.NewCDPSessionAsync(window.Page);
        await session.SendAsync("Performance.enable");
        Console.WriteLine($"{"minute",6} {"browser %",10} {"platform %",10} {"heap MiB",9} {"nodes",6} {"page MiB",9} {"platform MiB",12}");
        var (began, used, served) = (Stopwatch.GetTimestamp(), BrowserProcesses.Seconds(), BrowserProcesses.Seconds(silo));
        var (first, start, heaps) = (began, used, new List<double>());
        using var every = new PeriodicTimer(TimeSpan.FromMinutes(1));
        for (var minute = 1; minute <= minutes && await every.WaitForNextTickAsync(); minute++)
        {
            var (now, browser, platform) = (Stopwatch.GetTimestamp(), BrowserProcesses.Seconds(), BrowserProcesses.Seconds(silo));
            var seconds = Stopwatch.GetElapsedTime(began, now).TotalSeconds;
            await session.SendAsync("HeapProfiler.collectGarbage");
            var metrics = (await session.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics").EnumerateArray().ToDictionary(static m => m.GetProperty("name").GetString()!, static m => m.GetProperty("value").GetDouble());
            heaps.Add(metrics["JSHeapUsedSize"] / 1048576);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{minute,6} {100 * (browser - used) / seconds,10:F2} {100 * (platform - served) / seconds,10:F2} {heaps[^1],9:F2} {metrics["Nodes"],6:F0} {BrowserProcesses.RendererMemory(),9:F0} {BrowserProcesses.Resident(silo),12:F0}"));
            (began, used, served) = (now, browser, platform);
        }

        var share = 100 * (used - start) / Stopwatch.GetElapsedTime(first, began).TotalSeconds;
        var third = Math.Max(1, heaps.Count / 3);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{recorders} recorders, {minutes} minutes: {share:F2} % of a core (below {Wanted} is wanted); heap {heaps.Take(third).Average():F2} MiB in the first third, {heaps.TakeLast(third).Average():F2} in the last"));
    }
}
