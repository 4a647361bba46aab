using System.Collections.Immutable;

namespace Enforcement.Domain.Deadlines;

/// <summary>One running, standing or ended term [期限] as its facts add up.</summary>
public sealed record ClockState
{
    /// <summary>The instance.</summary>
    public required string Clock { get; init; }

    /// <summary>The rule's id in the profile.</summary>
    public required string Rule { get; init; }

    /// <summary>The name of the term.</summary>
    public required Words Name { get; init; }

    /// <summary>The article that the due instant rests on now.</summary>
    public required string Article { get; init; }

    /// <summary>The act or recording; <see langword="null"/> for a clock of the case.</summary>
    public string? SubjectId { get; init; }

    /// <summary>The act or recording whose event started it.</summary>
    public required string By { get; init; }

    /// <summary>The start instant it is counted from.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>The term that applies, after any override.</summary>
    public required Term Term { get; init; }

    /// <summary>The day given in a document, for such terms.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Whether the last day rolls to a working day; whether it did says <see cref="DueInstant.MovedFrom"/>.</summary>
    public bool Roll { get; init; }

    /// <summary>When it ends.</summary>
    public required DueInstant Due { get; init; }

    /// <summary>Not in the regulation.</summary>
    public bool Advisory { get; init; }

    /// <summary>When it is shown as near, most distant first.</summary>
    public ImmutableArray<Term> Warn { get; init; } = [];

    /// <summary>Times that did not count.</summary>
    public ImmutableArray<Interval> Excluded { get; init; } = [];

    /// <summary>The acts that began and ended each of the times in <see cref="Excluded"/>, in the same order.</summary>
    public ImmutableArray<Pause> Pauses { get; init; } = [];

    /// <summary>Since when it stands still, and why; <see langword="null"/>: it runs.</summary>
    public ClockEvent.Suspended? Suspension { get; init; }

    /// <summary>Extensions so far.</summary>
    public ImmutableArray<ClockEvent.Extended> Extensions { get; init; } = [];

    /// <summary>The override that applies.</summary>
    public ClockEvent.Overridden? Override { get; init; }

    /// <summary>What the regulation itself said before an override.</summary>
    public TermOverride? Overrides { get; init; }

    /// <summary>Waiting for the declared return to the unit (remote work): no due instant until then.</summary>
    public bool AwaitsReturn { get; init; }

    /// <summary>How it was met, or <see langword="null"/>.</summary>
    public ClockEvent.Stopped? Stop { get; init; }

    /// <summary>That it was missed. Once set, it stays.</summary>
    public ClockEvent.Missed? Miss { get; init; }

    /// <summary>The term has no object any more.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>Whether it is neither met nor cancelled.</summary>
    public bool IsOpen => Stop is null && !IsCancelled;

    /// <summary>The next instant at which something must be noticed: open, not suspended, not yet missed; otherwise <see langword="null"/>.</summary>
    public DateTimeOffset? NextDue => IsOpen && Suspension is null && Miss is null ? Due.At : null;

    /// <summary>What a program shows: running, suspended, waiting, met, met-late, missed, cancelled.</summary>
    public ClockPhase Phase => this switch
    {
        { IsCancelled: true } => ClockPhase.Cancelled,
        { Stop.Late: true } => ClockPhase.MetLate,
        { Stop: not null } => ClockPhase.Met,
        { Miss: not null } => ClockPhase.Missed,
        { Suspension: not null } => ClockPhase.Suspended,
        { AwaitsReturn: true } => ClockPhase.Waiting,
        _ => ClockPhase.Running,
    };

    /// <summary>The sentence that explains the term in both languages, from the stored parts.</summary>
    public Words Sentence() => TermSentence.Explain(new TermFacts
    {
        Term = Term,
        Article = Override?.Source ?? Article,
        Started = Started,
        Due = Due,
        Excluded = Excluded,
        SuspendedSince = Suspension?.From,
        SuspensionCause = Suspension?.Cause,
        Overrides = Overrides,
        AwaitsReturn = AwaitsReturn && IsOpen,
        Advisory = Advisory,
    });
}

/// <summary>The acts that began and ended a suspension.</summary>
/// <param name="From">The act that began it.</param>
/// <param name="Until">The act that ended it.</param>
public sealed record Pause(string From, string Until);

/// <summary>How a term stands.</summary>
public enum ClockPhase
{
    /// <summary>进行中</summary>
    Running,

    /// <summary>中止</summary>
    Suspended,

    /// <summary>待返回单位</summary>
    Waiting,

    /// <summary>按期完成</summary>
    Met,

    /// <summary>逾期完成</summary>
    MetLate,

    /// <summary>逾期未完成</summary>
    Missed,

    /// <summary>已取消</summary>
    Cancelled,
}
