using Enforcement.EndToEnd.Tests.City;
using Enforcement.Portal.Bench;

// How the portal feels: when a page shows its first content, and what a browser costs that is left open on the cockpit.
//   --pages [--rounds N]                        every page N times (5), against 300 ms
//   --cockpit [--minutes N] [--recorders N]     the cockpit for N minutes (60) while N recorders (2,000) report, against 2 % of a core
if (Browsers.Reason is { } reason)
{
    Console.Error.WriteLine(reason);
    return 1;
}

var city = new DemoCity();
await city.InitializeAsync();
try
{
    if (args.Contains("--cockpit"))
    {
        await Cockpit.RunAsync(city, Number("--minutes", 60), Number("--recorders", 2000));
    }
    else
    {
        await FirstContent.RunAsync(city, Number("--rounds", 5));
    }
}
finally
{
    await city.DisposeAsync();
}

return 0;

int Number(string name, int otherwise) =>
    Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1], System.Globalization.CultureInfo.InvariantCulture) : otherwise;
