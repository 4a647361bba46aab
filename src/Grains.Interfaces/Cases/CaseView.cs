using System.Collections.Immutable;

namespace Enforcement.Grains.Interfaces.Cases;

/// <summary>Everything a page shows of one case.</summary>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.case-view")]
public sealed record CaseView
{
    /// <summary>The case id.</summary>
    [Id(0)]
    public required string Id { get; init; }

    /// <summary>The case number [案号].</summary>
    [Id(1)]
    public required string Number { get; init; }

    /// <summary>The bureau's id.</summary>
    [Id(2)]
    public required string Bureau { get; init; }

    /// <summary>The kind of act, as id and wording.</summary>
    [Id(3)]
    public required NamedValue ActType { get; init; }

    /// <summary>The origin.</summary>
    [Id(4)]
    public required NamedValue Origin { get; init; }

    /// <summary>The furthest stage reached.</summary>
    [Id(5)]
    public required NamedValue Stage { get; init; }

    /// <summary>All stages in order, for the stage line.</summary>
    [Id(6)]
    public required ImmutableArray<NamedValue> Stages { get; init; }

    /// <summary>The cause in one line.</summary>
    [Id(7)]
    public required string Title { get; init; }

    /// <summary>The party.</summary>
    [Id(8)]
    public required PartyInfo Party { get; init; }

    /// <summary>The pinned profile.</summary>
    [Id(9)]
    public required ProfilePin Profile { get; init; }

    /// <summary>When it was opened.</summary>
    [Id(10)]
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When the act ended.</summary>
    [Id(11)]
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When the file was accepted into the archive.</summary>
    [Id(12)]
    public DateTimeOffset? ArchivedAt { get; init; }

    /// <summary>Entries in the order they were written.</summary>
    [Id(13)]
    public required ImmutableArray<ActView> Acts { get; init; }

    /// <summary>Terms: open ones first, by due instant.</summary>
    [Id(14)]
    public required ImmutableArray<ClockView> Clocks { get; init; }

    /// <summary>Requirements of all standing entries.</summary>
    [Id(15)]
    public required ImmutableArray<RequirementView> Requirements { get; init; }

    /// <summary>Findings, open ones first.</summary>
    [Id(16)]
    public required ImmutableArray<FindingView> Findings { get; init; }

    /// <summary>What may be recorded next by the caller, and what may not and why.</summary>
    [Id(17)]
    public required ImmutableArray<NextAct> Next { get; init; }

    /// <summary>How many entries the stream has, and the hash of the last one; the chain was verified when it was read.</summary>
    [Id(18)]
    public required ProofView Proof { get; init; }

    /// <summary>Fields in which each recording must be described for the archive; empty where the regulation asks for none.</summary>
    [Id(19)]
    public required ImmutableArray<FormField> RecordingFields { get; init; }

    /// <summary>Whether a transcript of sound is demanded.</summary>
    [Id(20)]
    public bool TranscriptDemanded { get; init; }

    /// <summary>The legal clock's now when the view was made.</summary>
    [Id(21)]
    public required DateTimeOffset Now { get; init; }

    /// <summary>Whether it was made in a training installation.</summary>
    [Id(22)]
    public bool Training { get; init; }
}

/// <summary>An id with its wording.</summary>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.named-value")]
public sealed record NamedValue([property: Id(0)] string Id, [property: Id(1)] Wording Name);

/// <summary>The profile a case is pinned to.</summary>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.profile-pin")]
public sealed record ProfilePin([property: Id(0)] string Id, [property: Id(1)] string Code, [property: Id(2)] Wording Title, [property: Id(3)] string Hash);

/// <summary>The proof state of a stream.</summary>
/// <param name="Entries">Number of entries.</param>
/// <param name="HeadHash">SHA-256 of the last entry, lower-case hex.</param>
/// <param name="VerifiedAt">When the whole chain was last verified by reading it.</param>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.proof")]
public sealed record ProofView([property: Id(0)] long Entries, [property: Id(1)] string HeadHash, [property: Id(2)] DateTimeOffset VerifiedAt)
{
    /// <summary>The place of the last entry in the order of the whole ledger, from 1; 0: not known. A checkpoint over at least as many entries covers the case.</summary>
    [Id(3)]
    public long Position { get; init; }
}

