using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Storage.Sqlite;
using static Enforcement.Storage.Tests.Sqlite.StoreFixture;

namespace Enforcement.Storage.Tests.Sqlite;

public sealed class RecordingLibraryTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly string Hash = new string('a', 8) + new string('0', 56);

    private static readonly RecordingRow[] Rows =
    [
        Recording("done", 1) with { State = "stored", StoredAt = Start, CaseId = "c", CaseNumber = "城管罚〔2026〕7号", ActId = "a1", HandInState = "met", FileName = "Front.MP4", Sha256 = Hash, Size = 5 },
        Recording("unlinked", 2) with { State = "stored", StoredAt = Start, HandInState = "met", Mode = "photo" },
        Recording("waiting", 3) with { CaseId = "c", CaseNumber = "城管罚〔2026〕7号", HandInDueAt = Start.AddHours(5), Place = "解放路 12 号" },
        Recording("missed", 4) with { CaseId = "c", CaseNumber = "XZ-7b", HandInDueAt = Start.AddHours(-5), HandInState = "missed", RecorderId = "DSJ-7" },
        Recording("missed-free", 5) with { HandInDueAt = Start.AddHours(-6), HandInState = "missed", OfficerId = "o-2" },
        Recording("broken", 6) with { State = "corrupted", StoredAt = Start, CaseId = "c", HandInState = "met", Bureau = "CZ" },
        Recording("running", 7) with { State = "recording", EndedAt = null, HandInState = "none", Bureau = "CZ" },
    ];

    [Fact]
    public async Task What_waits_for_somebody_comes_first_and_pages_follow_without_gap()
    {
        await using var fixture = await FilledAsync();

        Assert.Equal("broken,missed-free,missed,running,unlinked,waiting,done", await IdsAsync(fixture, new RecordingFilter()));
        Assert.Equal("running,broken,missed-free,missed,waiting,unlinked,done", await IdsAsync(fixture, new RecordingFilter(Order: RecordingOrder.Started)));
        Assert.Equal("missed-free,missed,waiting", string.Join(',', (await IdsAsync(fixture, new RecordingFilter(Order: RecordingOrder.HandIn))).Split(',')[..3]));
        foreach (var order in Enum.GetValues<RecordingOrder>())
        {
            List<string> seen = [];
            string? cursor = null;
            do
            {
                var page = await fixture.Store.Recordings.LibraryAsync(BureauScope.City, new RecordingFilter(Order: order), new PageRequest(2, cursor), None);
                seen.AddRange(page.Rows.Select(r => r.RecordingId));
                cursor = page.Next;
            }
            while (cursor is not null);

            Assert.Equal(await IdsAsync(fixture, new RecordingFilter(Order: order)), string.Join(',', seen));
        }
    }

    [Fact]
    public async Task A_search_keeps_order_filters_and_pages_of_the_list_without_it()
    {
        await using var fixture = await FilledAsync();
        RecordingFilter[] filters = [new(), new(RecordingViewKind.Waiting), new(Mode: "video"), new(OfficerId: "o-1"), new(CaseId: "c"), new(StartedFrom: Start.AddMinutes(2), StartedBefore: Start.AddMinutes(6))];
        foreach (var filter in filters)
        {
            foreach (var order in Enum.GetValues<RecordingOrder>())
            {
                var plain = filter with { Order = order };
                Assert.Equal(await IdsAsync(fixture, plain), await IdsAsync(fixture, plain with { Text = "𠮷野" })); // everybody is called so
                List<string> seen = [];
                for (string? after = null; ;)
                {
                    var page = await fixture.Store.Recordings.LibraryAsync(BureauScope.City, plain with { Text = "野" }, new PageRequest(2, after), None);
                    seen.AddRange(page.Rows.Select(r => r.RecordingId));
                    if ((after = page.Next) is null)
                    {
                        break;
                    }
                }

                Assert.Equal(await IdsAsync(fixture, plain), string.Join(',', seen));
            }
        }
    }

    [Fact]
    public async Task Each_filter_narrows()
    {
        await using var fixture = await FilledAsync();

        Assert.Equal("missed-free,running,unlinked", await IdsAsync(fixture, new RecordingFilter(RecordingViewKind.Unlinked)));
        Assert.Equal("missed-free,missed", await IdsAsync(fixture, new RecordingFilter(RecordingViewKind.Overdue, Start)));
        Assert.Equal("missed-free,missed,running,waiting", await IdsAsync(fixture, new RecordingFilter(RecordingViewKind.Waiting)));
        Assert.Equal("unlinked,done", await IdsAsync(fixture, new RecordingFilter(RecordingViewKind.Stored)));
        Assert.Equal("broken", await IdsAsync(fixture, new RecordingFilter(RecordingViewKind.Corrupted)));
        Assert.Equal("missed-free", await IdsAsync(fixture, new RecordingFilter(OfficerId: "o-2")));
        Assert.Equal("missed", await IdsAsync(fixture, new RecordingFilter(RecorderId: "DSJ-7")));
        Assert.Equal("unlinked", await IdsAsync(fixture, new RecordingFilter(Mode: "photo")));
        Assert.Equal("unlinked,waiting", await IdsAsync(fixture, new RecordingFilter(StartedFrom: Start.AddMinutes(2), StartedBefore: Start.AddMinutes(4))));
        Assert.Equal("waiting", await IdsAsync(fixture, new RecordingFilter(Now: Start, DueBefore: Start.AddHours(8))));
        Assert.Equal("missed-free,missed", await IdsAsync(fixture, new RecordingFilter(Now: Start, HandInFrom: Start.AddDays(-30), View: RecordingViewKind.Waiting)));
        Assert.Equal("", await IdsAsync(fixture, new RecordingFilter(Now: Start.AddDays(-30), HandInFrom: Start.AddDays(-60))));
        Assert.Equal("waiting,done", await IdsAsync(fixture, new RecordingFilter(CaseNumber: "〕7号")));
        Assert.Equal("missed", await IdsAsync(fixture, new RecordingFilter(CaseNumber: "xZ-7B")));
        Assert.Equal("missed,waiting,done", await IdsAsync(fixture, new RecordingFilter(CaseNumber: "7")));
        Assert.Equal("done", await IdsAsync(fixture, new RecordingFilter(Sha256: "AAAA")));
        Assert.Equal("", await IdsAsync(fixture, new RecordingFilter(Sha256: "b")));
        Assert.Equal("done", await IdsAsync(fixture, new RecordingFilter(Text: "front.mp4")));
        Assert.Equal("waiting", await IdsAsync(fixture, new RecordingFilter(Text: " 解放路  12 ")));
        Assert.Equal("missed", await IdsAsync(fixture, new RecordingFilter(Text: "dsj-7")));
        Assert.Equal("", await IdsAsync(fixture, new RecordingFilter(Text: "%")));
    }

    [Fact]
    public async Task The_counts_of_the_quick_views_agree_with_their_lists_in_every_scope()
    {
        await using var fixture = await FilledAsync();

        foreach (var scope in new[] { BureauScope.City, BureauScope.Of("CM"), BureauScope.Of("CM", "CZ"), BureauScope.None })
        {
            foreach (var filter in new[] { new RecordingFilter(Now: Start), new RecordingFilter(Now: Start, OfficerId: "o-2"), new RecordingFilter(Now: Start, Text: "x"), new RecordingFilter(Now: Start, Text: "𠮷野"), new RecordingFilter(Now: Start, CaseNumber: "7号", Mode: "video"), new RecordingFilter(Now: Start, Text: "𠮷野", OfficerId: "o-1") })
            {
                var counts = await fixture.Store.Recordings.CountsAsync(scope, filter, Start, None);
                Assert.Equal(
                    new RecordingCounts(
                        await CountAsync(fixture, scope, filter),
                        await CountAsync(fixture, scope, filter with { View = RecordingViewKind.Unlinked }),
                        await CountAsync(fixture, scope, filter with { View = RecordingViewKind.Overdue }),
                        await CountAsync(fixture, scope, filter with { View = RecordingViewKind.Waiting }),
                        await CountAsync(fixture, scope, filter with { View = RecordingViewKind.Stored }),
                        await CountAsync(fixture, scope, filter with { View = RecordingViewKind.Corrupted })),
                    counts);
            }
        }
    }

    [Fact]
    public async Task Nothing_outside_the_scope_is_listed()
    {
        await using var fixture = await FilledAsync();

        var page = await fixture.Store.Recordings.LibraryAsync(BureauScope.Of("CZ"), new RecordingFilter(), new PageRequest(500, WithCount: true), None);

        Assert.Equal(["broken", "running"], page.Rows.Select(r => r.RecordingId));
        Assert.Equal(2, page.Count);
        Assert.Empty((await fixture.Store.Recordings.LibraryAsync(BureauScope.None, new RecordingFilter(), new PageRequest(500), None)).Rows);
    }

    [Fact]
    public async Task Rows_drawn_before_the_library_came_are_drawn_again_from_the_ledger()
    {
        await using var fixture = new StoreFixture();
        var batch = Batch(
            "recording/old", 0, "command-1",
            Fact("recording.announced", """{"bureau":"CM","mode":"photo","place":"解放路"}"""),
            Fact("recording.linked", """{"caseId":"c","caseNumber":"城管罚〔2026〕7号"}"""));
        await fixture.AppendAsync(batch with { Rows = [Recording("old", 1) with { CaseId = "c" }] });
        await fixture.CloseAsync();
        using (var db = SqliteDb.Open(fixture.File, SqliteUse.Write))
        {
            var migration = Migration.All.Single(m => m.Name.StartsWith("recordings", StringComparison.Ordinal)).Sql;
            db.Run(migration[migration.IndexOf("UPDATE recordings", StringComparison.Ordinal)..(migration.IndexOf(';', migration.IndexOf("UPDATE recordings", StringComparison.Ordinal)) + 1)]);
        }

        fixture.Reopen();

        var row = (await fixture.Store.ReadModel.RecordingAsync(BureauScope.City, "old", None))!;
        Assert.Equal(("photo", "解放路", "城管罚〔2026〕7号"), (row.Mode, row.Place, row.CaseNumber));
    }

    private static RecordingRow Recording(string id, int minute) => new(
        id, "CM", null, "o-1", "𠮷野", Start.AddMinutes(minute), Start.AddMinutes(minute + 1), "announced", null, null, null, null, null, null, null, "running", null, Start);

    private static async Task<StoreFixture> FilledAsync()
    {
        var fixture = new StoreFixture();
        await fixture.AppendAsync(Batch("s/1", 0, "command-1", Fact("x")) with { Rows = [.. Rows] });
        return fixture;
    }

    private static async Task<string> IdsAsync(StoreFixture fixture, RecordingFilter filter) =>
        string.Join(',', (await fixture.Store.Recordings.LibraryAsync(BureauScope.City, filter, new PageRequest(500), None)).Rows.Select(r => r.RecordingId));

    private static async Task<long> CountAsync(StoreFixture fixture, BureauScope scope, RecordingFilter filter) =>
        (await fixture.Store.Recordings.LibraryAsync(scope, filter, new PageRequest(1, WithCount: true), None)).Count!.Value;
}
