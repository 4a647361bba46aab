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
        await Timing.PrintAsync("bureau, by due", () => read.CasesAsync(one, new CaseQuery(), page, default));
        await Timing.PrintAsync("city, by due", () => read.CasesAsync(BureauScope.City, new CaseQuery(), page, default));
        await Timing.PrintAsync("city, by opened", () => read.CasesAsync(BureauScope.City, new CaseQuery(Order: CaseOrder.Opened), page, default));
        await Timing.PrintAsync("three bureaus, by updated", () => read.CasesAsync(BureauScope.Of("CM", "TA", "GC"), new CaseQuery(Order: CaseOrder.Updated), page, default));
        await Timing.PrintAsync("city, stage", () => read.CasesAsync(BureauScope.City, new CaseQuery(Stage: "review"), page, default));
        await Timing.PrintAsync("bureau, stage", () => read.CasesAsync(one, new CaseQuery(Stage: "review"), page, default));
        await Timing.PrintAsync("city, overdue", () => read.CasesAsync(BureauScope.City, new CaseQuery(OverdueAt: middle), page, default));
        await Timing.PrintAsync("bureau, incomplete", () => read.CasesAsync(one, new CaseQuery(Incomplete: true), page, default));
        await Timing.PrintAsync("city, handler", () => read.CasesAsync(BureauScope.City, new CaseQuery(HandlerId: "o-17"), page, default));
        await Timing.PrintAsync("city, text of many", () => read.CasesAsync(BureauScope.City, new CaseQuery(Text: "当事人17"), page, default));
        await Timing.PrintAsync("city, text of one", () => read.CasesAsync(BureauScope.City, new CaseQuery(Text: "cm-2026-000777"), page, default));
        await Timing.PrintAsync("bureau, text of none", () => read.CasesAsync(one, new CaseQuery(Text: "没有"), page, default));
        await Timing.PrintAsync("counts of the city", () => read.CountsAsync(BureauScope.City, middle, default));
        var open = new CaseQuery(Life: CaseLife.Open);
        await Timing.PrintAsync("city, open, by due", () => read.CasesAsync(BureauScope.City, open, page, default));
        await Timing.PrintAsync("bureau, open, by due", () => read.CasesAsync(one, open, page, default));
        await Timing.PrintAsync("bureau, open, due in a week", () => read.CasesAsync(one, open with { DueFrom = middle, DueUntil = middle.AddDays(7) }, page, default));
        await Timing.PrintAsync("city, archived, by number", () => read.CasesAsync(BureauScope.City, new CaseQuery(Life: CaseLife.Archived, Order: CaseOrder.Number), page, default));
        await Timing.PrintAsync("city, by number", () => read.CasesAsync(BureauScope.City, new CaseQuery(Order: CaseOrder.Number), page, default));
        await Timing.PrintAsync("city, by missing", () => read.CasesAsync(BureauScope.City, new CaseQuery(Order: CaseOrder.Missing), page, default));
        await Timing.PrintAsync("city, by stage", () => read.CasesAsync(BureauScope.City, new CaseQuery(Order: CaseOrder.Stage), page, default));
        await Timing.PrintAsync("city, few of many: findings", () => read.CasesAsync(BureauScope.City, new CaseQuery(OpenFindings: true), page, default));
        await Timing.PrintAsync("city, a day of starts", () => read.CasesAsync(BureauScope.City, new CaseQuery(OpenedFrom: Work.Start.AddHours(2), OpenedBefore: Work.Start.AddHours(3)), page, default));
        await Timing.PrintAsync("city, all filters, by updated", () => read.CasesAsync(
            BureauScope.City,
            new CaseQuery("review", "penalty", null, middle, Incomplete: true, "占道 2026", CaseOrder.Updated, CaseLife.Open, OpenedFrom: Work.Start, OpenedBefore: middle),
            page,
            default));
        await Timing.PrintAsync("city, text in all, by number", () => read.CasesAsync(BureauScope.City, new CaseQuery(Text: "占道", Order: CaseOrder.Number), page, default));
        await Timing.PrintAsync("city, open, text", () => read.CasesAsync(BureauScope.City, open with { Text = "承办人３９" }, page, default));
        var deep = await DeepAsync(read, 400, new CaseQuery(Order: CaseOrder.Number));
        var deepDue = await DeepAsync(read, 400, new CaseQuery());
        var deepText = await DeepAsync(read, 400, new CaseQuery(Text: "占道"));
        await Timing.PrintAsync("city, by number, page 401", () => read.CasesAsync(BureauScope.City, new CaseQuery(Order: CaseOrder.Number), page with { After = deep }, default));
        await Timing.PrintAsync("city, by number, back to 400", () => read.CasesAsync(BureauScope.City, new CaseQuery(Order: CaseOrder.Number), page with { Before = deep }, default));
        await Timing.PrintAsync("city, by due, page 401", () => read.CasesAsync(BureauScope.City, new CaseQuery(), page with { After = deepDue }, default));
        await Timing.PrintAsync("city, text in all, by due", () => read.CasesAsync(BureauScope.City, new CaseQuery(Text: "占道"), page, default));
        await Timing.PrintAsync("city, text in all, page 401", () => read.CasesAsync(BureauScope.City, new CaseQuery(Text: "占道"), page with { After = deepText }, default));
        await Timing.PrintAsync("bureau, archived, text", () => read.CasesAsync(one, new CaseQuery(Text: "占道", Life: CaseLife.Archived), page, default));
        await Timing.PrintAsync("counts of the bureau", () => read.CountsAsync(one, middle, default));
        await Timing.PrintAsync("counts of the tabs, city", () => read.CaseTabsAsync(BureauScope.City, "o-17", middle, middle.AddHours(9), default));
        await Timing.PrintAsync("counts of the tabs, bureau", () => read.CaseTabsAsync(one, "o-17", middle, middle.AddHours(9), default));
        await ExportAsync(read);
        await Timing.PrintAsync("one case", () => read.CaseAsync(one, "CM-2026-000775", default));
    }

    private static async Task<string> DeepAsync(IReadModel read, int pages, CaseQuery query)
    {
        var rows = 0;
        string? after = null;
        while (rows < pages * 50)
        {
            var page = await read.CasesAsync(BureauScope.City, query, new PageRequest(500, after), default);
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
}
