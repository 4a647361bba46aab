using Enforcement.Storage.Sqlite.Engine;
using Orleans.Storage;

namespace Enforcement.Storage.Tests.Sqlite.Engine;

public sealed class SqliteGrainStorageTests : IDisposable
{
    private static readonly GrainId Grain = GrainId.Create("recorder", "R-1");
    private readonly EngineFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task A_written_state_is_read_back_by_the_next_process()
    {
        var written = new GrainState<Checkpoint>(new(7, "七", [1, 2]));
        await new SqliteGrainStorage(_file.Open()).WriteStateAsync("checkpoint", Grain, written);
        using var afterKill = _file.CopyAsKilled();

        var read = new GrainState<Checkpoint>();
        await new SqliteGrainStorage(afterKill.Open()).ReadStateAsync("checkpoint", Grain, read);

        Assert.True(read.RecordExists);
        Assert.Equal(written.ETag, read.ETag);
        Assert.Equal((7, "七"), (read.State!.Sequence, read.State.Name));
        Assert.Equal([1, 2], read.State.Parts);
    }

    [Fact]
    public async Task A_state_that_was_never_written_does_not_exist()
    {
        var read = new GrainState<Checkpoint>(new(1, "x", []), "old");
        await new SqliteGrainStorage(_file.Open()).ReadStateAsync("checkpoint", Grain, read);
        Assert.Equal((false, null, null), (read.RecordExists, read.ETag, read.State));
    }

    [Fact]
    public async Task A_write_on_a_stale_version_is_refused_and_changes_nothing()
    {
        var storage = new SqliteGrainStorage(_file.Open());
        var first = new GrainState<Checkpoint>(new(1, "first", []));
        await storage.WriteStateAsync("checkpoint", Grain, first);
        var stale = new GrainState<Checkpoint>(new(2, "stale", []), "another version");

        var refused = await Assert.ThrowsAsync<InconsistentStateException>(() => storage.WriteStateAsync("checkpoint", Grain, stale));

        Assert.Equal((first.ETag, "another version"), (refused.StoredEtag, refused.CurrentEtag));
        var read = new GrainState<Checkpoint>();
        await storage.ReadStateAsync("checkpoint", Grain, read);
        Assert.Equal("first", read.State!.Name);
    }

    [Fact]
    public async Task Two_first_writes_of_one_state_cannot_both_succeed()
    {
        var storage = new SqliteGrainStorage(_file.Open());
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            try
            {
                await storage.WriteStateAsync("checkpoint", Grain, new GrainState<Checkpoint>(new(i, "x", [])));
                return 1;
            }
            catch (InconsistentStateException)
            {
                return 0;
            }
        }));
        Assert.Equal(1, outcomes.Sum());
    }

    [Fact]
    public async Task In_a_group_of_writes_the_stale_one_fails_alone()
    {
        var storage = new SqliteGrainStorage(_file.Open());
        var good = Enumerable.Range(0, 50).Select(i => storage.WriteStateAsync("checkpoint", GrainId.Create("recorder", $"R-{i}"), new GrainState<Checkpoint>(new(i, "x", [])))).ToList();
        var bad = storage.WriteStateAsync("checkpoint", GrainId.Create("recorder", "other"), new GrainState<Checkpoint>(new(1, "x", []), "stale"));
        await Task.WhenAll(good);
        await Assert.ThrowsAsync<InconsistentStateException>(() => bad);
    }

    [Fact]
    public async Task A_cleared_state_is_gone_and_its_old_version_writes_nothing_more()
    {
        var storage = new SqliteGrainStorage(_file.Open());
        var state = new GrainState<Checkpoint>(new(1, "x", []));
        await storage.WriteStateAsync("checkpoint", Grain, state);
        var old = new GrainState<Checkpoint>(new(2, "y", []), state.ETag);

        await storage.ClearStateAsync("checkpoint", Grain, state);

        Assert.Equal((false, null), (state.RecordExists, state.ETag));
        await storage.WriteStateAsync("checkpoint", Grain, new GrainState<Checkpoint>(new(3, "z", [])));
        await Assert.ThrowsAsync<InconsistentStateException>(() => storage.WriteStateAsync("checkpoint", Grain, old));
    }

    [Fact]
    public async Task Clearing_what_is_not_there_is_no_error()
    {
        var state = new GrainState<Checkpoint>();
        await new SqliteGrainStorage(_file.Open()).ClearStateAsync("checkpoint", Grain, state);
        Assert.False(state.RecordExists);
    }

    [Fact]
    public async Task A_file_of_a_newer_program_is_refused()
    {
        _file.Execute("PRAGMA user_version = 99");
        var storage = new SqliteGrainStorage(_file.Open());
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => storage.ReadStateAsync("checkpoint", Grain, new GrainState<Checkpoint>()));
        Assert.Contains("newer program", refused.Message, StringComparison.Ordinal);
    }

    [GenerateSerializer]
    [Alias("tests.checkpoint")]
    internal sealed record Checkpoint([property: Id(0)] long Sequence, [property: Id(1)] string Name, [property: Id(2)] int[] Parts);
}
