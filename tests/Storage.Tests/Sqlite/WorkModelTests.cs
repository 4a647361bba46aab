using System.Collections.Immutable;
using System.Diagnostics;
using Enforcement.Grains.Interfaces.ReadModel;

namespace Enforcement.Storage.Tests.Sqlite;

/// <summary>Lists of what waits: nearest first, page by page, only what may be seen.</summary>
public sealed class WorkModelTests
{
    private static readonly DateTimeOffset Start = StoreFixture.Start;

    [Fact]
    public async Task Nearest_first_page_by_page_and_what_has_no_term_last()
    {
        await using var fixture = new StoreFixture();
        await WriteAsync(fixture, Item("a", "CM", due: 3), Item("b", "CM", due: 1), Item("c", "CM", due: null), Item("d", "CM", due: 2));

        List<string> seen = [];
        string? cursor = null;
        do
        {
            var page = await fixture.Store.Work.ItemsAsync(BureauScope.Of("CM"), new WorkQuery("officer"), new PageRequest(2, cursor, WithCount: true), CancellationToken.None);
            Assert.Equal(4, page.Count);
            seen.AddRange(page.Rows.Select(r => r.Item));
            cursor = page.Next;
        }
        while (cursor is not null);

        Assert.Equal(["b", "d", "a", "c"], seen);
    }

    [Fact]
    public async Task A_list_holds_what_waits_for_the_person_or_for_anyone_of_the_role_in_the_bureaus_that_may_be_seen()
    {
        await using var fixture = new StoreFixture();
        await WriteAsync(
            fixture, Item("mine", "CM", officer: "o-1"), Item("others", "CM", officer: "o-2"), Item("anyones", "CM"), Item("foreign", "FS", officer: "o-1"), Item("role", "CM", role: "unit-head"));

        Assert.Equal(["anyones", "mine"], await ItemsAsync(fixture, BureauScope.Of("CM"), new WorkQuery("officer", "o-1")));
        Assert.Equal(["anyones", "mine", "others"], await ItemsAsync(fixture, BureauScope.Of("CM"), new WorkQuery("officer")));
        Assert.Equal(["anyones", "foreign", "mine"], await ItemsAsync(fixture, BureauScope.City, new WorkQuery("officer", "o-1")));
        Assert.Empty(await ItemsAsync(fixture, BureauScope.None, new WorkQuery("officer", "o-1")));
        var counts = await fixture.Store.Work.CountsAsync(BureauScope.None, new WorkQuery("officer"), Start, Start.AddDays(1), CancellationToken.None);
        Assert.Empty(counts);
    }

    [Fact]
    public async Task Counts_tell_kinds_and_what_is_overdue_and_due_today()
    {
        await using var fixture = new StoreFixture();
        await WriteAsync(fixture, Item("a", "CM", due: -1), Item("b", "CM", due: 1), Item("c", "CM", due: 30), Item("d", "CM", kind: "approval"), Item("e", "FS", due: -1));

        var counts = await fixture.Store.Work.CountsAsync(BureauScope.Of("CM"), new WorkQuery("officer", "o-1"), Start, Start.AddHours(12), CancellationToken.None);

        Assert.Equal([new WorkCount("approval", 1, 0, 0), new WorkCount("next-act", 3, 1, 1)], counts.AsEnumerable());
        Assert.Equal(["b"], await ItemsAsync(fixture, BureauScope.Of("CM"), new WorkQuery("officer", "o-1", Before: Start.AddHours(12).AddTicks(10), From: Start)));
    }

    [Fact]
    public async Task What_is_done_is_gone()
    {
        await using var fixture = new StoreFixture();
        await WriteAsync(fixture, Item("a", "CM"), Item("b", "CM"));
        await fixture.AppendAsync(StoreFixture.Batch("case/1", 1, "c2", StoreFixture.Fact("act.recorded")) with { Rows = [new GoneRow(Item("a", "CM"))] });

        Assert.Equal(["b"], await ItemsAsync(fixture, BureauScope.City, new WorkQuery("officer")));
    }

    [Fact]
    public async Task A_page_of_a_hundred_thousand_stays_quick()
    {
        await using var fixture = new StoreFixture();
        for (var i = 0; i < 10; i++)
        {
            var rows = Enumerable.Range(i * 10_000, 10_000).Select(n => (ReadRow)(Item($"i{n:000000}", n % 5 == 0 ? "CM" : "FS", due: n % 997, officer: $"o-{n % 400}") with { Stream = $"case/{n}" }));
            await fixture.AppendAsync(StoreFixture.Batch("case/1", i, $"c{i}", StoreFixture.Fact("act.recorded")) with { Rows = [.. rows] });
        }

        await ItemsAsync(fixture, BureauScope.Of("CM"), new WorkQuery("officer", "o-5"));

        // The quickest of ten is what the store takes; the others show what else the machine does.
        List<long> took = [];
        for (var round = 0; round < 10; round++)
        {
            var watch = Stopwatch.StartNew();
            Assert.Equal(50, (await ItemsAsync(fixture, BureauScope.Of("CM"), new WorkQuery("officer", "o-5"))).Count);
            Assert.Empty(await ItemsAsync(fixture, BureauScope.Of("CM"), new WorkQuery("officer", "nobody")));
            await fixture.Store.Work.CountsAsync(BureauScope.Of("CM"), new WorkQuery("officer", "o-5"), Start, Start.AddDays(1), CancellationToken.None);
            took.Add(watch.ElapsedMilliseconds);
        }

        Assert.True(took.Min() < 500, $"two pages and the counts took {string.Join(", ", took)} ms");
    }

    private static async Task<List<string>> ItemsAsync(StoreFixture fixture, BureauScope scope, WorkQuery query) =>
        [.. (await fixture.Store.Work.ItemsAsync(scope, query, new PageRequest(50), CancellationToken.None)).Rows.Select(r => r.Item).Order(StringComparer.Ordinal)];

    private static Task WriteAsync(StoreFixture fixture, params ImmutableArray<ReadRow> rows) =>
        fixture.AppendAsync(StoreFixture.Batch("case/1", 0, "c1", StoreFixture.Fact("case.opened")) with { Rows = rows });

    private static WorkItemRow Item(string id, string bureau, int? due = null, string? officer = null, string role = "officer", string kind = "next-act") => new(
        "case/1", id, role, bureau, kind, officer, "1", "〔2026〕1号", "占道经营案", "decision", null, "决定", "Decision", "CM-20", Start, due is { } hours ? Start.AddHours(hours) : null, null, null, null);
}
