using System.Collections.Immutable;
using System.Diagnostics;
using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Regulations;
using Enforcement.Domain.Supervision;

namespace Enforcement.Domain.Cases;

/// <summary>What the ledger of one case adds up to.</summary>
public sealed record CaseState
{
    /// <summary>No case yet.</summary>
    public static CaseState None { get; } = new();

    /// <summary>How the case was opened; <see langword="null"/>: it does not exist.</summary>
    public CaseEvent.Opened? Opening { get; init; }

    /// <summary>The furthest stage reached.</summary>
    public CaseStage Stage { get; init; }

    /// <summary>Flags that conditions ask for: <c>actType</c>, <c>origin</c>, and those that fields set.</summary>
    public ImmutableDictionary<string, string> Flags { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>All entries in the order they were written, corrected ones included.</summary>
    public ImmutableArray<ActState> Acts { get; init; } = [];

    /// <summary>The terms.</summary>
    public ClockBook Clocks { get; init; } = ClockBook.Empty;

    /// <summary>The findings.</summary>
    public FindingBook Findings { get; init; } = FindingBook.Empty;

    /// <summary>When the act ended [行为终结], or <see langword="null"/>.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When the file was accepted into the archive, or <see langword="null"/>.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }

    /// <summary>Whether the case exists.</summary>
    public bool Exists => Opening is not null;

    /// <summary>Entries that stand: not replaced by a correction.</summary>
    public IEnumerable<ActState> Standing => Acts.Where(a => a.CorrectedBy is null);

    /// <summary>The entry with this id, or <see langword="null"/>.</summary>
    public ActState? Find(string act) => Acts.FirstOrDefault(a => a.Entry.Id == act);

    /// <summary>The latest standing entry of a kind, or <see langword="null"/>.</summary>
    public ActState? Latest(string kind) => Acts.LastOrDefault(a => a.CorrectedBy is null && a.Entry.Kind == kind);

    /// <summary>The first entry of a chain of corrections: terms belong to it, whichever entry stands now.</summary>
    public string RootOf(string act)
    {
        var entry = Find(act)?.Entry;
        while (entry?.Corrects is { } correction)
        {
            entry = Find(correction.Act)?.Entry;
        }

        return entry?.Id ?? act;
    }

    /// <summary>The state after all these facts.</summary>
    public static CaseState Replay(IEnumerable<DomainEvent> events) => events.Aggregate(None, Evolve);

    /// <summary>The state after a fact.</summary>
    public static CaseState Evolve(CaseState state, DomainEvent @event) => @event switch
    {
        CaseEvent.Opened e => state with
        {
            Opening = e,
            Flags = state.Flags.SetItem("actType", Kebab.Of(e.ActType)).SetItem("origin", Kebab.Of(e.Origin)),
        },
        CaseEvent.ActRecorded e => state.Add(e),
        CaseEvent.DocumentAttached e => state.Change(e.Act, a => a with { Documents = a.Documents.Add(e.Document) }),
        CaseEvent.RecordingLinked e => state.Change(e.Act, a => a with { Recordings = a.Recordings.Add(new LinkedRecording(e.Recording)) }),
        CaseEvent.RecordingStored e => state.ChangeRecording(e.Recording, r => r with { Entry = r.Entry with { Sha256 = e.Sha256, StoredAt = e.StoredAt } }),
        CaseEvent.RecordingDescribed e => state.ChangeRecording(e.Recording, r => r with { Description = r.Description.SetItems(e.Fields), Transcript = e.Transcript ?? r.Transcript }),
        ClockEvent e => state with { Clocks = state.Clocks.Evolve(e) },
        FindingEvent e => state with { Findings = state.Findings.Evolve(e) },
        _ => throw new UnreachableException($"CaseState does not know {@event.GetType().Name}."),
    };

    private CaseState Add(CaseEvent.ActRecorded e)
    {
        var acts = e.Act.Corrects is { } correction
            ? [.. Acts.Select(a => a.Entry.Id == correction.Act ? a with { CorrectedBy = e.Act.Id } : a)]
            : Acts;
        var reached = e.Reached is { } stage && stage > Stage ? stage : Stage;
        return this with
        {
            Acts = acts.Add(ActState.Of(e.Act)),
            Stage = reached,
            Flags = Flags.SetItems(e.Flags),
            EndedAt = e.Reached is CaseStage.Ended ? EndedAt ?? e.Act.OccurredAt : EndedAt,
            ArchivedAt = e.Reached is CaseStage.Archived ? ArchivedAt ?? e.Act.OccurredAt : ArchivedAt,
        };
    }

    private CaseState Change(string act, Func<ActState, ActState> change) =>
        this with { Acts = [.. Acts.Select(a => a.Entry.Id == act ? change(a) : a)] };

    private CaseState ChangeRecording(string recording, Func<LinkedRecording, LinkedRecording> change) =>
        this with { Acts = [.. Acts.Select(a => a with { Recordings = [.. a.Recordings.Select(r => r.Entry.Id == recording ? change(r) : r)] })] };
}

/// <summary>An entry with what came to it later.</summary>
/// <param name="Entry">The entry as written.</param>
/// <param name="Documents">All documents, later ones included.</param>
/// <param name="Recordings">All recordings, later ones included.</param>
/// <param name="CorrectedBy">The entry that replaced it; <see langword="null"/>: it stands.</param>
public sealed record ActState(ActEntry Entry, ImmutableArray<DocumentEntry> Documents, ImmutableArray<LinkedRecording> Recordings, string? CorrectedBy)
{
    /// <summary>Whether enough recordings are stored: at least one of a satisfying kind, and none outstanding.</summary>
    public bool AvStored =>
        Recordings.Any(r => r.Entry.StoredAt is not null && (Entry.AvModes.IsEmpty || Entry.AvModes.Contains(r.Entry.Mode)))
        && Recordings.All(r => r.Entry.StoredAt is not null);

    /// <summary>Whether a required recording is still outstanding and not exempt.</summary>
    public bool AvOutstanding => Entry is { Av: AvNeed.Required, Exemption: null } && !AvStored;

    internal static ActState Of(ActEntry entry) => new(entry, entry.Documents, [.. entry.Recordings.Select(r => new LinkedRecording(r))], null);
}

/// <summary>A linked recording with its description for the archive.</summary>
/// <param name="Entry">The link.</param>
public sealed record LinkedRecording(RecordingEntry Entry)
{
    /// <summary>The text about it by field id.</summary>
    public ImmutableDictionary<string, string> Description { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The text of its sound.</summary>
    public string? Transcript { get; init; }
}
