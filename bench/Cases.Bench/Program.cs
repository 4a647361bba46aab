using System.Globalization;
using Enforcement.Cases.Bench;
using Enforcement.Ledger.Bench;

// Durable commands a second through the case grain, against the very batches that they wrote, replayed by the same writer on the same file: what
// the rules, the engine and the views cost. Then the data of a case page. Five alternating pairs over 100,000 cases; --short does a tenth.
var short_ = args.Contains("--short");
var (cases, perRound) = short_ ? (10_000, 400) : (100_000, 2_000);
var folder = Directory.CreateTempSubdirectory("cases-bench-");
try
{
    await using var city = await City.StartAsync(Path.Combine(folder.FullName, "ledger.db"));
    await city.WarmUpAsync();
    await city.FillAsync(cases);
    Say($"{cases:N0} cases in the file; fsync of 4 KiB: {FSync.Measure(folder.FullName)}");
    List<double> ratios = [];
    for (var pair = 1; pair <= 5; pair++)
    {
        var grains = await city.CommandsAsync(pair, perRound);
        var replay = await city.ReplayAsync(pair);
        ratios.Add(grains / replay);
        Say($"pair {pair}: {grains:N0} commands/s through grains, the same batches replayed {replay:N0}/s, ratio {grains / replay:F2}");
    }

    Say($"median ratio {ratios.Order().ElementAt(2):F2} (at least 0.5 is wanted)");
    foreach (var line in await city.PagesAsync())
    {
        Say($"{line}");
    }
}
finally
{
    folder.Delete(recursive: true);
}

static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
