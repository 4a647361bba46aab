using System.Collections.Immutable;

namespace Enforcement.Grains.Interfaces.Cases;

/// <summary>Opens a case.</summary>
/// <param name="Bureau">The bureau's id.</param>
/// <param name="ActType">licence, penalty, coercion, inspection, fee, levy, other.</param>
/// <param name="Origin">application, ex-officio, complaint, double-random, urgent, summary.</param>
/// <param name="Title">The cause in one line [案由].</param>
/// <param name="Party">The party.</param>
/// <param name="First">The first act.</param>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.open-case")]
public sealed record OpenCase(
    [property: Id(0)] string Bureau,
    [property: Id(1)] string ActType,
    [property: Id(2)] string Origin,
    [property: Id(3)] string Title,
    [property: Id(4)] PartyInfo Party,
    [property: Id(5)] ActDraft First);

/// <summary>The party [当事人].</summary>
/// <param name="Name">Name of the person or organisation.</param>
/// <param name="Kind">person, organisation, unknown.</param>
/// <param name="IdNumber">Identity or credit code.</param>
/// <param name="Contact">Address or telephone.</param>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.party")]
public sealed record PartyInfo(
    [property: Id(0)] string Name,
    [property: Id(1)] string Kind,
    [property: Id(2)] string? IdNumber = null,
    [property: Id(3)] string? Contact = null);

/// <summary>An act as somebody hands it in. Lists that are left out count as empty.</summary>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.act-draft")]
public sealed record ActDraft
{
    /// <summary>The act kind.</summary>
    [Id(0)]
    public required string Kind { get; init; }

    /// <summary>When it happened; absent: now.</summary>
    [Id(1)]
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>The values of the form by field id: texts, <c>true</c>/<c>false</c>, choice ids, whole numbers, <c>yyyy-MM-dd</c>, ISO instants.</summary>
    [Id(2)]
    public ImmutableDictionary<string, string> Fields { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Officers present.</summary>
    [Id(3)]
    public ImmutableArray<OfficerPresent> Officers { get; init; } = [];

    /// <summary>Documents.</summary>
    [Id(4)]
    public ImmutableArray<DocumentInfo> Documents { get; init; } = [];

    /// <summary>Signatures and refusals.</summary>
    [Id(5)]
    public ImmutableArray<SignatureInfo> Signatures { get; init; } = [];

    /// <summary>Ids of announced or stored recordings of the act.</summary>
    [Id(6)]
    public ImmutableArray<string> Recordings { get; init; } = [];

    /// <summary>The exemption claimed.</summary>
    [Id(7)]
    public ExemptionInfo? Exemption { get; init; }

    /// <summary>When recording on the spot ended; absent: with the act.</summary>
    [Id(8)]
    public DateTimeOffset? AvEnded { get; init; }

    /// <summary>The entry it is about; absent: the latest one it can be about.</summary>
    [Id(9)]
    public string? RefersTo { get; init; }

    /// <summary>The entry it corrects.</summary>
    [Id(10)]
    public string? Corrects { get; init; }

    /// <summary>Why it corrects.</summary>
    [Id(11)]
    public string? CorrectionReason { get; init; }

    /// <summary>The entry in which a leader consented to a late entry.</summary>
    [Id(12)]
    public string? ConsentAct { get; init; }

    /// <summary>How many entries the case had when the form was opened; the act is refused when the case has moved on since. Absent: not asked.</summary>
    [Id(13)]
    public long? Seen { get; init; }
}

/// <summary>An officer present: the registered id, and whether the certificate was shown.</summary>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.officer-present")]
public sealed record OfficerPresent([property: Id(0)] string Id, [property: Id(1)] bool Shown);

/// <summary>A document.</summary>
/// <param name="Id">The id in the act's rule, or a free one.</param>
/// <param name="Title">The title; empty takes the rule's name.</param>
/// <param name="Number">The number [文号].</param>
/// <param name="Sha256">The uploaded file, lower-case hex.</param>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.document")]
public sealed record DocumentInfo(
    [property: Id(0)] string Id,
    [property: Id(1)] string? Title = null,
    [property: Id(2)] string? Number = null,
    [property: Id(3)] string? Sha256 = null);

/// <summary>A signature or its refusal.</summary>
/// <param name="By">officer, party, party-or-present, witness, server, receiver, handler, reviewer, head, staff, custodian.</param>
/// <param name="Name">The name.</param>
/// <param name="Refused">The refusal is recorded in its place.</param>
/// <param name="Reason">The circumstances of the refusal.</param>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.signature")]
public sealed record SignatureInfo(
    [property: Id(0)] string By,
    [property: Id(1)] string Name,
    [property: Id(2)] bool Refused = false,
    [property: Id(3)] string? Reason = null);

/// <summary>A claim to leave out a required recording.</summary>
/// <param name="Ground">secret, unsuitable.</param>
/// <param name="Reason">The reason in words.</param>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.exemption")]
public sealed record ExemptionInfo([property: Id(0)] string Ground, [property: Id(1)] string? Reason = null);

/// <summary>Adds a document to an act.</summary>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.attach-document")]
public sealed record AttachDocument([property: Id(0)] string Act, [property: Id(1)] DocumentInfo Document);

/// <summary>Links a recording to an act.</summary>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.link-recording")]
public sealed record LinkRecording([property: Id(0)] string Act, [property: Id(1)] string Recording);

/// <summary>Describes a linked recording.</summary>
/// <param name="Recording">The recording's id.</param>
/// <param name="Fields">The text by field id, as the profile's archive rules name them.</param>
/// <param name="Transcript">The text of its sound.</param>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.describe-recording")]
public sealed record DescribeRecording(
    [property: Id(0)] string Recording,
    [property: Id(1)] ImmutableDictionary<string, string> Fields,
    [property: Id(2)] string? Transcript = null);

/// <summary>Replaces a term by that of another law.</summary>
/// <param name="Clock">The instance.</param>
/// <param name="Unit">hours, days, working-days.</param>
/// <param name="Value">How many.</param>
/// <param name="Source">The provision that sets the term.</param>
/// <param name="Reason">Why it applies.</param>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.override-clock")]
public sealed record OverrideClock(
    [property: Id(0)] string Clock,
    [property: Id(1)] string Unit,
    [property: Id(2)] int Value,
    [property: Id(3)] string Source,
    [property: Id(4)] string Reason);

/// <summary>Closes a finding.</summary>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.resolve-finding")]
public sealed record ResolveFinding([property: Id(0)] string Finding, [property: Id(1)] string Resolution);
