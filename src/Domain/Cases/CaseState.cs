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

    /// <summary>Entries that stand: not replaced by a correction. A correction stands in the place of what it replaced, so that it never becomes "the latest" by being written last.</summary>
    public IEnumerable<ActState> Standing => Acts.Where(a => a.CorrectedBy is null).OrderBy(a => a.Place);

    /// <summary>The entry with this id, or <see langword="null"/>.</summary>
    public ActState? Find(string act) => Acts.FirstOrDefault(a => a.Entry.Id == act);

    /// <summary>The latest standing entry of one of these kinds, or <see langword="null"/>.</summary>
    public ActState? Latest(params IEnumerable<string> kinds) => Acts.Where(a => a.CorrectedBy is null && kinds.Contains(a.Entry.Kind)).MaxBy(a => a.Place);

    /// <summary>The first entry of a chain of corrections: terms belong to it, whichever entry stands now.</summary>
    public string RootOf(string act) => Find(act)?.Root ?? act;

    /// <summary>The state after all these facts.</summary>
    public static CaseState Replay(IEnumerable<DomainEvent> events) => events.Aggregate(None, Evolve);

    /// <summary>The state after a fact.</summary>
    public static CaseState Evolve(CaseState state, DomainEvent @event) => @event switch
    {
        CaseEvent.Opened e => state with
        {
            Opening = e,
            Flags = FlagsOf(e),
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
        if (e.Act.Corrects is not { } correction || Find(correction.Act) is not { } old)
        {
            var act = ActState.Of(e, e.Act.Id, Acts.Length);
            return Count(act, this with { Acts = Acts.Add(act) });
        }

        // What the replaced entry had moved is moved back: stage, flags and instants are counted again over what stands.
        var acts = Acts.Replace(old, old with { CorrectedBy = e.Act.Id }).Add(ActState.Of(e, old.Root, old.Place));
        var none = this with { Acts = acts, Stage = CaseStage.Registered, Flags = FlagsOf(Opening), EndedAt = null, ArchivedAt = null };
        return none.Standing.Aggregate(none, (state, act) => Count(act, state));
    }

    private static CaseState Count(ActState act, CaseState state) => state with
    {
        Stage = act.Reached is { } stage && stage > state.Stage ? stage : state.Stage,
        Flags = state.Flags.SetItems(act.Flags),
        EndedAt = act.Reached is CaseStage.Ended ? state.EndedAt ?? act.Entry.OccurredAt : state.EndedAt,
        ArchivedAt = act.Reached is CaseStage.Archived ? state.ArchivedAt ?? act.Entry.OccurredAt : state.ArchivedAt,
    };

    private static ImmutableDictionary<string, string> FlagsOf(CaseEvent.Opened? opening) => opening is null
        ? ImmutableDictionary<string, string>.Empty
        : ImmutableDictionary<string, string>.Empty.SetItem("actType", Kebab.Of(opening.ActType)).SetItem("origin", Kebab.Of(opening.Origin));

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
    /// <summary>The first entry of its chain of corrections; its own id, if it corrects nothing.</summary>
    public required string Root { get; init; }

    /// <summary>Its place among the acts: a correction has the place of what it replaced.</summary>
    public required int Place { get; init; }

    /// <summary>The stage the case reached with it; <see langword="null"/>: it moved nothing.</summary>
    public CaseStage? Reached { get; init; }

    /// <summary>The case flags it set.</summary>
    public ImmutableDictionary<string, string> Flags { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Whether enough recordings are stored: at least one of a satisfying kind, and none outstanding.</summary>
    public bool AvStored =>
        Recordings.Any(r => r.Entry.StoredAt is not null && (Entry.AvModes.IsEmpty || Entry.AvModes.Contains(r.Entry.Mode)))
        && Recordings.All(r => r.Entry.StoredAt is not null);

    /// <summary>Whether a required recording is still outstanding and not exempt.</summary>
    public bool AvOutstanding => Entry is { Av: AvNeed.Required, Exemption: null } && !AvStored;

    internal static ActState Of(CaseEvent.ActRecorded e, string root, int place) =>
        new(e.Act, e.Act.Documents, [.. e.Act.Recordings.Select(r => new LinkedRecording(r))], null) { Root = root, Place = place, Reached = e.Reached, Flags = e.Flags };
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
