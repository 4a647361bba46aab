using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Storage.Sqlite;

namespace Enforcement.Ledger.Bench;

/// <summary>The lists beside that of the cases, each with as many rows.</summary>
internal static class OtherLists
{
    private static readonly BureauScope One = BureauScope.Of("CM");
    private static readonly PageRequest Page = new(50, WithCount: true);
    private static readonly DateTimeOffset Middle = Work.Start.AddDays(30);

    public static async Task RunAsync(string file, int rows)
    {
        await using var store = SqliteStore.Open(new SqliteStoreOptions(file, Training: false));
        for (var from = 0; from < rows; from += 1000)
        {
            ImmutableArray<ReadRow> some = [.. Enumerable.Range(from, 1000).SelectMany(Rows.Of)];
            await store.AppendAsync(Work.Command(from, 0, FormattableString.Invariant($"other/x{from}")) with { Entries = [], Answer = null, Due = null, Rows = some }, CancellationToken.None);
        }

        Console.WriteLine(FormattableString.Invariant($"other lists with {rows:N0} rows each:"));
        await RecordingsAsync(store.Recordings);
        await FindingsAsync(store.ReadModel);
        await WorkAsync(store.Work);
        await Timing.PrintAsync("clocks, city, running", () => store.ReadModel.RunningClocksAsync(BureauScope.City, Page, default));
        await Timing.PrintAsync("figures of the cockpit", () => store.CityFigures.ReadAsync(BureauScope.City, Middle, default));
        await OfficersAsync(store.ReadModel);
    }

    private static async Task RecordingsAsync(IRecordingReadModel read)
    {
        foreach (var order in Enum.GetValues<RecordingOrder>())
        {
            await Timing.PrintAsync($"recordings, city, {order}", () => read.LibraryAsync(BureauScope.City, new RecordingFilter(Order: order), Page, default));
        }

        foreach (var view in Enum.GetValues<RecordingViewKind>())
        {
            await Timing.PrintAsync($"recordings, bureau, {view}", () => read.LibraryAsync(One, new RecordingFilter(view, Middle), Page, default));
            await Timing.PrintAsync($"recordings, city, {view}, due", () => read.LibraryAsync(BureauScope.City, new RecordingFilter(view, Middle, Order: RecordingOrder.HandIn), Page, default));
        }

        (string What, RecordingFilter Filter)[] filters =
        [
            ("officer", new RecordingFilter(OfficerId: "o-17")),
            ("kind", new RecordingFilter(Mode: "audio")),
            ("days", new RecordingFilter(StartedFrom: Work.Start.AddHours(2), StartedBefore: Work.Start.AddHours(3))),
            ("case number", new RecordingFilter(CaseNumber: "000777")),
            ("hash", new RecordingFilter(Sha256: "00")),
            ("text of all", new RecordingFilter(Text: "解放路")),
            ("text of all, youngest", new RecordingFilter(Text: "解放路", Order: RecordingOrder.Started)),
            ("text of none", new RecordingFilter(Text: "没有")),
            ("due in a week", new RecordingFilter(Now: Middle, DueBefore: Middle.AddDays(7))),
            ("state, due", new RecordingFilter(State: "corrupted", Order: RecordingOrder.HandIn)),
        ];
        foreach (var (what, filter) in filters)
        {
            await Timing.PrintAsync($"recordings, city, {what}", () => read.LibraryAsync(BureauScope.City, filter, Page, default));
        }

        // The portal has the number of rows from the counts of the views, and does not ask for it again.
        await Timing.PrintAsync("recordings, text, youngest, no count", () => read.LibraryAsync(BureauScope.City, new RecordingFilter(Text: "解放路", Order: RecordingOrder.Started), new PageRequest(50), default));
        await Timing.PrintAsync("recordings, counts, city", () => read.CountsAsync(BureauScope.City, new RecordingFilter(), Middle, default));
        await Timing.PrintAsync("recordings, counts, bureau", () => read.CountsAsync(One, new RecordingFilter(), Middle, default));
        await Timing.PrintAsync("recordings, counts, text", () => read.CountsAsync(BureauScope.City, new RecordingFilter(Text: "解放路"), Middle, default));
    }

    private static async Task FindingsAsync(IReadModel read)
    {
        (string What, FindingQuery Query)[] queries =
        [
            ("all", new FindingQuery()),
            ("open", new FindingQuery(Open: true)),
            ("open breaches", new FindingQuery(Open: true, Advisory: false)),
            ("open of an article", new FindingQuery(Open: true, Article: "CM-17")),
            ("of a rare article", new FindingQuery(Article: "CM-99")),
            ("code", new FindingQuery(Code: "late")),
        ];
        foreach (var (what, query) in queries)
        {
            await Timing.PrintAsync($"findings, city, {what}", () => read.FindingsAsync(BureauScope.City, query, Page, default));
            await Timing.PrintAsync($"findings, bureau, {what}", () => read.FindingsAsync(One, query, Page, default));
        }
    }

    private static async Task WorkAsync(IWorkReadModel read)
    {
        (string What, BureauScope Scope, WorkQuery Query)[] queries =
        [
            ("bureau, role", One, new WorkQuery("officer")),
            ("bureau, mine", One, new WorkQuery("officer", "o-10")),
            ("bureau, nobody's", One, new WorkQuery("officer", "o-none")),
            ("bureau, kind", One, new WorkQuery("officer", "o-10", "term")),
            ("city, role", BureauScope.City, new WorkQuery("supervisor")),
            ("city, role, to come", BureauScope.City, new WorkQuery("supervisor", Before: Middle)),
        ];
        foreach (var (what, scope, query) in queries)
        {
            await Timing.PrintAsync($"work, {what}", () => read.ItemsAsync(scope, query, Page, default));
            await Timing.PrintAsync($"work, {what}: counts", () => read.CountsAsync(scope, query, Middle, Middle.AddHours(9), default));
        }
    }

    private static async Task OfficersAsync(IReadModel read)
    {
        await Timing.PrintAsync("officers, city", () => read.OfficerPageAsync(BureauScope.City, new OfficerQuery(), Page, default));
        await Timing.PrintAsync("officers, bureau", () => read.OfficerPageAsync(One, new OfficerQuery(), Page, default));
        await Timing.PrintAsync("officers, city, text of many", () => read.OfficerPageAsync(BureauScope.City, new OfficerQuery("承办人17"), Page, default));
        await Timing.PrintAsync("officers, city, text of none", () => read.OfficerPageAsync(BureauScope.City, new OfficerQuery("没有"), Page, default));
        await Timing.PrintAsync("officers, counts", () => read.OfficerCountsAsync(BureauScope.City, default));
        await Timing.PrintAsync("officers, one", () => read.OfficerAsync(BureauScope.City, "o-000777", default));
        await Timing.PrintAsync("officers, some", () => read.OfficersAsync(One, ["o-000777", "o-000778", "o-000779"], default));
        await Timing.PrintAsync("officers, bureau, first of a choice", () => read.OfficerPageAsync(One, new OfficerQuery(InService: true, Certified: true), Page, default));
        await Timing.PrintAsync("officers, bureau, text of a choice", () => read.OfficerPageAsync(One, new OfficerQuery("承办人17", InService: true, Certified: true), Page, default));
    }
}
