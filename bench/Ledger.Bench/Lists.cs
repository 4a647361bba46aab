using System.Diagnostics;
using System.Globalization;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Storage.Sqlite;

namespace Enforcement.Ledger.Bench;

/// <summary>The lists of the portal with many cases.</summary>
internal static class Lists
{
    public static async Task RunAsync(string file, int cases)
    {
        await using var store = SqliteStore.Open(new SqliteStoreOptions(file, Training: false));
        for (var from = 0; from < cases; from += 1000)
        {
            await store.AppendAsync(Work.Command(from, 0, FormattableString.Invariant($"case/x{from}")) with { Entries = [], Answer = null, Due = null, Rows = Work.Cases(from, 1000) }, CancellationToken.None);
        }

        var read = store.ReadModel;
        var one = BureauScope.Of("CM");
        var page = new PageRequest(50, WithCount: true);
        var middle = Work.Start.AddDays(30);
        Console.WriteLine(FormattableString.Invariant($"lists with {cases:N0} cases, pages of 50 with their count:"));
        await Time("bureau, by due", () => read.CasesAsync(one, new CaseQuery(), page, default));
        await Time("city, by due", () => read.CasesAsync(BureauScope.City, new CaseQuery(), page, default));
        await Time("city, by opened", () => read.CasesAsync(BureauScope.City, new CaseQuery(Order: CaseOrder.Opened), page, default));
        await Time("three bureaus, by updated", () => read.CasesAsync(BureauScope.Of("CM", "TA", "GC"), new CaseQuery(Order: CaseOrder.Updated), page, default));
        await Time("city, stage", () => read.CasesAsync(BureauScope.City, new CaseQuery(Stage: "review"), page, default));
        await Time("bureau, stage", () => read.CasesAsync(one, new CaseQuery(Stage: "review"), page, default));
        await Time("city, overdue", () => read.CasesAsync(BureauScope.City, new CaseQuery(OverdueAt: middle), page, default));
        await Time("bureau, incomplete", () => read.CasesAsync(one, new CaseQuery(Incomplete: true), page, default));
        await Time("city, handler", () => read.CasesAsync(BureauScope.City, new CaseQuery(HandlerId: "o-17"), page, default));
        await Time("city, text of many", () => read.CasesAsync(BureauScope.City, new CaseQuery(Text: "当事人17"), page, default));
        await Time("city, text of one", () => read.CasesAsync(BureauScope.City, new CaseQuery(Text: "cm-2026-000777"), page, default));
        await Time("bureau, text of none", () => read.CasesAsync(one, new CaseQuery(Text: "没有"), page, default));
        await Time("counts of the city", () => read.CountsAsync(BureauScope.City, middle, default));
        var open = new CaseQuery(Life: CaseLife.Open);
        await Time("city, open, by due", () => read.CasesAsync(BureauScope.City, open, page, default));
        await Time("bureau, open, by due", () => read.CasesAsync(one, open, page, default));
        await Time("bureau, open, due in a week", () => read.CasesAsync(one, open with { DueFrom = middle, DueBefore = middle.AddDays(7) }, page, default));
        await Time("city, archived, by number", () => read.CasesAsync(BureauScope.City, new CaseQuery(Life: CaseLife.Archived, Order: CaseOrder.Number), page, default));
        await Time("city, by number", () => read.CasesAsync(BureauScope.City, new CaseQuery(Order: CaseOrder.Number), page, default));
        await Time("city, by missing", () => read.CasesAsync(BureauScope.City, new CaseQuery(Order: CaseOrder.Missing), page, default));
        await Time("city, by stage", () => read.CasesAsync(BureauScope.City, new CaseQuery(Order: CaseOrder.Stage), page, default));
        await Time("city, few of many: findings", () => read.CasesAsync(BureauScope.City, new CaseQuery(OpenFindings: true), page, default));
        await Time("city, a day of starts", () => read.CasesAsync(BureauScope.City, new CaseQuery(OpenedFrom: Work.Start.AddHours(2), OpenedBefore: Work.Start.AddHours(3)), page, default));
        await Time("city, all filters, by updated", () => read.CasesAsync(
            BureauScope.City,
            new CaseQuery("review", "penalty", null, middle, Incomplete: true, "占道 2026", CaseOrder.Updated, CaseLife.Open, OpenedFrom: Work.Start, OpenedBefore: middle),
            page,
            default));
        await Time("city, text in all, by number", () => read.CasesAsync(BureauScope.City, new CaseQuery(Text: "占道", Order: CaseOrder.Number), page, default));
        await Time("city, open, text", () => read.CasesAsync(BureauScope.City, open with { Text = "承办人３９" }, page, default));
        var deep = await DeepAsync(read, 400);
        await Time("city, by number, page 401", () => read.CasesAsync(BureauScope.City, new CaseQuery(Order: CaseOrder.Number), page with { After = deep }, default));
        await Time("city, by number, back to 400", () => read.CasesAsync(BureauScope.City, new CaseQuery(Order: CaseOrder.Number), page with { Before = deep }, default));
        await Time("counts of the tabs, city", () => read.CaseTabsAsync(BureauScope.City, "o-17", middle, middle.AddHours(9), default));
        await Time("counts of the tabs, bureau", () => read.CaseTabsAsync(one, "o-17", middle, middle.AddHours(9), default));
        await ExportAsync(read);
        await Time("one case", () => read.CaseAsync(one, "CM-2026-000775", default));
    }

    private static async Task<string> DeepAsync(IReadModel read, int pages)
    {
        var rows = 0;
        string? after = null;
        while (rows < pages * 50)
        {
            var page = await read.CasesAsync(BureauScope.City, new CaseQuery(Order: CaseOrder.Number), new PageRequest(500, after), default);
            (rows, after) = (rows + page.Rows.Length, page.Next ?? after);
            if (page.Next is null)
            {
                break;
            }
        }

        return after!;
    }

    private static async Task ExportAsync(IReadModel read)
    {
        var watch = Stopwatch.StartNew();
        var rows = 0;
        await foreach (var piece in read.AllCasesAsync(BureauScope.City, new CaseQuery(), default))
        {
            rows += piece.Length;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  all {rows:N0} rows, piece by piece, in {watch.Elapsed.TotalSeconds:F1} s"));
    }

    private static async Task Time(string what, Func<Task> question)
    {
        var times = new List<double>();
        for (var i = 0; i < 40; i++)
        {
            var watch = Stopwatch.StartNew();
            await question();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-28} p50 {times[20],7:F2} ms  p95 {times[37],7:F2} ms"));
    }
}
