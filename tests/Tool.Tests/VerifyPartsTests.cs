using System.Collections.Immutable;
using Enforcement.Domain.Ledger;
using Enforcement.Domain.Recordings;
using Enforcement.Domain.Regulations;
using Enforcement.Grains.Ledger;
using Enforcement.Storage.Folders;
using Enforcement.Storage.Sqlite;

namespace Enforcement.Tool.Tests;

/// <summary>What verify looks at beyond the chain: events, profile texts, media.</summary>
public sealed class VerifyPartsTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("parts-");

    [Fact]
    public async Task An_event_that_this_program_cannot_read_is_named()
    {
        await WriteAsync(new NewEntry("recording.viewed", 1, SampleLedger.Start, "{\"purpose\":\"x\"}"), new NewEntry("recording.wiewed", 1, SampleLedger.Start, "{}"));

        var (code, fault) = await FaultAsync();

        Assert.Equal(ExitCode.Bad, code);
        Assert.StartsWith("event, position 2, stream recording/R-1, sequence 2: event \"recording.wiewed\" version 1 is unknown", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_with_an_unknown_member_is_named()
    {
        await WriteAsync(new NewEntry("recording.viewed", 1, SampleLedger.Start, "{\"extra\":1,\"purpose\":\"x\"}"));

        var (code, fault) = await FaultAsync();

        Assert.Equal(ExitCode.Bad, code);
        Assert.StartsWith("event, position 1, stream recording/R-1, sequence 1:", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_that_an_entry_names_must_be_kept()
    {
        var hash = EntryHash.Of("{}");
        var announced = new RecordingEvent.Announced("CM", null, "o-1", "𠮷野", AvMode.Video, SampleLedger.Start, null, null, "CM", hash);
        await WriteAsync(Fact(announced));

        Assert.Equal((ExitCode.Bad, $"profile, position 1, stream recording/R-1, sequence 1: the text of profile {hash} that it names is not kept"), await FaultAsync());
        await using (var store = Open())
        {
            await store.KeepAsync(hash, "CM", "{}", SampleLedger.Start, CancellationToken.None);
        }

        Assert.Equal(ExitCode.Good, (await Tool.RunAsync("verify", _root.FullName)).Code);
    }

    [Fact]
    public async Task A_stored_recording_that_is_not_there_is_named_unless_media_is_left_out()
    {
        var hash = EntryHash.Of("film");
        await WriteAsync(Fact(new RecordingEvent.Stored(new FileFacts(hash, hash, 4, hash, 1, "a.mp4", "video/mp4", "u-1"))));

        var (code, fault) = await FaultAsync();

        Assert.Equal(ExitCode.Bad, code);
        Assert.StartsWith($"media, position 1, stream recording/R-1, sequence 1: file {hash}", fault, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Good, (await Tool.RunAsync("verify", _root.FullName, "--no-media")).Code);
    }

    public void Dispose() => _root.Delete(recursive: true);

    private static NewEntry Fact(RecordingEvent fact)
    {
        var (name, payload) = LedgerEvents.Serializer.Write(fact);
        return new NewEntry(name.Name, name.Version, SampleLedger.Start, payload);
    }

    private SqliteStore Open() => SqliteStore.Open(new SqliteStoreOptions(DataFolder.LedgerFileIn(_root.FullName), Training: false));

    private async Task WriteAsync(params ImmutableArray<NewEntry> entries)
    {
        await using var store = Open();
        await store.AppendAsync(
            new AppendBatch("recording/R-1", 0, "c", "h", new Actor("o-1", "x", "handler", "CM", null), SampleLedger.Start, Training: false, entries, "{}", [], null),
            CancellationToken.None);
    }

    private async Task<(int Code, string FirstFault)> FaultAsync()
    {
        var (code, output, _) = await Tool.RunAsync("verify", _root.FullName);
        return (code, output.Split(Environment.NewLine)[1]);
    }
}
