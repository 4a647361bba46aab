using Enforcement.Domain.Ledger;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Grains.Ledger;
using static Enforcement.Storage.Tests.Sqlite.StoreFixture;

namespace Enforcement.Storage.Tests.Sqlite;

public sealed class LedgerTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task What_was_appended_is_read_back_chained_and_in_order()
    {
        await using var fixture = new StoreFixture();

        var first = await fixture.AppendAsync(Batch("case/1", 0, "c1", Fact("case.started", "{\"party\":\"𠮷野家\"}"), Fact("case.titled", minute: -5)));
        var other = await fixture.AppendAsync(Batch("case/2", 0, "c1", Fact("case.started")));
        var second = await fixture.AppendAsync(Batch("case/1", 2, "c2", Fact("case.closed")));

        Assert.Equal((1, 2), (first.FirstPosition, first.LastSequence));
        Assert.Equal((3, 1), (other.FirstPosition, other.LastSequence));
        Assert.Equal((4, 3), (second.FirstPosition, second.LastSequence));
        var entries = await fixture.Store.ReadAsync("case/1", 0, None);
        Assert.Equal(["case.started", "case.titled", "case.closed"], entries.Select(e => e.Name));
        Assert.Equal([1, 2, 4], entries.Select(e => e.Position));
        Assert.Equal("{\"party\":\"𠮷野家\"}", entries[0].Payload);
        Assert.Equal(Officer, entries[0].Actor);
        Assert.Equal(Chain.Genesis, entries[0].Previous);
        Assert.Equal(entries[0].Hash, entries[1].Previous);
        Assert.Equal(second.HeadHash, entries[2].Hash);
        Assert.Equal(Start.AddMinutes(-5), entries[1].OccurredAt);
        Assert.Equal(["case.closed"], (await fixture.Store.ReadAsync("case/1", 2, None)).Select(e => e.Name));
        Assert.Empty(await fixture.Store.ReadAsync("case/3", 0, None));
    }

    [Fact]
    public async Task Who_loses_a_number_to_another_is_told_when_the_other_can_be_seen()
    {
        await using var fixture = new StoreFixture();
        for (var round = 0; round < 100; round++)
        {
            var serial = $"SN-{round}";
            var seen = await Task.WhenAll(Enumerable.Range(0, 4).Select(async i =>
            {
                var id = $"R-{round}-{i}";
                RecorderEntry line = new(id, id, "CM", "DSJ", serial, serial, "in-store", null, null, 0, "", 1, null, 1, Start);
                try
                {
                    await fixture.AppendAsync(Batch($"recorder/{id}", 0, id, Fact("recorder.registered")) with { Rows = [line] });
                    return id;
                }
                catch (RowConflictException)
                {
                    return (await fixture.Store.Recorders.FindBySerialAsync(serial, None))?.RecorderId ?? "nobody";
                }
            }));
            Assert.Single(seen.Distinct());
        }
    }

    [Fact]
    public async Task A_stale_sequence_writes_nothing_at_all()
    {
        await using var fixture = new StoreFixture();
        await fixture.AppendAsync(Batch("case/1", 0, "c1", Fact("case.started")));
        var head = await fixture.Store.HeadAsync(None);

        var late = Batch("case/1", 0, "c2", Fact("case.started")) with { Rows = [Case("1", "CM")], Due = new DueChange(Start) };
        var e = await Assert.ThrowsAsync<SequenceConflictException>(() => fixture.AppendAsync(late));

        Assert.Equal(("case/1", 0L, 1L), (e.Stream, e.Expected, e.Actual));
        Assert.Equal(head, await fixture.Store.HeadAsync(None));
        Assert.Null(await fixture.Store.FindAnswerAsync("case/1", "c2", None));
        Assert.Null(await fixture.Store.ReadModel.CaseAsync(BureauScope.City, "1", None));
        Assert.Empty(await fixture.Store.DueBeforeAsync(Start.AddYears(9), 10, None));
        await fixture.AppendAsync(Batch("case/1", 1, "c2", Fact("case.closed")));
    }

    [Fact]
    public async Task The_same_command_twice_writes_once_and_another_payload_under_its_id_is_a_conflict()
    {
        await using var fixture = new StoreFixture();
        var batch = Batch("case/1", 0, "c1", Fact("case.started"), Fact("case.titled"));
        var first = await fixture.AppendAsync(batch);
        var head = await fixture.Store.HeadAsync(None);

        var again = await fixture.AppendAsync(batch);
        await Assert.ThrowsAsync<CommandConflictException>(() => fixture.AppendAsync(batch with { CommandHash = "another" }));

        Assert.Equal(first with { Repeated = true }, again);
        Assert.Equal(head, await fixture.Store.HeadAsync(None));
        Assert.Equal(new CommandAnswer("hash-c1", "{\"ok\":true}", 2), await fixture.Store.FindAnswerAsync("case/1", "c1", None));
    }

    [Fact]
    public async Task In_a_crowd_of_commands_only_the_conflicting_ones_fail()
    {
        await using var fixture = new StoreFixture();

        // Two hundred at once for a hundred streams: of each pair one must lose, whatever group they meet in.
        var appends = Enumerable.Range(0, 200).Select(i => fixture.AppendAsync(Batch($"case/{i % 100}", 0, $"c{i}", Fact("case.started")))).ToArray();
        var failures = new List<Exception>();
        foreach (var append in appends)
        {
            if (await Record.ExceptionAsync(() => append) is { } failure)
            {
                failures.Add(failure);
            }
        }

        Assert.Equal(100, failures.Count);
        Assert.All(failures, f => Assert.IsType<SequenceConflictException>(f));
        Assert.Equal(100, (await fixture.Store.HeadAsync(None)).Count);
        for (var i = 0; i < 100; i++)
        {
            Assert.Single(await fixture.Store.ReadAsync($"case/{i}", 0, None));
        }
    }

    [Fact]
    public async Task A_row_that_breaks_the_schema_undoes_its_own_command_only()
    {
        await using var fixture = new StoreFixture();
        var bad = Batch("case/1", 0, "c1", Fact("case.started")) with { Rows = [Case("1", null!)] };

        var good = Task.WhenAll(Enumerable.Range(2, 20).Select(i => fixture.AppendAsync(Batch($"case/{i}", 0, "c", Fact("case.started")))));
        var failure = await Record.ExceptionAsync(() => fixture.AppendAsync(bad));
        await good;

        Assert.IsType<Storage.Sqlite.SqliteConstraintException>(failure);
        Assert.Equal(20, (await fixture.Store.HeadAsync(None)).Count);
        Assert.Empty(await fixture.Store.ReadAsync("case/1", 0, None));
        await fixture.AppendAsync(bad with { Rows = [Case("1", "CM")] });
    }

    [Fact]
    public async Task Everything_is_there_after_closing_and_opening_again()
    {
        await using var fixture = new StoreFixture();
        await fixture.AppendAsync(Batch("case/1", 0, "c1", Fact("case.started")) with { Due = new DueChange(Start.AddDays(1)), Rows = [Case("1", "CM")] });
        var checkpoint = await fixture.Store.CheckpointAsync(Start, None);
        var head = await fixture.Store.HeadAsync(None);

        await fixture.CloseAsync();
        fixture.Reopen();

        Assert.Equal(head, await fixture.Store.HeadAsync(None));
        Assert.Equal(checkpoint, await fixture.Store.LastCheckpointAsync(None));
        Assert.Single(await fixture.Store.ReadAsync("case/1", 0, None));
        Assert.NotNull(await fixture.Store.ReadModel.CaseAsync(BureauScope.City, "1", None));
        await fixture.AppendAsync(Batch("case/1", 1, "c2", Fact("case.closed")));
        Assert.Equal(2, (await fixture.Store.ReadAsync("case/1", 0, None)).Length);
    }

    [Fact]
    public async Task Due_streams_come_with_the_longest_overdue_first_and_go_when_no_term_runs()
    {
        await using var fixture = new StoreFixture();
        for (var i = 1; i <= 4; i++)
        {
            await fixture.AppendAsync(Batch($"case/{i}", 0, "c", Fact("case.started")) with { Due = new DueChange(Start.AddDays(5 - i)) });
        }

        await fixture.AppendAsync(Batch("case/4", 1, "d", Fact("case.moved")));
        await fixture.AppendAsync(Batch("case/3", 1, "d", Fact("case.closed")) with { Due = new DueChange(null) });

        Assert.Equal<DueStream>([new("case/4", Start.AddDays(1)), new("case/2", Start.AddDays(3))], [.. await fixture.Store.DueBeforeAsync(Start.AddDays(3), 10, None)]);
        Assert.Equal<DueStream>([new("case/4", Start.AddDays(1))], [.. await fixture.Store.DueBeforeAsync(Start.AddDays(9), 1, None)]);
    }

    [Fact]
    public async Task The_root_is_that_of_the_entries_in_the_order_of_their_positions()
    {
        await using var fixture = new StoreFixture();
        var empty = await fixture.Store.HeadAsync(None);
        var tree = MerkleTree.Empty;
        for (var i = 0; i < 7; i++)
        {
            tree = tree.Append((await fixture.AppendAsync(Batch($"case/{i % 3}", i / 3, $"c{i}", Fact("case.moved")))).HeadHash);
        }

        Assert.Equal(new LedgerHead(0, MerkleTree.Empty.Root(), null), empty);
        var head = await fixture.Store.HeadAsync(None);
        Assert.Equal((7L, tree.Root()), (head.Count, head.Root));
        Assert.Equal(Start.AddMinutes(3), head.LastRecordedAt);
        var checkpoint = await fixture.Store.CheckpointAsync(Start, None);
        Assert.Equal(new Checkpoint(7, tree.Root(), Start), checkpoint);
        Assert.Equal(checkpoint, await fixture.Store.CheckpointAsync(Start.AddDays(1), None));
    }

    [Fact]
    public async Task The_first_checkpoint_over_an_entry_covers_it_and_none_covers_what_came_later()
    {
        await using var fixture = new StoreFixture();
        await fixture.AppendAsync(Batch("case/1", 0, "c1", Fact("case.started"), Fact("case.moved")));
        var first = await fixture.Store.CheckpointAsync(Start, None);
        await fixture.AppendAsync(Batch("case/2", 0, "c2", Fact("case.started")));
        var second = await fixture.Store.CheckpointAsync(Start.AddDays(1), None);
        await fixture.AppendAsync(Batch("case/1", 2, "c3", Fact("case.moved")));

        Assert.Equal(first, await fixture.Store.CheckpointOverAsync(1, None));
        Assert.Equal(first, await fixture.Store.CheckpointOverAsync(2, None));
        Assert.Equal(second, await fixture.Store.CheckpointOverAsync(3, None));
        Assert.Null(await fixture.Store.CheckpointOverAsync(4, None));
    }

    [Fact]
    public async Task A_payload_that_is_not_canonical_or_of_the_other_kind_of_installation_is_refused()
    {
        await using var fixture = new StoreFixture();

        Assert.Throws<ArgumentException>(() => { _ = fixture.AppendAsync(Batch("case/1", 0, "c1", Fact("case.started", "{ }"))); });
        Assert.Throws<ArgumentException>(() => { _ = fixture.AppendAsync(Batch("case/1", 0, "c1", Fact("case.started", "{\"a\":1.5}"))); });
        Assert.Throws<ArgumentException>(() => { _ = fixture.AppendAsync(Batch("case/1", 0, "c1", Fact("case.started")) with { Training = true }); });
        Assert.Equal(0, (await fixture.Store.HeadAsync(None)).Count);
    }

    [Fact]
    public async Task Profile_texts_are_kept_once_under_their_hash()
    {
        await using var fixture = new StoreFixture();
        var hash = EntryHash.Of("{\"id\":\"CM\"}");

        await fixture.Store.KeepAsync(hash, "CM@1", "{\"id\":\"CM\"}", Start, None);
        await fixture.Store.KeepAsync(hash, "CM@1", "{\"id\":\"CM\"}", Start, None);

        Assert.Equal("{\"id\":\"CM\"}", await fixture.Store.FindAsync(hash, None));
        Assert.Null(await fixture.Store.FindAsync(EntryHash.Of("x"), None));
        Assert.Throws<ArgumentException>(() => { _ = fixture.Store.KeepAsync(hash, "CM@1", "another", Start, None); });
    }

    [Fact]
    public async Task The_change_feed_tells_stream_bureaus_and_tables_of_each_commit()
    {
        await using var fixture = new StoreFixture();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var changes = fixture.Store.Changes.FollowAsync(stop.Token).GetAsyncEnumerator(stop.Token);

        await fixture.AppendAsync(Batch("case/1", 0, "c1", Fact("case.started")) with { Rows = [Case("1", "CM"), Case("2", "CZ")] });

        Assert.True(await changes.MoveNextAsync());
        Assert.Equal(("case/1", 1L), (changes.Current!.Stream, changes.Current.Sequence));
        Assert.Equal<string>(["CM", "CZ"], [.. changes.Current.Bureaus]);
        Assert.Equal<string>(["cases"], [.. changes.Current.Tables]);
        await changes.DisposeAsync();
    }
}
