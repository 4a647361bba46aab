using System.Collections.Immutable;
using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Cases;

/// <summary>What happened in a case [案件]. New kinds may be added; none is ever renamed or edited, because the ledger outlives the code.</summary>
/// <remarks>A case's stream also holds <see cref="Deadlines.ClockEvent"/> and <see cref="Supervision.FindingEvent"/>.</remarks>
public abstract record CaseEvent : DomainEvent
{
    private CaseEvent()
    {
    }

    /// <summary>The case came into being and was pinned to a profile [立档].</summary>
    /// <param name="Number">The case number [案号].</param>
    /// <param name="Bureau">The bureau's id.</param>
    /// <param name="ActType">The kind of administrative act.</param>
    /// <param name="Origin">How it came about.</param>
    /// <param name="Title">The cause in one line [案由].</param>
    /// <param name="Party">The party [当事人].</param>
    /// <param name="ProfileId">The profile in force.</param>
    /// <param name="ProfileHash">SHA-256 of its text.</param>
    public sealed record Opened(
        string Number, string Bureau, ActType ActType, CaseOrigin Origin, string Title, Party Party, string ProfileId, string ProfileHash) : CaseEvent;

    /// <summary>An act was recorded [记录执法环节].</summary>
    /// <param name="Act">The entry.</param>
    /// <param name="Reached">The stage the case has reached with it; <see langword="null"/>: unchanged.</param>
    /// <param name="Flags">The case flags it sets.</param>
    public sealed record ActRecorded(ActEntry Act, CaseStage? Reached, ImmutableDictionary<string, string> Flags) : CaseEvent;

    /// <summary>A document came after its act.</summary>
    public sealed record DocumentAttached(string Act, DocumentEntry Document) : CaseEvent;

    /// <summary>A recording was linked to an act [音像记录关联].</summary>
    public sealed record RecordingLinked(string Act, RecordingEntry Recording) : CaseEvent;

    /// <summary>A linked recording was described in text for the archive [制作方法、制作时间、制作人、证明对象、声音资料文字记录].</summary>
    public sealed record RecordingDescribed(string Recording, ImmutableDictionary<string, string> Fields, string? Transcript) : CaseEvent;

    /// <summary>The file of a linked recording is in the store, verified.</summary>
    public sealed record RecordingStored(string Recording, string Sha256, DateTimeOffset StoredAt) : CaseEvent;
}

/// <summary>The party [当事人].</summary>
/// <param name="Name">Name of the person or organisation.</param>
/// <param name="Kind">Person or organisation.</param>
/// <param name="IdNumber">Identity or credit code [统一社会信用代码]; may be unknown at first.</param>
/// <param name="Contact">Address or telephone.</param>
public sealed record Party(string Name, PartyKind Kind, string? IdNumber = null, string? Contact = null);

/// <summary>The kinds of party.</summary>
public enum PartyKind
{
    /// <summary>公民</summary>
    Person,

    /// <summary>法人或其他组织</summary>
    Organisation,

    /// <summary>Not known yet [待查].</summary>
    Unknown,
}

/// <summary>One recorded act, as it stands in the ledger.</summary>
public sealed record ActEntry
{
    /// <summary>The id of the entry, unique in the case: <c>a1</c>, <c>a2</c> …</summary>
    public required string Id { get; init; }

    /// <summary>The act kind.</summary>
    public required string Kind { get; init; }

