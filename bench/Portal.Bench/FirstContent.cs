using System.Globalization;
using Enforcement.EndToEnd.Tests.City;
using Enforcement.EndToEnd.Tests.Pages;

namespace Enforcement.Portal.Bench;

/// <summary>
/// Times of each page as the browser itself measures them, in milliseconds from the start of the navigation:
/// the first byte, the first content painted (with the styles in the browser's cache, and without), and the circuit that answers to clicks.
/// </summary>
internal static class FirstContent
{
    private const double Wanted = 300;

    private const string Measure =
        """
        () => {
          const navigation = performance.getEntriesByType('navigation')[0];
          const paint = performance.getEntriesByName('first-contentful-paint')[0];
          return [navigation.responseStart, paint ? paint.startTime : -1, performance.now()];
        }
        """;

    public static async Task RunAsync(DemoCity city, int rounds)
    {
        Console.WriteLine($"{"page",-34} {"who",-22} {"first byte",10} {"content",9} {"worst",7} {"cold",7} {"ready",7}   ms, medians of {rounds}");
        var late = 0;
        var all = 0;
        foreach (var line in AllPages.Routes)
        {
            var (route, account) = ((string)line[0], (string)line[1]);
            var address = await AddressAsync(city, route, account);
            List<double[]> cold = [], warm = [];
            for (var round = 0; round < rounds; round++)
            {
                await using var window = await city.SignedInAsync("bench", account);
                cold.Add(await OpenAsync(window, address));
                warm.Add(await OpenAsync(window, address));
            }

            all++;
            var content = Median(warm, 1);
            late += content > Wanted ? 1 : 0;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{route,-34} {account,-22} {Median(warm, 0),10:F0} {content,9:F0} {warm.Max(static w => w[1]),7:F0} {Median(cold, 1),7:F0} {Median(warm, 2),7:F0}{(content > Wanted ? "   LATE" : "")}"));
        }

        Console.WriteLine($"{all - late} of {all} pages show first content within {Wanted} ms (median)");
    }

    private static async Task<double[]> OpenAsync(Window window, string address)
    {
        await window.Page.GotoAsync(address);
        await window.ReadyAsync();
        return await window.Page.EvaluateAsync<double[]>(Measure);
    }

    private static async Task<string> AddressAsync(DemoCity city, string route, string account)
    {
        await using var window = await city.SignedInAsync("bench", account);
        return await Addresses.ResolveAsync(city, window, route);
    }

    private static double Median(List<double[]> samples, int column) => samples.Select(sample => sample[column]).Order().ElementAt(samples.Count / 2);
}
