using Enforcement.Grains.Ledger;
using Enforcement.Storage.Sqlite;
using static Enforcement.Storage.Tests.Sqlite.StoreFixture;

namespace Enforcement.Storage.Tests.Sqlite;

public sealed class BadStoreTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_database_held_by_another_fails_typed_and_the_next_good_command_succeeds()
    {
        await using var fixture = new StoreFixture();
        await fixture.AppendAsync(Batch("case/1", 0, "c1", Fact("case.started")));
        var head = await fixture.Store.HeadAsync(None);

        using (var other = SqliteDb.Open(fixture.File, SqliteUse.Write))
        {
            other.Run("BEGIN IMMEDIATE");
            var e = await Assert.ThrowsAsync<StoreUnavailableException>(() => fixture.AppendAsync(Batch("case/1", 1, "c2", Fact("case.moved"))));
            Assert.Equal(StoreUnavailableException.Locked, e.Reason);
            other.Run("ROLLBACK");
        }

        Assert.Equal(head, await fixture.Store.HeadAsync(None));
        await fixture.AppendAsync(Batch("case/1", 1, "c2", Fact("case.moved")));
        Assert.Equal(2, (await fixture.Store.ReadAsync("case/1", 0, None)).Length);
    }

    [Fact]
    public async Task A_full_disk_fails_typed_writes_nothing_and_the_next_good_command_succeeds()
    {
        await using var fixture = new StoreFixture();
        await fixture.AppendAsync(Batch("case/1", 0, "c1", Fact("case.started")));
        var head = await fixture.Store.HeadAsync(None);

        // The library answers a page limit with the same code as a full disk.
        await fixture.Store.LimitPagesAsync(grow: 2);
        var large = $"{{\"text\":\"{new string('x', 100_000)}\"}}";
        var e = await Assert.ThrowsAsync<StoreUnavailableException>(() => fixture.AppendAsync(Batch("case/1", 1, "c2", Fact("case.moved", large))));

        Assert.Equal(StoreUnavailableException.Full, e.Reason);
        Assert.Equal(head, await fixture.Store.HeadAsync(None));
        var receipt = await fixture.AppendAsync(Batch("case/1", 1, "c2", Fact("case.moved")));
        Assert.Equal((2, 2), (receipt.FirstPosition, receipt.LastSequence));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    public async Task A_file_that_is_no_database_or_a_damaged_one_is_refused_typed(int from)
    {
        await using var fixture = new StoreFixture();
        await fixture.AppendAsync(Batch("case/1", 0, "c1", Fact("case.started")));
        await fixture.CloseAsync();
        var bytes = await File.ReadAllBytesAsync(fixture.File);
        Array.Fill(bytes, (byte)0x5a, from, 8000);
        await File.WriteAllBytesAsync(fixture.File, bytes);

        var e = Assert.Throws<StoreUnavailableException>(fixture.Reopen);

        Assert.Equal(StoreUnavailableException.Corrupt, e.Reason);
    }

    [Fact]
    public async Task A_file_of_a_newer_program_is_refused()
    {
        await using var fixture = new StoreFixture();
        await fixture.CloseAsync();
        Tamper(fixture, "INSERT INTO schema_migrations (number, name, checksum) VALUES (999, 'from_the_future', 'x')");

        Assert.Equal(StoreUnavailableException.Newer, Assert.Throws<StoreUnavailableException>(fixture.Reopen).Reason);
    }

    [Fact]
    public async Task A_migration_with_another_text_is_refused()
    {
        await using var fixture = new StoreFixture();
        await fixture.CloseAsync();
        Tamper(fixture, "UPDATE schema_migrations SET checksum = 'other' WHERE number = 1");

        Assert.Equal(StoreUnavailableException.Changed, Assert.Throws<StoreUnavailableException>(fixture.Reopen).Reason);
    }

    [Fact]
    public async Task An_installation_never_changes_its_kind()
    {
        await using var fixture = new StoreFixture();
        await fixture.CloseAsync();

        Assert.Throws<InstallationMismatchException>(() => SqliteStore.Open(new SqliteStoreOptions(fixture.File, Training: true)));
        Assert.Throws<SqliteConstraintException>(() => Tamper(fixture, "UPDATE meta SET value = 'training' WHERE key = 'kind'"));
    }

    [Fact]
    public async Task A_cut_tail_is_seen_when_the_store_is_opened()
    {
        await using var fixture = new StoreFixture();
        await fixture.AppendAsync(Batch("case/1", 0, "c1", Fact("case.started"), Fact("case.moved")));
        await fixture.CloseAsync();
        Tamper(fixture, "DROP TRIGGER entries_delete; DELETE FROM entries WHERE position = 2");

        Assert.Equal(StoreUnavailableException.Corrupt, Assert.Throws<StoreUnavailableException>(fixture.Reopen).Reason);
    }

    [Theory]
    [InlineData("UPDATE entries SET body = replace(body, 'case.moved', 'case.mowed') WHERE position = 2", 2)]
    [InlineData("UPDATE entries SET stream = 'case/2' WHERE position = 2", 3)]
    [InlineData("UPDATE entries SET hash = zeroblob(32) WHERE position = 3", 3)]
    [InlineData("UPDATE entries SET sequence = 9 WHERE position = 3", 9)]
    [InlineData("DELETE FROM entries WHERE position = 1", 2)]
    [InlineData("UPDATE streams SET sequence = 4", 4)]
    public async Task A_changed_stream_is_never_served(string tampering, long sequence)
    {
        await using var fixture = new StoreFixture();
        await fixture.AppendAsync(Batch("case/1", 0, "c1", Fact("case.started"), Fact("case.moved"), Fact("case.closed")));
        Tamper(fixture, "DROP TRIGGER entries_update; DROP TRIGGER entries_delete; " + tampering);

        var e = await Assert.ThrowsAsync<LedgerCorruptedException>(() => fixture.Store.ReadAsync("case/1", 0, None));

        Assert.Equal(("case/1", sequence), (e.Stream, e.Sequence));
    }

    [Theory]
    [InlineData("UPDATE entries SET body = body WHERE position = 1")]
    [InlineData("DELETE FROM entries WHERE position = 2")]
    [InlineData("INSERT OR REPLACE INTO entries SELECT * FROM entries WHERE position = 1")]
    [InlineData("REPLACE INTO entries SELECT position, stream, sequence, name, recorded_at, command_id, 'x', hash FROM entries WHERE position = 2")]
    [InlineData("INSERT OR IGNORE INTO entries SELECT * FROM entries WHERE position = 1")]
    [InlineData("INSERT INTO entries SELECT 9, 'case/9', 1, name, recorded_at, command_id, body, hash FROM entries WHERE position = 1")]
    [InlineData("INSERT INTO entries SELECT 3, 'case/9', 2, name, recorded_at, command_id, body, hash FROM entries WHERE position = 1")]
    [InlineData("UPDATE checkpoints SET made_at = 1")]
    [InlineData("DELETE FROM checkpoints")]
    [InlineData("INSERT OR REPLACE INTO checkpoints SELECT * FROM checkpoints")]
    [InlineData("UPDATE answers SET answer = '{}'")]
    [InlineData("DELETE FROM answers")]
    [InlineData("INSERT OR REPLACE INTO answers SELECT * FROM answers")]
    [InlineData("UPDATE profiles SET text = 'x'")]
    [InlineData("DELETE FROM profiles")]
    [InlineData("INSERT OR REPLACE INTO profiles SELECT * FROM profiles")]
    [InlineData("DELETE FROM ledger_head")]
    [InlineData("UPDATE ledger_head SET count = 1")]
    [InlineData("INSERT OR REPLACE INTO ledger_head SELECT * FROM ledger_head")]
    [InlineData("INSERT OR REPLACE INTO meta VALUES ('kind', 'training')")]
    public async Task The_database_itself_refuses_change_and_deletion(string tampering)
    {
        await using var fixture = new StoreFixture();
        await fixture.AppendAsync(Batch("case/1", 0, "c1", Fact("case.started"), Fact("case.moved")));
        await fixture.Store.CheckpointAsync(Start, None);
        await fixture.Store.KeepAsync(Domain.Ledger.EntryHash.Of("{}"), "CM", "{}", Start, None);

        Assert.Throws<SqliteConstraintException>(() => Tamper(fixture, tampering));
        Assert.Throws<SqliteConstraintException>(() => Tamper(fixture, "PRAGMA recursive_triggers=OFF; " + tampering));

        Assert.Equal(2, (await fixture.Store.ReadAsync("case/1", 0, None)).Length);
    }

    [Fact]
    public async Task A_closed_store_says_so()
    {
        await using var fixture = new StoreFixture();
        await fixture.CloseAsync();

        var write = await Assert.ThrowsAsync<StoreUnavailableException>(() => fixture.AppendAsync(Batch("case/1", 0, "c1", Fact("case.started"))));
        var read = await Assert.ThrowsAsync<StoreUnavailableException>(() => fixture.Store.ReadAsync("case/1", 0, None));

        Assert.Equal((StoreUnavailableException.Closed, StoreUnavailableException.Closed), (write.Reason, read.Reason));
    }

    private static void Tamper(StoreFixture fixture, string sql)
    {
        using var db = SqliteDb.Open(fixture.File, SqliteUse.Write);
        db.Run(sql);
    }
}
