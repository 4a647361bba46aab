using Enforcement.Grains.Interfaces.ReadModel;
using static Enforcement.Storage.Tests.Sqlite.StoreFixture;

namespace Enforcement.Storage.Tests.Sqlite;

public sealed class CityFiguresTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    // 14:20 at +08:00, so that "today" ends before the UTC day does.
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 14, 20, 0, TimeSpan.FromHours(8));
    private static readonly DateTimeOffset Midnight = new(2026, 11, 22, 0, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task Cases_are_counted_by_what_they_wait_for()
    {
        await using var fixture = new StoreFixture();
        await fixture.WriteRowsAsync(
            Case("1", "CM", Now.AddHours(-1)) with { Stage = "investigation", OverdueCount = 0 },
            Case("2", "CM", Midnight) with { Stage = "review" },
            Case("3", "CM", Midnight.AddTicks(10)) with { Stage = "review", MissingCount = 2 },
            Case("4", "CM", Now.AddDays(-3)) with { Stage = "ended", OverdueCount = 1 },
            Case("5", "CZ", Now.AddHours(1)) with { Stage = "archived" });

        var figures = await fixture.Store.CityFigures.ReadAsync(BureauScope.City, Now, None);

        var cm = figures.Bureaus.Single(b => b.Bureau == "CM");
        Assert.Equal((4L, 2L, 1L, 1L), (cm.Open, cm.Overdue, cm.DueToday, cm.Incomplete));
        Assert.Equal((0L, 0L, 1L), figures.Bureaus.Where(b => b.Bureau == "CZ").Select(b => (b.Open, b.Overdue, b.DueToday)).Single());
    }

    [Fact]
    public async Task Rates_count_what_fell_due_within_thirty_days_and_nothing_else()
    {
        await using var fixture = new StoreFixture();
        await fixture.WriteRowsAsync(
            Recording("r1", "CM", Now.AddDays(-1), "met", linked: true),
            Recording("r2", "CM", Now.AddDays(-2), "met-late", linked: false),
            Recording("r3", "CM", Now.AddDays(-3), "missed", linked: false),
            Recording("r4", "CM", Now.AddDays(1), "running", linked: true),
            Recording("r5", "CM", Now.AddDays(-60), "met", linked: true),
            Clock("case/1", "archive", Now.AddDays(-1), "met", null),
            Clock("case/2", "archive", Now.AddDays(-1), "missed", Now.AddDays(-1)),
            Clock("case/3", "late-report", Now.AddDays(-1), "met", null));

        var cm = Assert.Single((await fixture.Store.CityFigures.ReadAsync(BureauScope.City, Now, None)).Bureaus);

        Assert.Equal(new Ratio(1, 3), cm.HandIn);
        Assert.Equal(new Ratio(1, 2), cm.Archived);
        Assert.Equal(50, cm.Archived.PerCent);
        Assert.Null(new Ratio(0, 0).PerCent);
    }

    [Fact]
    public async Task Every_one_of_thirty_days_stands_once_and_a_day_begins_at_midnight_in_China()
    {
        await using var fixture = new StoreFixture();
        await fixture.WriteRowsAsync(
            Case("1", "CM") with { OpenedAt = Midnight.AddDays(-1), EndedAt = Midnight.AddDays(-1).AddTicks(-10) },
            Case("2", "CM") with { OpenedAt = Midnight.AddDays(-30) },
            Case("3", "CM") with { OpenedAt = Midnight.AddDays(-30).AddTicks(-10) },
            Clock("case/1", "archive", Now.AddDays(-2), "missed", Now.AddDays(-2)));

        var days = (await fixture.Store.CityFigures.ReadAsync(BureauScope.City, Now, None)).Days;

        Assert.Equal(Enumerable.Range(0, 30).Select(i => new DateOnly(2026, 10, 23).AddDays(i)), days.Select(d => d.Day));
        Assert.Equal((1L, 0L), (days[^1].Opened, days[^1].Ended));
        Assert.Equal(1, days[^2].Ended);
        Assert.Equal(1, days[^3].Missed);
        Assert.Equal(1, days[0].Opened);
        Assert.Equal(2, days.Sum(d => d.Opened));
    }

    [Fact]
    public async Task Open_breaches_are_counted_by_article_and_hints_apart()
    {
        await using var fixture = new StoreFixture();
        await fixture.WriteRowsAsync(
            Finding("f1", "CM-31"), Finding("f2", "CM-31"), Finding("f3", "CM-08"), Finding("f4", null), Finding("f5", "CM-31") with { ResolvedAt = Now }, Finding("f6", "CM-31") with { Advisory = true });

        var figures = await fixture.Store.CityFigures.ReadAsync(BureauScope.City, Now, None);

        Assert.Equal([new ArticleCount("CM-31", 2), new ArticleCount("", 1), new ArticleCount("CM-08", 1)], figures.Findings.AsEnumerable());
        Assert.Equal((4L, 1L), figures.Bureaus.Select(b => (b.Findings, b.Advisory)).Single());
    }

    [Fact]
    public async Task Nothing_of_a_bureau_outside_of_the_scope_is_counted_anywhere()
    {
        await using var fixture = new StoreFixture();
        await fixture.WriteRowsAsync(
            Case("1", "CZ", Now.AddHours(1)) with { OpenedAt = Now, EndedAt = Now, ArchivedAt = Now },
            Recording("r1", "CZ", Now.AddDays(-1), "met", linked: true),
            Clock("case/1", "archive", Now.AddDays(-1), "missed", Now.AddDays(-1)) with { Bureau = "CZ" },
            Finding("f1", "CZ-29") with { Bureau = "CZ" });

        foreach (var scope in new[] { BureauScope.Of("CM"), BureauScope.None })
        {
            var figures = await fixture.Store.CityFigures.ReadAsync(scope, Now, None);

            Assert.Empty(figures.Stages);
            Assert.Empty(figures.Bureaus);
            Assert.Empty(figures.Findings);
            Assert.All(figures.Days, day => Assert.Equal((0L, 0L, 0L, 0L), (day.Opened, day.Ended, day.Archived, day.Missed)));
        }

        Assert.NotEmpty((await fixture.Store.CityFigures.ReadAsync(BureauScope.Of("CZ"), Now, None)).Bureaus);
    }

    private static RecordingRow Recording(string id, string bureau, DateTimeOffset due, string state, bool linked) => new(
        id, bureau, null, "o-1", "王", due.AddDays(-1), due.AddDays(-1), "stored", null, null, null, null, linked ? "1" : null, null, due, state, null, due);

    private static ClockRow Clock(string stream, string rule, DateTimeOffset due, string state, DateTimeOffset? missed) => new(
        stream, rule, rule, "CM-31", "CM", "case", stream[5..], due.AddDays(-30), due, state, state == "met" ? due : null, missed, Provisional: false, null);

    private static FindingRow Finding(string id, string? article) => new(id, "CM", "case/1", "1", "clock.missed", article, Advisory: false, "迟", "late", Now, null, null, null);
}
