using System.Collections.Immutable;
using System.Globalization;
using Enforcement.Domain;
using Enforcement.Domain.Regulations;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Storage.Sqlite;
using static Enforcement.Storage.Tests.Sqlite.StoreFixture;

namespace Enforcement.Storage.Tests.Sqlite;

/// <summary>Every list of cases is what a plain filter and sort over all rows gives, whatever index it is read from; and so is every count.</summary>
public sealed class CaseListModelTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly string[] Bureaus = ["CM", "CZ", "TA"];
    private static readonly string[] Stages = [.. Enum.GetValues<CaseStage>().Select(Kebab.Of)];
    private static readonly string[] Words = ["城管罚", "2026", "1", "占道", "王", "没有的"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Pages_forwards_and_back_and_counts_are_those_of_a_plain_filter_and_sort(int seed)
    {
        Random random = new(seed);
        await using var fixture = new StoreFixture();
        CaseRow[] rows = [.. Enumerable.Range(0, 120).Select(i => Row(random, i))];
        await fixture.WriteRowsAsync([.. rows]);
        // Some move on: the counts follow in the same transaction.
        for (var i = 0; i < rows.Length; i += 3)
        {
            rows[i] = Row(random, i) with { Bureau = rows[i].Bureau };
            await fixture.WriteRowsAsync(rows[i]);
        }

        var read = fixture.Store.ReadModel;
        for (var i = 0; i < 150; i++)
        {
            var scope = Scope(random);
            var query = Query(random);
            string[] expected = [.. Model(rows, scope, query).Select(row => row.CaseId)];
            var size = random.Next(1, 40);
            var (forwards, last) = await WalkAsync(read, scope, query, size);
            Assert.Equal(expected, forwards);
            var total = await read.CasesAsync(scope, query, new PageRequest(1, WithCount: true), None);
            Assert.Equal(expected.Length, total.Count);
            if (last.Previous is { } cursor)
            {
                var before = await read.CasesAsync(scope, query, new PageRequest(size, Before: cursor), None);
                var from = expected.Length - last.Rows.Length - size;
                Assert.Equal(expected[from..(from + size)], before.Rows.Select(row => row.CaseId));
            }
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Counts_of_tabs_and_stages_are_those_of_a_recount(int seed)
    {
        Random random = new(seed);
        await using var fixture = new StoreFixture();
        CaseRow[] rows = [.. Enumerable.Range(0, 120).Select(i => Row(random, i))];
        foreach (var row in rows)
        {
            await fixture.WriteRowsAsync(row with { Stage = "registered", ArchivedAt = null });
            await fixture.WriteRowsAsync(row);
        }

        var read = fixture.Store.ReadModel;
        foreach (var scope in new[] { BureauScope.City, BureauScope.Of("CM"), BureauScope.Of("CM", "TA"), BureauScope.Of("XX"), BureauScope.None })
        {
            var (now, end) = (Start.AddDays(2), Start.AddDays(4));
            CaseRow[] mine = [.. rows.Where(row => scope.Allows(row.Bureau))];
            CaseRow[] open = [.. mine.Where(row => row.ArchivedAt is null)];
            CaseTabCounts tabs = new(
                open.Length,
                open.Count(row => row.HandlerId == "o-1"),
                open.Count(row => row.NextDueAt >= now && row.NextDueAt <= end),
                open.Count(row => row.OverdueCount > 0 || row.NextDueAt < now),
                open.Count(row => row.MissingCount > 0),
                mine.Length - open.Length);
            var stages = mine.GroupBy(row => (row.Bureau, row.Stage))
                .OrderBy(group => group.Key.Bureau, StringComparer.Ordinal).ThenBy(group => group.Key.Stage, StringComparer.Ordinal)
                .Select(group => new StageCount(
                    group.Key.Bureau, group.Key.Stage, group.Count(), group.Count(row => row.OverdueCount > 0 || row.NextDueAt < now), group.Count(row => row.MissingCount > 0)));

            Assert.Equal(tabs, await read.CaseTabsAsync(scope, "o-1", now, end, None));
            Assert.Equal(stages, await read.CountsAsync(scope, now, None));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData(false)]
    public async Task A_page_in_the_order_of_numbers_begins_with_a_search_and_sorts_nothing(bool? descending)
    {
        await using var fixture = new StoreFixture();
        using var db = SqliteDb.Open(fixture.File, SqliteUse.Read);
        var (_, order) = CaseSearch.Of(BureauScope.City, new CaseQuery(Order: CaseOrder.Number, Descending: descending));

        var plan = db.Prepare($"EXPLAIN QUERY PLAN SELECT rowid FROM cases INDEXED BY cases_number WHERE {order.Beyond()} ORDER BY {order.Terms()} LIMIT 51");

        Assert.True(plan.Step());
        Assert.StartsWith("SEARCH cases USING", plan.Text(3), StringComparison.Ordinal);
        Assert.False(plan.Step());
    }

    [Fact]
    public void An_older_database_lists_its_cases_by_number_after_its_migration()
    {
        using var db = SqliteDb.Open(":memory:", SqliteUse.Write);
        MigrationRunner.Run(db, [.. Migration.All.TakeWhile(migration => migration.Number < 8)]);
        var map = RowMap.Of(typeof(CaseRow));
        foreach (var number in new[] { 2, 10, 1, 9 })
        {
            map.Write(db, Case($"c{number}", "CM") with { Number = $"城管罚〔2026〕{number}号" });
        }

        MigrationRunner.Run(db, Migration.All);

        var (list, order) = CaseSearch.Of(BureauScope.Of("CM"), new CaseQuery(Order: CaseOrder.Number));
        var first = list.Page(db, order, new PageRequest(3, WithCount: true));
        Assert.Equal(["c10", "c9", "c2"], first.Rows.Select(row => row.CaseId));
        Assert.Equal(4, first.Count);
        Assert.Equal(["c1"], list.Page(db, order, new PageRequest(3, first.Next)).Rows.Select(row => row.CaseId));
        Assert.Equal(0, db.Number("SELECT count(*) FROM sqlite_schema WHERE name = 'cases_text'"));
        Assert.Equal("ok", db.Text("PRAGMA integrity_check"));
    }

    private static async Task<(List<string> Ids, Page<CaseRow> Last)> WalkAsync(IReadModel read, BureauScope scope, CaseQuery query, int size)
    {
        List<string> ids = [];
        for (string? after = null; ;)
        {
            var page = await read.CasesAsync(scope, query, new PageRequest(size, after), None);
            ids.AddRange(page.Rows.Select(row => row.CaseId));
            if (page.Next is null)
            {
                return (ids, page);
            }

            after = page.Next;
        }
    }

    private static IEnumerable<CaseRow> Model(IEnumerable<CaseRow> rows, BureauScope scope, CaseQuery query)
    {
        var found = rows.Where(row => scope.Allows(row.Bureau) && Fits(row, query));
        return query.Order switch
        {
            CaseOrder.NextDue => By(found, row => row.NextDueAt?.UtcTicks ?? long.MaxValue, query.Descending ?? false),
            CaseOrder.Opened => By(found, row => row.OpenedAt.UtcTicks, query.Descending ?? true),
            CaseOrder.Updated => By(found, row => row.UpdatedAt.UtcTicks, query.Descending ?? true),
            CaseOrder.Stage => By(found, row => Array.IndexOf(Stages, row.Stage), query.Descending ?? false),
            CaseOrder.Missing => By(found, row => row.MissingCount, query.Descending ?? true),
            _ when query.Descending ?? true => found.OrderByDescending(Number).ThenByDescending(row => row.CaseId, StringComparer.Ordinal),
            _ => found.OrderBy(Number).ThenBy(row => row.CaseId, StringComparer.Ordinal),
        };
    }

    private static IOrderedEnumerable<CaseRow> By(IEnumerable<CaseRow> rows, Func<CaseRow, long> number, bool descending) =>
        (descending ? rows.OrderByDescending(number) : rows.OrderBy(number)).ThenBy(row => row.CaseId, StringComparer.Ordinal);

    private static int Number(CaseRow row) => int.Parse(row.Number["城管罚〔2026〕".Length..^1], CultureInfo.InvariantCulture);

    private static bool Fits(CaseRow row, CaseQuery query) =>
        query.Life switch
        {
            CaseLife.Open => row.ArchivedAt is null,
            CaseLife.Ended => row is { ArchivedAt: null, EndedAt: not null },
            CaseLife.Archived => row.ArchivedAt is not null,
            _ => true,
        }
        && (query.HandlerId is null || row.HandlerId == query.HandlerId)
        && (query.Stage is null || row.Stage == query.Stage)
        && (query.ActType is null || row.ActType == query.ActType)
        && (query.OverdueAt is null || row.OverdueCount > 0 || row.NextDueAt < query.OverdueAt)
        && (query.DueFrom is null || row.NextDueAt >= query.DueFrom)
        && (query.DueUntil is null || row.NextDueAt <= query.DueUntil)
        && (!query.Incomplete || row.MissingCount > 0)
        && (!query.OpenFindings || row.OpenFindings > 0)
        && (query.OpenedFrom is null || row.OpenedAt >= query.OpenedFrom)
        && (query.OpenedBefore is null || row.OpenedAt < query.OpenedBefore)
        && (query.EndedFrom is null || row.EndedAt >= query.EndedFrom)
        && (query.EndedBefore is null || row.EndedAt < query.EndedBefore)
        && SearchText.Words(query.Text).All(word => row.SearchText.Contains(word, StringComparison.Ordinal));

    private static CaseRow Row(Random random, int i)
    {
        var number = $"城管罚〔2026〕{random.Next(1, 60)}号";
        var ended = random.Next(3) == 0;
        var archived = random.Next(3) == 0;
        return Case(i.ToString("000", CultureInfo.InvariantCulture), Pick(random, Bureaus), random.Next(3) == 0 ? null : Start.AddDays(random.Next(8)), Pick(random, Stages)) with
        {
            Number = number,
            ActType = random.Next(2) == 0 ? "penalty" : "inspection",
            HandlerId = $"o-{random.Next(4)}",
            OverdueCount = random.Next(4) == 0 ? 1 : 0,
            MissingCount = random.Next(4),
            OpenFindings = random.Next(4) == 0 ? 1 : 0,
            OpenedAt = Start.AddDays(random.Next(10)),
            UpdatedAt = Start.AddDays(random.Next(10)),
            EndedAt = ended ? Start.AddDays(11) : null,
            ArchivedAt = archived ? Start.AddDays(12) : null,
            SearchText = SearchText.Fold($"{number}\n{Pick(random, Words)}\n{Pick(random, Words)}"),
        };
    }

    private static CaseQuery Query(Random random)
    {
        bool Sometimes() => random.Next(5) == 0;
        return new CaseQuery(
            Sometimes() ? Pick(random, Stages) : null,
            Sometimes() ? "penalty" : null,
            Sometimes() ? "o-1" : null,
            Sometimes() ? Start.AddDays(3) : null,
            Sometimes(),
            Sometimes() ? $"{Pick(random, Words)} {Pick(random, Words)}" : null,
            Pick(random, Enum.GetValues<CaseOrder>()),
            Pick(random, Enum.GetValues<CaseLife>()),
            Sometimes() ? Start.AddDays(1) : null,
            Sometimes() ? Start.AddDays(5) : null,
            Sometimes(),
            Sometimes() ? Start.AddDays(2) : null,
            Sometimes() ? Start.AddDays(8) : null,
            random.Next(3) switch { 0 => true, 1 => false, _ => null });
    }

    private static BureauScope Scope(Random random) => random.Next(4) switch
    {
        0 => BureauScope.City,
        1 => BureauScope.Of("CZ"),
        2 => BureauScope.Of("CM", "TA"),
        _ => BureauScope.Of(Pick(random, Bureaus)),
    };

    private static T Pick<T>(Random random, IReadOnlyList<T> all) => all[random.Next(all.Count)];
}