/// <summary>An article with its text.</summary>
/// <param name="Cite">The cite.</param>
/// <param name="Text">Its own text, or the gist.</param>
/// <param name="IsGist">Only the gist is at hand.</param>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.article")]
public sealed record ArticleView([property: Id(0)] string Cite, [property: Id(1)] string Text, [property: Id(2)] bool IsGist);

/// <summary>One requirement and how it stands: present, exempt, missing.</summary>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.requirement")]
public sealed record RequirementView(
    [property: Id(0)] string Act,
    [property: Id(1)] string Kind,
    [property: Id(2)] Wording ActName,
    [property: Id(3)] string Requirement,
    [property: Id(4)] string RequirementId,
    [property: Id(5)] Wording Name,
    [property: Id(6)] string Article,
    [property: Id(7)] string Status,
    [property: Id(8)] string? Reason);

/// <summary>A finding.</summary>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.finding")]
public sealed record FindingView(
    [property: Id(0)] string Id,
    [property: Id(1)] string Code,
    [property: Id(2)] string? Article,
    [property: Id(3)] bool Advisory,
    [property: Id(4)] Wording Text,
    [property: Id(5)] string? About,
    [property: Id(6)] string? Resolution,
    [property: Id(7)] string? ResolvedBy);

/// <summary>A term [期限].</summary>
/// <param name="Clock">The instance.</param>
/// <param name="Rule">The rule's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Article">The article that sets it.</param>
/// <param name="Sentence">Why it ends when it ends, in a sentence.</param>
/// <param name="Phase">running, suspended, waiting, met, met-late, missed, cancelled.</param>
/// <param name="Started">The start instant.</param>
/// <param name="DueAt">The due instant; <see langword="null"/>: no number, or waiting.</param>
/// <param name="Unit">hours, days, working-days, date, promptly.</param>
/// <param name="Provisional">A calendar year involved is not published yet.</param>
/// <param name="Advisory">Not in the regulation.</param>
/// <param name="Near">How near: none, 1 the first threshold, 2 the second …</param>
/// <param name="StoppedAt">When it was met.</param>
/// <param name="MissedDetectedAt">When the miss was noticed.</param>
/// <param name="SubjectId">The act or recording it belongs to.</param>
/// <param name="Overridable">The article that lets another law replace it, or <see langword="null"/>.</param>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.clock")]
public sealed record ClockView(
    [property: Id(0)] string Clock,
    [property: Id(1)] string Rule,
    [property: Id(2)] Wording Name,
    [property: Id(3)] string Article,
    [property: Id(4)] Wording Sentence,
    [property: Id(5)] string Phase,
    [property: Id(6)] DateTimeOffset Started,
    [property: Id(7)] DateTimeOffset? DueAt,
    [property: Id(8)] string Unit,
    [property: Id(9)] bool Provisional,
    [property: Id(10)] bool Advisory,
    [property: Id(11)] int Near,
    [property: Id(12)] DateTimeOffset? StoppedAt,
    [property: Id(13)] DateTimeOffset? MissedDetectedAt,
    [property: Id(14)] string? SubjectId,
    [property: Id(15)] string? Overridable)
{
    /// <summary>Times that did not count [中止], oldest first; the last may still last.</summary>
    [Id(16)]
    public ImmutableArray<ClockPause> Pauses { get; init; } = [];
}

/// <summary>A time in which a term stood still [中止].</summary>
/// <param name="From">Since when.</param>
/// <param name="Until">When it ran on; <see langword="null"/>: it still stands.</param>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.clock-pause")]
public sealed record ClockPause([property: Id(0)] DateTimeOffset From, [property: Id(1)] DateTimeOffset? Until);