    /// <summary>The name of the act in the pinned profile.</summary>
    public required Words Name { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>When it was written down.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who wrote it down.</summary>
    public required Person By { get; init; }

    /// <summary>Written down later than the profile's limit after it happened [补录].</summary>
    public bool LateEntry { get; init; }

    /// <summary>A leader's consent to an entry beyond the limit, with the reason.</summary>
    public LateConsent? Consent { get; init; }

    /// <summary>The profile does not list the act: recorded as a plain record, without requirement.</summary>
    public bool Plain { get; init; }

    /// <summary>The values of the form's fields by id.</summary>
    public ImmutableDictionary<string, string> Fields { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Officers present, with certificates.</summary>
    public ImmutableArray<OfficerEntry> Officers { get; init; } = [];

    /// <summary>Documents given with the act.</summary>
    public ImmutableArray<DocumentEntry> Documents { get; init; } = [];

    /// <summary>Signatures and refusals.</summary>
    public ImmutableArray<SignatureEntry> Signatures { get; init; } = [];

    /// <summary>Recordings linked with the act itself.</summary>
    public ImmutableArray<RecordingEntry> Recordings { get; init; } = [];

    /// <summary>The need of an audio-video record as decided when the act was recorded.</summary>
    public AvNeed Av { get; init; }

    /// <summary>The article of that need.</summary>
    public string? AvArticle { get; init; }

    /// <summary>Which kinds of record satisfy it; empty: any.</summary>
    public ImmutableArray<AvMode> AvModes { get; init; } = [];

    /// <summary>The exemption that was used.</summary>
    public AvExemptionEntry? Exemption { get; init; }

    /// <summary>When recording on the spot ended, as declared; the act's own hand-in term counts from here.</summary>
    public DateTimeOffset? AvEnded { get; init; }

    /// <summary>The act it is about (the form that is approved).</summary>
    public string? RefersTo { get; init; }

    /// <summary>The entry that it replaces [更正], with the reason.</summary>
    public Correction? Corrects { get; init; }
}

/// <summary>A leader's consent to a late entry.</summary>
/// <param name="Act">The entry in which the leader consented; it serves one late entry.</param>
/// <param name="LeaderName">The leader.</param>
/// <param name="Reason">The reason given.</param>
public sealed record LateConsent(string Act, string LeaderName, string Reason);

/// <summary>A correction by a new entry [更正].</summary>
/// <param name="Act">The entry that no longer stands. It stays in the ledger.</param>
/// <param name="Reason">Why.</param>
public sealed record Correction(string Act, string Reason);

/// <summary>An officer present [执法人员].</summary>
public sealed record OfficerEntry(string Id, string Name, string Certificate, bool Shown);

/// <summary>A document [文书].</summary>
/// <param name="Id">The document's id in the act's rule, or a free one.</param>
/// <param name="Title">Its title.</param>
/// <param name="Number">Its number [文号], where it has one.</param>
/// <param name="Sha256">The scanned or made file in the media store, where there is one.</param>
public sealed record DocumentEntry(string Id, string Title, string? Number = null, string? Sha256 = null);

/// <summary>A signature or its refusal.</summary>
/// <param name="By">In which capacity.</param>
/// <param name="Name">The name.</param>
/// <param name="Refused">The refusal was recorded in its place.</param>
/// <param name="Reason">Why it was refused.</param>
public sealed record SignatureEntry(Signer By, string Name, bool Refused = false, string? Reason = null);

/// <summary>A recording linked to an act.</summary>
/// <param name="Id">The recording's id.</param>
/// <param name="Mode">Its kind.</param>
/// <param name="Ended">When recording ended, if known.</param>
/// <param name="Sha256">The hash of the stored file; <see langword="null"/> while only announced.</param>
/// <param name="StoredAt">When it was stored and verified.</param>
public sealed record RecordingEntry(string Id, AvMode Mode, DateTimeOffset? Ended = null, string? Sha256 = null, DateTimeOffset? StoredAt = null);

/// <summary>The exemption from a required recording.</summary>
/// <param name="Ground">State secret and the like, or unsuitable.</param>
/// <param name="Reason">The reason in words, where the regulation asks for it.</param>
/// <param name="Article">The article of the exemption.</param>
public sealed record AvExemptionEntry(AvExemptionGround Ground, string? Reason, string Article);

/// <summary>Grounds of an exemption.</summary>
public enum AvExemptionGround
{
    /// <summary>国家秘密等</summary>
    Secret,

    /// <summary>不适宜音像记录</summary>
    Unsuitable,
}
