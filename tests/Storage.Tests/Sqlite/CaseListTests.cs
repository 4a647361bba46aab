using System.Collections.Immutable;
using Enforcement.Domain;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Storage.Sqlite;
using static Enforcement.Storage.Tests.Sqlite.StoreFixture;

namespace Enforcement.Storage.Tests.Sqlite;

public sealed class CaseListTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly CaseRow[] Rows =
    [
        Numbered("a", 1, "registered", Start.AddDays(1)),
        Numbered("b", 2, "review", Start.AddDays(1)) with { MissingCount = 3, OpenFindings = 1, OpenedAt = Start.AddDays(1), UpdatedAt = Start.AddDays(9) },
        Numbered("c", 10, "review", Start.AddDays(2)) with { MissingCount = 1, OverdueCount = 1, OpenedAt = Start.AddDays(2), HandlerId = "o-2" },
        Numbered("d", 9, "ended") with { EndedAt = Start.AddDays(3), OpenedAt = Start.AddDays(2), UpdatedAt = Start.AddDays(3), ActType = "inspection" },
        Numbered("e", 100, "archived") with { EndedAt = Start, ArchivedAt = Start.AddDays(4), MissingCount = 3 },
        Numbered("f", 11, "archived") with { EndedAt = Start, ArchivedAt = Start.AddDays(5), OpenFindings = 2 },
    ];

    [Fact]
    public async Task Every_filter_narrows_to_what_it_says_alone_and_with_others()
    {
        await using var fixture = await FilledAsync();
        (CaseQuery Query, string Expected)[] all =
        [
            (new CaseQuery(Life: CaseLife.Open), "abcd"),
            (new CaseQuery(Life: CaseLife.Ended), "d"),
            (new CaseQuery(Life: CaseLife.Archived), "ef"),
            (new CaseQuery(DueFrom: Start, DueUntil: Start.AddDays(2)), "abc"), // the last instant still belongs to it
            (new CaseQuery(DueFrom: Start, DueUntil: Start.AddDays(2).AddMicroseconds(-1)), "ab"),
            (new CaseQuery(DueFrom: Start.AddDays(1).AddMicroseconds(1), DueUntil: Start.AddDays(3)), "c"),
            (new CaseQuery(OpenFindings: true), "bf"),
            (new CaseQuery(OpenFindings: true, Life: CaseLife.Open), "b"),
            (new CaseQuery(OpenedFrom: Start.AddDays(1), OpenedBefore: Start.AddDays(2)), "b"),
            (new CaseQuery(OpenedFrom: Start.AddDays(2)), "cd"),
            (new CaseQuery(EndedFrom: Start, EndedBefore: Start.AddDays(1)), "ef"),
            (new CaseQuery(EndedFrom: Start.AddDays(3)), "d"),
            (new CaseQuery(EndedBefore: Start.AddDays(3), Life: CaseLife.Open), ""),
            (new CaseQuery(HandlerId: "o-2", Life: CaseLife.Open, Text: "城管罚"), "c"),
            (new CaseQuery(HandlerId: "o-1", Stage: "archived", Order: CaseOrder.Number), "ef"),
            (new CaseQuery(Stage: "review", Incomplete: true, Text: "2026", Order: CaseOrder.Missing), "bc"),
            (new CaseQuery(OverdueAt: Start, Life: CaseLife.Open), "c"),
            (new CaseQuery(ActType: "inspection"), "d"),
        ];
        foreach (var (query, expected) in all)
        {
            foreach (var order in Enum.GetValues<CaseOrder>())
            {
                var page = await fixture.Store.ReadModel.CasesAsync(BureauScope.Of("CM"), query with { Order = order }, new PageRequest(50, WithCount: true), None);
                Assert.Equal(expected, string.Concat(page.Rows.Select(row => row.CaseId).Order(StringComparer.Ordinal)));
                Assert.Equal(expected.Length, page.Count);
            }
        }
    }

    [Fact]
    public async Task The_cases_behind_the_rate_of_archiving_are_found_by_their_term()
    {
        await using var fixture = await FilledAsync();
        ClockRow clock = new("case/e", "k1", "archive", "CM-31", "CM", "case", "e", Start, Start.AddDays(2), "met", null, Start, Provisional: false, null);
        await WriteAsync(fixture, clock, clock with { Stream = "case/f", DueAt = Start.AddDays(3) }, clock with { Stream = "case/a", Rule = "decide" });

        Task<Page<CaseRow>> DueAsync(DateTimeOffset from, DateTimeOffset until) => fixture.Store.ReadModel.CasesAsync(
            BureauScope.Of("CM"), new CaseQuery(ArchiveDueFrom: from, ArchiveDueUntil: until, Order: CaseOrder.Number), new PageRequest(50, WithCount: true), None);

        Assert.Equal(["e"], (await DueAsync(Start.AddDays(1), Start.AddDays(2))).Rows.Select(row => row.CaseId));
        Assert.Equal(2, (await DueAsync(Start, Start.AddDays(3))).Count);
        Assert.Empty((await DueAsync(Start.AddDays(4), Start.AddDays(9))).Rows);
    }

    [Theory]
    [InlineData("城管罚〔2026〕10号", "c")]
    [InlineData("城管罚[2026]10号", "c")]
    [InlineData("城管罚（２０２６）１０号", "c")]
    [InlineData("城管罚【2026】10号", "c")]
    [InlineData("２０２６)1", "acef")] // 1, 10, 100 and 11
    [InlineData("10", "ce")]
    [InlineData("ＷＡＮＧ", "a")]
    [InlineData("wang\u3000城管", "a")]
    [InlineData("2026）9", "d")]
    [InlineData("没有的", "")]
    public async Task Numbers_are_found_whatever_width_and_brackets_are_typed(string typed, string expected)
    {
        await using var fixture = await FilledAsync();

        var page = await fixture.Store.ReadModel.CasesAsync(BureauScope.City, new CaseQuery(Text: typed), new PageRequest(50, WithCount: true), None);

        Assert.Equal(expected, string.Concat(page.Rows.Select(row => row.CaseId).Order(StringComparer.Ordinal)));
        Assert.Equal(expected.Length, page.Count);
    }

    [Theory]
    [InlineData(CaseOrder.Number, null, "efcdba")] // 100, 11, 10, 9, 2, 1
    [InlineData(CaseOrder.Number, false, "abdcfe")]
    [InlineData(CaseOrder.Stage, null, "abcdef")]
    [InlineData(CaseOrder.Stage, true, "efdbca")]
    [InlineData(CaseOrder.Missing, null, "becadf")]
    [InlineData(CaseOrder.NextDue, null, "abcdef")]
    [InlineData(CaseOrder.NextDue, true, "defcab")]
    [InlineData(CaseOrder.Opened, null, "cdbaef")]
    [InlineData(CaseOrder.Opened, false, "aefbcd")]
    [InlineData(CaseOrder.Updated, null, "bdacef")]
    public async Task Every_order_goes_both_ways_and_back_page_by_page(CaseOrder order, bool? descending, string expected)
    {
        await using var fixture = await FilledAsync();
        var read = fixture.Store.ReadModel;
        foreach (var size in new[] { 1, 2, 5, 6 })
        {
            CaseQuery query = new(Order: order, Descending: descending);
            List<string> pages = [];
            string? previous = null;
            for (string? after = null; ;)
            {
                var page = await read.CasesAsync(BureauScope.City, query, new PageRequest(size, after), None);
                Assert.Equal(after is null, page.Previous is null);
                pages.Add(Ids(page));
                previous = page.Previous;
                if (page.Next is null)
                {
                    break;
                }

                after = page.Next;
            }

            Assert.Equal(expected, string.Concat(pages));
            for (var i = pages.Count - 2; i >= 0; i--)
            {
                var page = await read.CasesAsync(BureauScope.City, query, new PageRequest(size, Before: previous), None);
                Assert.Equal(pages[i], Ids(page));
                Assert.Equal(i == 0, page.Previous is null);
                Assert.NotNull(page.Next);
                previous = page.Previous;
            }
        }
    }

    [Fact]
    public async Task The_counts_of_the_tabs_and_the_whole_list_stay_in_their_scope()
    {
        await using var fixture = await FilledAsync();
        await WriteAsync(fixture, Numbered("x", 1, "review", Start.AddHours(1)) with { Bureau = "TA", MissingCount = 1 });
        var read = fixture.Store.ReadModel;

        Assert.Equal(new CaseTabCounts(4, 3, 2, 1, 2, 2), await read.CaseTabsAsync(BureauScope.Of("CM"), "o-1", Start, Start.AddDays(1), None));
        Assert.Equal(new CaseTabCounts(5, 4, 3, 1, 3, 2), await read.CaseTabsAsync(BureauScope.City, "o-1", Start, Start.AddDays(1), None));
        Assert.Equal(new CaseTabCounts(0, 0, 0, 0, 0, 0), await read.CaseTabsAsync(BureauScope.None, "o-1", Start, Start.AddDays(1), None));
        Assert.Equal("x", await AllAsync(read, BureauScope.Of("TA")));
        Assert.Equal("", await AllAsync(read, BureauScope.None));
        Assert.Equal("becxadf", await AllAsync(read, BureauScope.City, CaseOrder.Missing));
    }

    [Fact]
    public async Task The_whole_list_comes_in_pieces_without_gap_or_repetition_among_equals()
    {
        await using var fixture = new StoreFixture();
        var count = (2 * CaseSearch.Piece) + 1;
        for (var from = 0; from < count; from += 1000)
        {
            await WriteAsync(fixture, [.. Enumerable.Range(from, Math.Min(1000, count - from)).Select(i => Case(FormattableString.Invariant($"{i:00000}"), "CM"))]);
        }

        List<string> seen = [];
        var pieces = 0;
        await foreach (var piece in fixture.Store.ReadModel.AllCasesAsync(BureauScope.Of("CM"), new CaseQuery(), None))
        {
            pieces++;
            seen.AddRange(piece.Select(row => row.CaseId));
        }

        Assert.Equal(3, pieces);
        Assert.Equal(Enumerable.Range(0, count).Select(i => FormattableString.Invariant($"{i:00000}")), seen);
    }

    [Fact]
    public async Task A_page_lies_after_or_before_a_cursor_not_both()
    {
        await using var fixture = await FilledAsync();
        var read = fixture.Store.ReadModel;
        var next = (await read.CasesAsync(BureauScope.City, new CaseQuery(), new PageRequest(2), None)).Next!;

        await Assert.ThrowsAsync<ArgumentException>(() => read.CasesAsync(BureauScope.City, new CaseQuery(), new PageRequest(2, next, Before: next), None));
        await Assert.ThrowsAsync<ArgumentException>(() => read.CasesAsync(BureauScope.City, new CaseQuery(Descending: true), new PageRequest(2, next), None));
        await Assert.ThrowsAsync<ArgumentException>(() => read.CasesAsync(BureauScope.City, new CaseQuery(), new PageRequest(2, Before: "!"), None));
    }

    [Fact]
    public void What_older_programs_kept_is_folded_as_this_one_folds()
    {
        using var db = SqliteDb.Open(":memory:", SqliteUse.Write);
        MigrationRunner.Run(db, [.. Migration.All.TakeWhile(migration => migration.Name != "case_list")]);
        const string Old = "城管罚〔2026〕1号\n案由（一）【二】\u3000甲\nＷang－１—ａｚ０９\n";
        db.Prepare("INSERT INTO cases VALUES ('1', '城管罚〔2026〕1号', 'CM', 'penalty', 'complaint', 'review', 't', 'p', 'o-1', '王Wang', 0, NULL, NULL, NULL, NULL, 0, 0, 0, 0, 'p', 0, 1, 0, ?)")
            .Bind(Old.ToLowerInvariant()).Run();

        MigrationRunner.Run(db, Migration.All);

        Assert.Equal(SearchText.Fold(Old + "\n王Wang"), db.Text("SELECT search_text FROM cases"));
        Assert.Equal("城管罚〔2026〕000000000001城管罚〔2026〕1号", db.Text("SELECT number_key FROM cases"));
    }

    private static CaseRow Numbered(string id, int number, string stage, DateTimeOffset? due = null)
    {
        var text = FormattableString.Invariant($"城管罚〔2026〕{number}号");
        return Case(id, "CM", due, stage, SearchText.Fold(text + (id == "a" ? " Wang" : ""))) with { Number = text };
    }

    private static async Task<string> AllAsync(IReadModel read, BureauScope scope, CaseOrder order = CaseOrder.NextDue)
    {
        List<string> ids = [];
        await foreach (var piece in read.AllCasesAsync(scope, new CaseQuery(Order: order), None))
        {
            ids.AddRange(piece.Select(row => row.CaseId));
        }

        return string.Concat(ids);
    }

    private static string Ids(Page<CaseRow> page) => string.Concat(page.Rows.Select(row => row.CaseId));

    private static async Task<StoreFixture> FilledAsync()
    {
        StoreFixture fixture = new();
        await WriteAsync(fixture, [.. Rows]);
        return fixture;
    }

    private static Task WriteAsync(StoreFixture fixture, params ImmutableArray<ReadRow> rows) =>
        fixture.AppendAsync(Batch("rows", 0, Guid.NewGuid().ToString()) with { Rows = rows });
}
