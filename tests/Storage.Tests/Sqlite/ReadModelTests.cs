using System.Collections.Immutable;
using System.Reflection;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Storage.Sqlite;
using static Enforcement.Storage.Tests.Sqlite.StoreFixture;

namespace Enforcement.Storage.Tests.Sqlite;

public sealed class ReadModelTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly PageRequest All = new(500, WithCount: true);

    [Fact]
    public async Task Every_row_type_comes_back_as_it_was_written_with_and_without_its_optional_members()
    {
        await using var fixture = new StoreFixture();
        var full = Case("1", "CM", Start.AddDays(1), text: "𠮷野") with { EndedAt = Start, ArchivedAt = Start.AddMicroseconds(1), Training = true, OverdueCount = 1, MissedCount = 2, MissingCount = 3, OpenFindings = 4, Sequence = long.MaxValue };
        var bare = Case("2", "CM");
        ClockRow clock = new("case/1", "k1", "service", "CM-01", "CM", "case", "1", Start, Start.AddDays(1), "running", null, null, Provisional: true, "2026.1");
        ClockRow prompt = new("case/1", "k2", "service", "CM-02", "CM", "case", "1", Start.AddHours(1), null, "stopped", Start, Start, Provisional: false, null);
        RecordingRow stored = new("r1", "CM", "cam-1", "o-1", "𠮷野", Start, Start, "stored", "a.mp4", "video/mp4", 5_000_000_000, "ab", "1", "a1", Start, "met", Start, Start, "audio", "解放路", "城管罚〔2026〕7号");
        RecordingRow announced = new("r2", "CM", null, "o-1", "𠮷野", Start, null, "announced", null, null, null, null, null, null, null, "running", null, Start);
        FindingRow finding = new("f1", "CM", "case/1", "1", "late", "CM-01", Advisory: true, "迟", "late", Start, Start, "o-2", "done");
        OfficerRow officer = new("o-1", "𠮷野", "CM", "310101", new DateOnly(2028, 2, 29), "handler,custodian", Active: true);
        BureauRow bureau = new("CM", "城管局", "Urban Management", "CM@2026-01-01", "朝阳区");

        await WriteAsync(fixture, full, bare, clock, prompt, stored, announced, finding, officer, bureau);

        var read = fixture.Store.ReadModel;
        Assert.Equal(full, await read.CaseAsync(BureauScope.City, "1", None));
        Assert.Equal(bare, await read.CaseAsync(BureauScope.City, "2", None));
        Assert.Equal<ClockRow>([clock, prompt], [.. await read.ClocksAsync(BureauScope.City, "case/1", None)]);
        Assert.Equal(stored, await read.RecordingAsync(BureauScope.City, "r1", None));
        Assert.Equal(announced, await read.RecordingAsync(BureauScope.City, "r2", None));
        Assert.Equal(finding, await read.FindingAsync(BureauScope.City, "f1", None));
        Assert.Equal<OfficerRow>([officer], [.. await read.OfficersAsync(BureauScope.City, ["o-1", "o-2"], None)]);
        Assert.Equal<BureauRow>([bureau], [.. await read.BureausAsync(BureauScope.City, None)]);
        await WriteAsync(fixture, full with { Stage = "closed", NextDueAt = null });
        Assert.Equal(full with { Stage = "closed", NextDueAt = null }, await read.CaseAsync(BureauScope.City, "1", None));
    }

    [Fact]
    public async Task Every_row_type_has_its_table_with_the_same_columns()
    {
        await using var fixture = new StoreFixture();
        using var db = SqliteDb.Open(fixture.File, SqliteUse.Read);
        var types = typeof(ReadRow).Assembly.GetTypes().Where(static t => t.IsSubclassOf(typeof(ReadRow)) && t != typeof(GoneRow) && t.Namespace == typeof(ReadRow).Namespace).ToList();

        Assert.True(types.Count >= 6);
        foreach (var type in types)
        {
            var table = type.GetCustomAttribute<ReadTableAttribute>()!.Table;
            var columns = new List<string>();
            var statement = db.Prepare($"SELECT name FROM pragma_table_info('{table}')");
            while (statement.Step())
            {
                columns.Add(statement.Text(0));
            }

            Assert.Equal(RowMap.Of(type).Columns.Split(", "), columns);
        }
    }

    [Theory]
    [InlineData(CaseOrder.NextDue)]
    [InlineData(CaseOrder.Opened)]
    [InlineData(CaseOrder.Updated)]
    public async Task Pages_follow_each_other_without_gap_or_repetition_also_among_equals(CaseOrder order)
    {
        await using var fixture = new StoreFixture();
        ReadRow[] rows = [.. Enumerable.Range(0, 50).Select(i => Case($"{i:00}", i % 2 == 0 ? "CM" : "CZ", i % 5 == 0 ? null : Start.AddDays(i % 7)) with { OpenedAt = Start.AddDays(i % 3), UpdatedAt = Start.AddDays(i % 4) })];
        await WriteAsync(fixture, [.. rows]);
        var expected = order switch
        {
            CaseOrder.NextDue => rows.Cast<CaseRow>().OrderBy(r => r.NextDueAt ?? DateTimeOffset.MaxValue).ThenBy(r => r.CaseId, StringComparer.Ordinal),
            CaseOrder.Opened => rows.Cast<CaseRow>().OrderByDescending(r => r.OpenedAt).ThenBy(r => r.CaseId, StringComparer.Ordinal),
            _ => rows.Cast<CaseRow>().OrderByDescending(r => r.UpdatedAt).ThenBy(r => r.CaseId, StringComparer.Ordinal),
        };

        foreach (var scope in new[] { BureauScope.City, BureauScope.Of("CM"), BureauScope.Of("CM", "CZ") })
        {
            var seen = new List<string>();
            string? cursor = null;
            do
            {
                var page = await fixture.Store.ReadModel.CasesAsync(scope, new CaseQuery(Order: order), new PageRequest(7, cursor), None);
                seen.AddRange(page.Rows.Select(r => r.CaseId));
                cursor = page.Next;
            }
            while (cursor is not null);

            Assert.Equal(expected.Where(r => scope.Allows(r.Bureau)).Select(r => r.CaseId), seen);
        }
    }

    [Fact]
    public async Task Filters_narrow_and_the_count_counts_the_whole_list()
    {
        await using var fixture = new StoreFixture();
        await WriteAsync(
            fixture,
            Case("1", "CM", Start.AddDays(-1), "open", "城管 张三 100%_a"),
            Case("2", "CM", Start.AddDays(1), "open", "城管 李四") with { MissingCount = 2, HandlerId = "o-2" },
            Case("3", "CM", null, "closed", "交通 张三") with { OverdueCount = 1, ActType = "inspection" });

        Assert.Equal("1,2,3", await IdsAsync(fixture, new CaseQuery()));
        Assert.Equal("1,2", await IdsAsync(fixture, new CaseQuery(Stage: "open")));
        Assert.Equal("3", await IdsAsync(fixture, new CaseQuery(ActType: "inspection")));
        Assert.Equal("2", await IdsAsync(fixture, new CaseQuery(HandlerId: "o-2")));
        Assert.Equal("1,3", await IdsAsync(fixture, new CaseQuery(OverdueAt: Start)));
        Assert.Equal("2", await IdsAsync(fixture, new CaseQuery(Incomplete: true)));
        Assert.Equal("1,3", await IdsAsync(fixture, new CaseQuery(Text: "张三")));
        Assert.Equal("1", await IdsAsync(fixture, new CaseQuery(Text: " 张三  城管 ")));
        Assert.Equal("1", await IdsAsync(fixture, new CaseQuery(Text: "100%_A")));
        Assert.Equal("", await IdsAsync(fixture, new CaseQuery(Text: "10%a")));
        var page = await fixture.Store.ReadModel.CasesAsync(BureauScope.Of("CM"), new CaseQuery(Stage: "open"), new PageRequest(1, WithCount: true), None);
        Assert.Equal((1, 2L), (page.Rows.Length, page.Count));
    }

    [Fact]
    public async Task Officers_come_page_by_page_searched_and_counted_within_the_scope()
    {
        await using var fixture = new StoreFixture();
        await WriteAsync(
            fixture,
            new OfficerRow("a-1", "王建国", "CM", "CM-0001", null, "officer", Active: true),
            new OfficerRow("a-2", "𠮷野", "CM", null, null, "officer", Active: false),
            new OfficerRow("a-3", "王Wang", "CM", "CM-0003", null, "officer", Active: true),
            new OfficerRow("b-1", "王建国", "TA", "TA-0001", null, "officer", Active: true));
        var read = fixture.Store.ReadModel;
        async Task<string> PagesAsync(BureauScope scope, string? text) => await FoundAsync(scope, new OfficerQuery(text));
        async Task<string> FoundAsync(BureauScope scope, OfficerQuery query)
        {
            List<string> pages = [];
            for (string? after = null; ;)
            {
                var page = await read.OfficerPageAsync(scope, query, new PageRequest(2, after, WithCount: true), None);
                pages.Add($"{page.Count}:{Join(page.Rows.Select(row => row.OfficerId))}");
                if ((after = page.Next) is null)
                {
                    return string.Join(' ', pages);
                }
            }
        }

        Assert.Equal("4:a-1,a-2 4:a-3,b-1", await PagesAsync(BureauScope.City, null));
        Assert.Equal("3:a-1,a-2 3:a-3", await PagesAsync(BureauScope.Of("CM"), null));
        Assert.Equal("3:a-1,a-3 3:b-1", await PagesAsync(BureauScope.Of("CM", "TA"), "王"));
        Assert.Equal("1:a-3", await PagesAsync(BureauScope.City, "wANG"));
        Assert.Equal("1:a-2", await PagesAsync(BureauScope.City, "𠮷"));
        Assert.Equal("0:", await PagesAsync(BureauScope.City, "王_"));
        Assert.Equal("0:", await PagesAsync(BureauScope.City, "%"));
        Assert.Equal("0:", await PagesAsync(BureauScope.City, @"\"));
        Assert.Equal("1:b-1", await PagesAsync(BureauScope.City, "ta-0001"));
        Assert.Equal("0:", await PagesAsync(BureauScope.Of("TA"), "CM-0001"));
        Assert.Equal("0:", await PagesAsync(BureauScope.None, null));
        Assert.Equal("3:a-1,a-3 3:b-1", await FoundAsync(BureauScope.City, new OfficerQuery(InService: true)));
        Assert.Equal("1:a-2", await FoundAsync(BureauScope.City, new OfficerQuery(InService: false)));
        Assert.Equal("3:a-1,a-3 3:b-1", await FoundAsync(BureauScope.City, new OfficerQuery(Certified: true)));
        Assert.Equal("2:a-1,b-1", await FoundAsync(BureauScope.City, new OfficerQuery(Name: "王建国")));
        Assert.Equal("1:a-1", await FoundAsync(BureauScope.Of("CM"), new OfficerQuery("王", "王建国", InService: true, Certified: true)));
        Assert.Equal("0:", await FoundAsync(BureauScope.City, new OfficerQuery(Name: "王")));
        Assert.Equal("a-2,b-1", Join((await read.OfficersAsync(BureauScope.City, ["b-1", "a-2", "a-2", "z", "\"]'"], None)).Select(row => row.OfficerId)));
        Assert.Empty(await read.OfficersAsync(BureauScope.City, [], None));
        Assert.Equal("CM=2,TA=1", Join((await read.OfficerCountsAsync(BureauScope.City, None)).OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key}={c.Value}")));
        Assert.Equal("TA=1", Join((await read.OfficerCountsAsync(BureauScope.Of("TA"), None)).Select(c => $"{c.Key}={c.Value}")));
        Assert.Empty(await read.OfficerCountsAsync(BureauScope.None, None));
        Assert.Equal("王Wang", (await read.OfficerAsync(BureauScope.Of("CM"), "a-3", None))?.Name);
        Assert.Null(await read.OfficerAsync(BureauScope.Of("TA"), "a-3", None));
    }

    [Fact]
    public async Task No_list_shows_what_is_outside_the_scope()
    {
        await using var fixture = new StoreFixture();
        foreach (var bureau in new[] { "CM", "CZ" })
        {
            await WriteAsync(
                fixture,
                Case("case-" + bureau, bureau),
                new ClockRow("case/" + bureau, "k1", "service", "CM-01", bureau, "case", "1", Start, Start, "running", null, null, Provisional: false, null),
                new RecordingRow("rec-" + bureau, bureau, null, "o-1", "x", Start, null, "announced", null, null, null, null, null, null, Start, "running", null, Start),
                new FindingRow("find-" + bureau, bureau, "case/1", "1", "late", null, Advisory: false, "迟", "late", Start, null, null, null),
                new OfficerRow("off-" + bureau, "x", bureau, null, null, "", Active: true),
                new BureauRow(bureau, "x", "x", "x", "x"));
        }

        var read = fixture.Store.ReadModel;
        foreach (var (scope, expected) in new[] { (BureauScope.City, "CM,CZ"), (BureauScope.Of("CZ"), "CZ"), (BureauScope.Of("XX"), ""), (BureauScope.None, "") })
        {
            Assert.Equal(expected, Join((await read.CasesAsync(scope, new CaseQuery(), All, None)).Rows.Select(r => r.Bureau)));
            Assert.Equal(expected, Join((await read.RecordingsAsync(scope, new RecordingQuery(Unlinked: true, OverdueAt: Start.AddDays(1)), All, None)).Rows.Select(r => r.Bureau)));
            Assert.Equal(expected, Join((await read.FindingsAsync(scope, new FindingQuery(Open: true), All, None)).Rows.Select(r => r.Bureau)));
            Assert.Equal(expected, Join((await read.RunningClocksAsync(scope, All, None)).Rows.Select(r => r.Bureau)));
            Assert.Equal(expected, Join((await read.OfficersAsync(scope, ["off-CM", "off-CZ", "off-XX"], None)).Select(r => r.Bureau)));
            Assert.Equal(expected, Join((await read.BureausAsync(scope, None)).Select(r => r.BureauId)));
            Assert.Equal(expected, Join((await read.CountsAsync(scope, Start, None)).Select(r => r.Bureau)));
            var mayCm = scope.Allows("CM");
            Assert.Equal(mayCm, await read.CaseAsync(scope, "case-CM", None) is not null);
            Assert.Equal(mayCm, await read.RecordingAsync(scope, "rec-CM", None) is not null);
            Assert.Equal(mayCm, await read.FindingAsync(scope, "find-CM", None) is not null);
            Assert.Equal(mayCm, !(await read.ClocksAsync(scope, "case/CM", None)).IsEmpty);
        }

        Assert.Equal(BureauScope.Of("CZ"), BureauScope.Of("CZ", "CM").Narrow("CZ"));
        Assert.Equal(BureauScope.None, BureauScope.Of("CM").Narrow("CZ"));
        Assert.Equal(BureauScope.Of("CM"), BureauScope.Of("CM").Narrow(null));
    }

    [Fact]
    public async Task Recordings_findings_and_clocks_are_narrowed_too()
    {
        await using var fixture = new StoreFixture();
        RecordingRow recording = new("r1", "CM", null, "o-1", "x", Start, null, "announced", null, null, null, null, null, null, Start, "running", null, Start);
        FindingRow finding = new("f1", "CM", "case/1", "1", "clock.missed", "CM-31", Advisory: false, "迟", "late", Start, null, null, null);
        ClockRow clock = new("case/1", "k1", "r", "a", "CM", "case", "1", Start, Start.AddDays(2), "running", null, null, Provisional: false, null);
        await WriteAsync(
            fixture,
            recording,
            recording with { RecordingId = "r2", CaseId = "1", StartedAt = Start.AddDays(1) },
            recording with { RecordingId = "r3", StoredAt = Start, State = "stored", OfficerId = "o-2", StartedAt = Start.AddDays(2) },
            finding,
            finding with { FindingId = "f2", ResolvedAt = Start, Stream = "case/2", Code = "missing", RaisedAt = Start.AddDays(1), Article = null },
            clock,
            clock with { ClockId = "k2", DueAt = Start.AddDays(1) },
            clock with { ClockId = "k3", StoppedAt = Start },
            clock with { ClockId = "k4", DueAt = null });

        async Task<string> Recordings(RecordingQuery query) => Join((await fixture.Store.ReadModel.RecordingsAsync(BureauScope.Of("CM"), query, All, None)).Rows.Select(r => r.RecordingId));
        async Task<string> Findings(FindingQuery query) => Join((await fixture.Store.ReadModel.FindingsAsync(BureauScope.Of("CM"), query, All, None)).Rows.Select(r => r.FindingId));
        Assert.Equal("r3,r2,r1", await Recordings(new RecordingQuery()));
        Assert.Equal("r3,r1", await Recordings(new RecordingQuery(Unlinked: true)));
        Assert.Equal("r2,r1", await Recordings(new RecordingQuery(OverdueAt: Start.AddSeconds(1))));
        Assert.Equal("", await Recordings(new RecordingQuery(OverdueAt: Start)));
        Assert.Equal("r2", await Recordings(new RecordingQuery(CaseId: "1")));
        Assert.Equal("r3", await Recordings(new RecordingQuery(State: "stored")));
        Assert.Equal("r3", await Recordings(new RecordingQuery(OfficerId: "o-2")));
        Assert.Equal("f2,f1", await Findings(new FindingQuery()));
        Assert.Equal("f1", await Findings(new FindingQuery(Open: true)));
        Assert.Equal("f2", await Findings(new FindingQuery(Code: "missing")));
        Assert.Equal("f1", await Findings(new FindingQuery(Stream: "case/1")));
        Assert.Equal("f2", await Findings(new FindingQuery(NoArticle: true)));
        Assert.Equal("f1", await Findings(new FindingQuery(Terms: true)));
        Assert.Equal("f1", await Findings(new FindingQuery(RaisedFrom: Start, RaisedBefore: Start.AddDays(1))));
        Assert.Equal("f2", await Findings(new FindingQuery(RaisedFrom: Start.AddDays(1), RaisedBefore: Start.AddDays(2))));
        Assert.Equal("r1,r3", Join((await fixture.Store.ReadModel.RecordingsAsync(BureauScope.Of("CM"), ["r3", "r1", "r9"], None)).Select(r => r.RecordingId)));
        Assert.Empty(await fixture.Store.ReadModel.RecordingsAsync(BureauScope.Of("CZ"), ["r3", "r1"], None));
        Assert.Equal("k2,k1", Join((await fixture.Store.ReadModel.RunningClocksAsync(BureauScope.City, All, None)).Rows.Select(r => r.ClockId)));
    }

    [Fact]
    public async Task Counts_say_how_many_cases_are_overdue_or_incomplete()
    {
        await using var fixture = new StoreFixture();
        await WriteAsync(
            fixture,
            Case("1", "CM", Start.AddDays(-1)),
            Case("2", "CM", Start.AddDays(1)) with { MissingCount = 1 },
            Case("3", "CM") with { OverdueCount = 1 },
            Case("4", "CM", stage: "closed"),
            Case("5", "CZ"));

        List<StageCount> expected = [new("CM", "closed", 1, 0, 0), new("CM", "open", 3, 2, 1), new("CZ", "open", 1, 0, 0)];
        Assert.Equal(expected, await fixture.Store.ReadModel.CountsAsync(BureauScope.City, Start, None));
    }

    [Fact]
    public async Task A_cursor_of_another_list_or_a_damaged_one_is_refused()
    {
        await using var fixture = new StoreFixture();
        await WriteAsync(fixture, Case("1", "CM"), Case("2", "CM"));
        var read = fixture.Store.ReadModel;
        var next = (await read.CasesAsync(BureauScope.City, new CaseQuery(OverdueAt: null), new PageRequest(1), None)).Next!;

        Task<Page<CaseRow>> With(string? cursor, CaseQuery query, BureauScope? scope = null, int size = 1) =>
            read.CasesAsync(scope ?? BureauScope.City, query, new PageRequest(size, cursor), None);
        Assert.Single((await With(next, new CaseQuery())).Rows);
        await Assert.ThrowsAsync<ArgumentException>(() => With(next, new CaseQuery(Order: CaseOrder.Opened)));
        await Assert.ThrowsAsync<ArgumentException>(() => With(next, new CaseQuery(Stage: "open")));
        await Assert.ThrowsAsync<ArgumentException>(() => With(next, new CaseQuery(), BureauScope.Of("CM")));
        await Assert.ThrowsAsync<ArgumentException>(() => With("x" + next, new CaseQuery()));
        await Assert.ThrowsAsync<ArgumentException>(() => With("!", new CaseQuery()));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => With(null, new CaseQuery(), size: 0));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => With(null, new CaseQuery(), size: 501));
    }

    private static async Task<string> IdsAsync(StoreFixture fixture, CaseQuery query)
    {
        var page = await fixture.Store.ReadModel.CasesAsync(BureauScope.Of("CM"), query, All, None);
        Assert.Equal(page.Count, page.Rows.Length);
        return Join(page.Rows.Select(r => r.CaseId).Order(StringComparer.Ordinal));
    }

    private static string Join(IEnumerable<string> words) => string.Join(',', words);

    private static Task WriteAsync(StoreFixture fixture, params ImmutableArray<ReadRow> rows) =>
        fixture.AppendAsync(Batch("rows", 0, Guid.NewGuid().ToString()) with { Rows = rows });
}
