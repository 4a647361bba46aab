using System.Diagnostics;
using System.Globalization;
using Enforcement.Ledger.Bench;
using Enforcement.Storage.Audit;

// How fast the ledger takes small commands from many writers, against the same rows inserted bare; and how fast lists are with many cases.
// --short runs a tenth of it.
// --lists runs only the lists.
var total = args.Contains("--short") ? 10_000 : 100_000;
const int Writers = 32;
var folder = Directory.CreateTempSubdirectory("ledger-bench-");
try
{
    Say($"fsync of 4 KiB: {FSync.Measure(folder.FullName)}");
    var ratios = new List<double>();
    for (var pair = 1; pair <= (args.Contains("--lists") ? 0 : 5); pair++)
    {
        var data = Directory.CreateDirectory(Path.Combine(folder.FullName, $"data{pair}")).FullName;
        var file = Path.Combine(data, "ledger.db");
        var (rate, commits, p50, p99) = await Appends.RunAsync(file, total, Writers);
        var perCommit = Math.Max(1, (int)Math.Round((double)total / commits));
        var raw = RawReplay.Run(file, Path.Combine(folder.FullName, "raw.db"), total, perCommit);
        ratios.Add(rate / raw);
        Say($"pair {pair}: {rate:N0} commands/s (p50 {p50:F2} ms, p99 {p99:F2} ms, {perCommit} commands in a commit), raw {raw:N0}/s, ratio {rate / raw:F2}");
        if (pair == 1)
        {
            var watch = Stopwatch.StartNew();
            var report = SqliteAudit.Run(data, []);
            Say($"verify: {report.Entries:N0} entries in {watch.Elapsed.TotalSeconds:F1} s, {(report.Sound ? "sound" : report.Faults[0].Message)}");
        }

        Directory.Delete(data, recursive: true);
    }

    if (ratios.Count > 0)
    {
        Say($"median ratio {ratios.Order().ElementAt(ratios.Count / 2):F2} (at least 0.5 is wanted)");
    }

    await Lists.RunAsync(Path.Combine(folder.FullName, "lists.db"), total);
    await OtherLists.RunAsync(Path.Combine(folder.FullName, "others.db"), total);
}
finally
{
    folder.Delete(recursive: true);
}

static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
