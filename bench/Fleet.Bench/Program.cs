using System.Globalization;
using Enforcement.Fleet.Bench;
using Enforcement.Ledger.Bench;

// Recorders: reports through grains against the same rows written by the store alone; requests over loopback against Kestrel with a handler that
// does nothing; and the fleet's lists with 20,000 recorders, each marked against 100 ms. --short does a tenth; --lists only the lists.
var part = args.Contains("--short") ? 10 : 1;
var folder = Directory.CreateTempSubdirectory("fleet-bench-");
try
{
    if (!args.Contains("--lists"))
    {
        Say($"fsync of 4 KiB: {FSync.Measure(folder.FullName)}; fleet.db commits with journal_mode=WAL and synchronous=NORMAL: without an fsync of their own");
        await RunAsync("reports/s", "through grains", "the same written by the store", await Ingest.StartAsync(folder.FullName, 2_000, 100_000 / part));
        await RunAsync("requests/s", "POST /api/v1/telemetry", "a handler that does nothing", await Requests.StartAsync(folder.FullName, 500, 20_000 / part));
    }

    await Lists.RunAsync(Path.Combine(folder.FullName, "lists.db"), 20_000 / part, Say);
}
finally
{
    folder.Delete(recursive: true);
}

static async Task RunAsync(string unit, string ours, string bare, IPairs pairs)
{
    await using (pairs)
    {
        await pairs.OursAsync(); // nothing is compiled while it is measured
        await pairs.BareAsync();
        List<double> ratios = [];
        for (var pair = 1; pair <= 5; pair++)
        {
            var (rate, raw) = (await pairs.OursAsync(), await pairs.BareAsync());
            ratios.Add(rate / raw);
            Say($"pair {pair}: {ours} {rate:N0} {unit}, {bare} {raw:N0}, ratio {rate / raw:F2}");
        }

        Say($"median ratio {ratios.Order().ElementAt(2):F2}");
    }
}

static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
