using System.Collections.Immutable;
using System.Diagnostics;
using Enforcement.Domain.Regulations;
using Enforcement.Domain.Supervision;

namespace Enforcement.Domain.Recorders;

/// <summary>Where a recorder is.</summary>
public enum RecorderStage
{
    /// <summary>在库</summary>
    InStore,

    /// <summary>已领用</summary>
    Issued,

    /// <summary>维修</summary>
    Repair,

    /// <summary>报废</summary>
    Retired,
}

/// <summary>A time in an officer's hands.</summary>
/// <param name="OfficerId">The holder.</param>
/// <param name="OfficerName">The holder's name.</param>
/// <param name="From">Since when.</param>
/// <param name="Until">Until when; <see langword="null"/>: still.</param>
public sealed record RecorderHolding(string OfficerId, string OfficerName, DateTimeOffset From, DateTimeOffset? Until);

/// <summary>A file that the recorder told of.</summary>
/// <param name="RecordingId">The recording.</param>
/// <param name="File">The id of the file on the device.</param>
/// <param name="Start">What was told of its start; <see langword="null"/>: the end came first.</param>
/// <param name="StartedAt">When it started, on the legal clock.</param>
/// <param name="Stop">What was told of its end.</param>
/// <param name="StoppedAt">When it ended, on the legal clock.</param>
/// <param name="Lost">Whether the recorder fell silent during it and has not been heard since.</param>
public sealed record RecorderFile(
    string RecordingId, string File, RecorderEvent.RecordingStarted? Start, DateTimeOffset? StartedAt, RecorderEvent.RecordingStopped? Stop, DateTimeOffset? StoppedAt, bool Lost)
{
    /// <summary>Whether it records, as far as is known.</summary>
    public bool Running => Start is not null && Stop is null;
}

/// <summary>What the ledger of one recorder adds up to. Bounded: what is long past stands in the ledger only.</summary>
/// <param name="Registration">The entry in the register; <see langword="null"/>: not registered.</param>
/// <param name="Stage">Where it is.</param>
/// <param name="Reason">Why it is in repair or retired, or what was last repaired.</param>
/// <param name="Holdings">Holders, oldest first; the last one may hold it still. The latest 32.</param>
/// <param name="KeyGeneration">The generation of its key, from 1.</param>
/// <param name="Files">Files, the one last touched at the end. All that run, and the latest others up to 64.</param>
/// <param name="Faults">The latest 16 faults, oldest first.</param>
/// <param name="Findings">Findings.</param>
public sealed record RecorderState(
    RecorderEvent.Registered? Registration,
    RecorderStage Stage,
    string? Reason,
    ImmutableArray<RecorderHolding> Holdings,
    int KeyGeneration,
    ImmutableArray<RecorderFile> Files,
    ImmutableArray<Fact> Faults,
    FindingBook Findings)
{
    private const int MostHoldings = 32;
    private const int MostFiles = 64;
    private const int MostFaults = 16;

    /// <summary>Before everything.</summary>
    public static RecorderState None { get; } = new(null, RecorderStage.InStore, null, [], 1, [], [], FindingBook.Empty);

    /// <summary>Whether it is registered.</summary>
    public bool Exists => Registration is not null;

    /// <summary>Who holds it now.</summary>
    public RecorderHolding? Holder => Holdings is [.., { Until: null } last] ? last : null;

    /// <summary>The file that runs, the youngest if it forgot to end others.</summary>
    public RecorderFile? Running => Files.LastOrDefault(f => f.Running);

    /// <summary>A file by its recording, or <see langword="null"/>.</summary>
    public RecorderFile? Find(string recordingId) => Files.FirstOrDefault(f => f.RecordingId == recordingId);

    /// <summary>Who held it at an instant, or <see langword="null"/>.</summary>
    public RecorderHolding? HolderAt(DateTimeOffset at) => Holdings.LastOrDefault(h => h.From <= at && (h.Until is not { } until || at < until));

    /// <summary>The state after a fact.</summary>
    public static RecorderState Evolve(RecorderState state, Fact fact) => fact.Event switch
    {
        RecorderEvent.Registered e => state with { Registration = e },
        RecorderEvent.Issued e => state.HandedTo(e, fact.OccurredAt),
        RecorderEvent.Returned => state.HandedBack(fact.OccurredAt) with { Stage = RecorderStage.InStore },
        RecorderEvent.SentToRepair e => state.HandedBack(fact.OccurredAt) with { Stage = RecorderStage.Repair, Reason = e.Reason },
        RecorderEvent.Repaired e => state with { Stage = RecorderStage.InStore, Reason = e.Work },
        RecorderEvent.Retired e => state.HandedBack(fact.OccurredAt) with { Stage = RecorderStage.Retired, Reason = e.Reason },
        RecorderEvent.KeyRenewed e => state with { KeyGeneration = e.Generation },
        RecorderEvent.RecordingStarted e => state.Touched(e.RecordingId, e.File, f => f with { Start = e, StartedAt = fact.OccurredAt }),
        RecorderEvent.RecordingStopped e => state.Touched(e.RecordingId, e.File, f => f with { Stop = e, StoppedAt = fact.OccurredAt, Lost = false }),
        RecorderEvent.ContactLost e => state.Touched(e.RecordingId, e.File, f => f with { Lost = true }),
        RecorderEvent.ContactFound e => state.Touched(e.RecordingId, string.Empty, f => f with { Lost = false }),
        RecorderEvent.Fault => state with { Faults = Latest(state.Faults.Add(fact), MostFaults) },
        FindingEvent e => state with { Findings = state.Findings.Evolve(e) },
        _ => throw new UnreachableException($"RecorderState does not know {fact.Event.GetType().Name}."),
    };

    private RecorderState HandedTo(RecorderEvent.Issued issue, DateTimeOffset at) => this with
    {
        Stage = RecorderStage.Issued,
        Holdings = Latest(Holdings.Add(new(issue.OfficerId, issue.OfficerName, at, null)), MostHoldings),
    };

    private RecorderState HandedBack(DateTimeOffset at) =>
        Holder is { } holder ? this with { Holdings = Holdings.SetItem(Holdings.Length - 1, holder with { Until = at }) } : this;

    private RecorderState Touched(string recordingId, string file, Func<RecorderFile, RecorderFile> change)
    {
        var known = Find(recordingId);
        var files = known is null ? Files : Files.Remove(known);
        var spare = files.Length - MostFiles + 1;
        if (spare > 0)
        {
            files = [.. files.Where(f => f.Running || f.Lost || spare-- <= 0)];
        }

        return this with { Files = files.Add(change(known ?? new(recordingId, file, null, null, null, null, Lost: false))) };
    }

    private static ImmutableArray<T> Latest<T>(ImmutableArray<T> items, int most) => items.Length > most ? items[^most..] : items;
}
