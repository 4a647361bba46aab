using Enforcement.Domain.Cases;
using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Ledger;
using Enforcement.Domain.Recordings;
using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Tests.Golden;

/// <summary>Every ledger that a release ever left is read, verified and replayed by every later program.</summary>
public sealed class GoldenLedgerTests
{
    public static TheoryData<string> Files() => [.. GoldenLedger.Files];

    [Fact]
    public void Each_of_the_five_regulations_left_one() =>
        Assert.Equal(["0.1/CM.jsonl", "0.1/CZ.jsonl", "0.1/FS.jsonl", "0.1/GC.jsonl", "0.1/TA.jsonl"], GoldenLedger.Files.Where(f => f.StartsWith("0.1", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Files))]
    public void Its_chains_its_root_and_its_profile_verify(string file)
    {
        var golden = GoldenLedger.Read(file);

        Assert.Empty(golden.Faults);
        Assert.NotEmpty(golden.Entries);
        Assert.NotEmpty(golden.Profiles);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Its_events_are_read_whole(string file)
    {
        foreach (var entry in GoldenLedger.Read(file).Entries)
        {
            Assert.Equal(entry.Payload, LedgerEvents.Serializer.Write(LedgerEvents.Serializer.Read(entry)).Payload);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Its_case_is_complete_archived_and_pinned_to_a_text_that_can_still_be_read(string file)
    {
        var golden = GoldenLedger.Read(file);
        var streams = golden.Entries.ToLookup(e => e.Stream, e => new Fact((DomainEvent)LedgerEvents.Serializer.Read(e), e.OccurredAt));

        var state = CaseState.Replay(streams.Single(s => s.Key.StartsWith("case/", StringComparison.Ordinal)).Select(f => f.Event));
        var profile = ProfileReader.ReadArchived(file, golden.Profiles[state.Opening!.ProfileHash]).Profile;

        Assert.Equal((CaseStage.Archived, profile.Id), (state.Stage, state.Opening.ProfileId));
        Assert.Equal(0, Completeness.Of(state, profile).MissingCount);
        Assert.Equal(ClockPhase.Met, state.Clocks.Find("archive")!.Phase);
        Assert.Empty(state.Findings.Findings);
        var recordings = streams.Where(s => s.Key.StartsWith("recording/", StringComparison.Ordinal)).Select(s => s.Aggregate(RecordingState.None, RecordingState.Evolve)).ToArray();
        Assert.NotEmpty(recordings);
        Assert.All(recordings, r => Assert.NotNull(r.File));
    }
}
