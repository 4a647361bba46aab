using System.Collections.Immutable;
using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Cases;

/// <summary>What somebody wants to do with a case.</summary>
public abstract record CaseCommand
{
    private CaseCommand()
    {
    }

    /// <summary>Open a case with its first act [立档].</summary>
    public sealed record Open(string Number, string Bureau, ActType ActType, CaseOrigin Origin, string Title, Party Party, ActInput First) : CaseCommand;

    /// <summary>Record an act.</summary>
    public sealed record RecordAct(ActInput Act) : CaseCommand;

    /// <summary>Add a document to an act after the fact.</summary>
    public sealed record AttachDocument(string Act, DocumentEntry Document) : CaseCommand;

    /// <summary>Link a recording to an act.</summary>
    public sealed record LinkRecording(string Act, RecordingEntry Recording) : CaseCommand;

    /// <summary>Describe a linked recording in text, as the archive asks.</summary>
    public sealed record DescribeRecording(string Recording, ImmutableDictionary<string, string> Fields, string? Transcript) : CaseCommand;

    /// <summary>The store has the file of a linked recording and has verified it.</summary>
    public sealed record ConfirmStored(string Recording, string Sha256, DateTimeOffset StoredAt) : CaseCommand;

    /// <summary>Remote work was declared for a linked recording, or its return: the act's own hand-in term follows the recording's.</summary>
    public sealed record FollowRemoteWork(string Recording, DateTimeOffset DeclaredAt, DateTimeOffset? ReturnedAt) : CaseCommand;

    /// <summary>Replace a term by that of another law [从其规定].</summary>
    public sealed record OverrideClock(string Clock, Term Term, string Source, string Reason) : CaseCommand;

    /// <summary>Close a finding with words.</summary>
    public sealed record ResolveFinding(string Finding, string Resolution) : CaseCommand;

    /// <summary>Notice what has fallen due. Idempotent.</summary>
    public sealed record CheckDeadlines : CaseCommand;

    /// <summary>Decide provisional terms again with the calendar at hand. Idempotent.</summary>
    public sealed record RecountProvisional : CaseCommand;
}

/// <summary>An act as somebody hands it in.</summary>
public sealed record ActInput
{
    /// <summary>The act kind.</summary>
    public required string Kind { get; init; }

    /// <summary>When it happened; <see langword="null"/>: now.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>The values of the form by field id. Empty values count as absent.</summary>
    public ImmutableDictionary<string, string> Fields { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Officers present, resolved from the register.</summary>
    public ImmutableArray<OfficerEntry> Officers { get; init; } = [];

    /// <summary>Officers named that the register does not know, or whose certificate is not valid.</summary>
    public ImmutableArray<string> UnknownOfficers { get; init; } = [];

    /// <summary>Documents.</summary>
    public ImmutableArray<DocumentEntry> Documents { get; init; } = [];

    /// <summary>Signatures and refusals.</summary>
    public ImmutableArray<SignatureEntry> Signatures { get; init; } = [];

    /// <summary>Recordings.</summary>
    public ImmutableArray<RecordingEntry> Recordings { get; init; } = [];

    /// <summary>Recordings named that cannot be linked, each with the reason.</summary>
    public ImmutableArray<Violation> UnusableRecordings { get; init; } = [];

    /// <summary>The exemption claimed.</summary>
    public ExemptionClaim? Exemption { get; init; }

    /// <summary>When recording on the spot ended; <see langword="null"/>: with the act.</summary>
    public DateTimeOffset? AvEnded { get; init; }

    /// <summary>The entry it is about; <see langword="null"/>: the latest of the kinds it can be about.</summary>
    public string? RefersTo { get; init; }

    /// <summary>The entry it replaces.</summary>
    public Correction? Corrects { get; init; }

    /// <summary>The entry in which a leader consented to a late entry.</summary>
    public string? ConsentAct { get; init; }
}

/// <summary>A claim to leave out a required recording.</summary>
public sealed record ExemptionClaim(AvExemptionGround Ground, string? Reason);
