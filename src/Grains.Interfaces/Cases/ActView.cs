using System.Collections.Immutable;

namespace Enforcement.Grains.Interfaces.Cases;

/// <summary>One entry of the timeline.</summary>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.act-view")]
public sealed record ActView
{
    /// <summary>The id of the entry.</summary>
    [Id(0)]
    public required string Id { get; init; }

    /// <summary>The act kind.</summary>
    [Id(1)]
    public required string Kind { get; init; }

    /// <summary>Its name in the pinned profile.</summary>
    [Id(2)]
    public required Wording Name { get; init; }

    /// <summary>The phase it belongs to.</summary>
    [Id(3)]
    public required NamedValue Stage { get; init; }

    /// <summary>When it happened.</summary>
    [Id(4)]
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>When it was written down.</summary>
    [Id(5)]
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who wrote it down.</summary>
    [Id(6)]
    public required PersonInfo By { get; init; }

    /// <summary>Marked as a late entry.</summary>
    [Id(7)]
    public bool LateEntry { get; init; }

    /// <summary>Who consented to the late entry, with the reason.</summary>
    [Id(8)]
    public string? Consent { get; init; }

    /// <summary>Recorded as a plain record, without requirement.</summary>
    [Id(9)]
    public bool Plain { get; init; }

    /// <summary>Fields with labels and readable values.</summary>
    [Id(10)]
    public required ImmutableArray<FieldValue> Fields { get; init; }

    /// <summary>Officers present.</summary>
    [Id(11)]
    public required ImmutableArray<OfficerShown> Officers { get; init; }

    /// <summary>Documents, later ones included.</summary>
    [Id(12)]
    public required ImmutableArray<DocumentInfo> Documents { get; init; }

    /// <summary>Signatures and refusals.</summary>
    [Id(13)]
    public required ImmutableArray<SignatureView> Signatures { get; init; }

    /// <summary>Linked recordings.</summary>
    [Id(14)]
    public required ImmutableArray<LinkedRecordingView> Recordings { get; init; }

    /// <summary>none, optional, required.</summary>
    [Id(15)]
    public required string Av { get; init; }

    /// <summary>The article of that need.</summary>
    [Id(16)]
    public string? AvArticle { get; init; }

    /// <summary>The exemption used, with its reason.</summary>
    [Id(17)]
    public ExemptionInfo? Exemption { get; init; }

    /// <summary>The entry it is about.</summary>
    [Id(18)]
    public string? RefersTo { get; init; }

    /// <summary>The entry it corrects.</summary>
    [Id(19)]
    public string? Corrects { get; init; }

    /// <summary>Why it corrects.</summary>
    [Id(20)]
    public string? CorrectionReason { get; init; }

    /// <summary>The entry that replaced it.</summary>
    [Id(21)]
    public string? CorrectedBy { get; init; }

    /// <summary>The article the act comes from; <see langword="null"/> for plain records.</summary>
    [Id(22)]
    public string? Article { get; init; }

    /// <summary>Whether it states the outcome of an opinion, review or approval [审批].</summary>
    [Id(23)]
    public bool Decides { get; init; }
}

/// <summary>A person as known when something was done.</summary>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.person")]
public sealed record PersonInfo(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string Role,
    [property: Id(3)] string Bureau,
    [property: Id(4)] string? Certificate);

/// <summary>A field's label and readable value.</summary>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.field-value")]
public sealed record FieldValue([property: Id(0)] string Id, [property: Id(1)] Wording Name, [property: Id(2)] string Value, [property: Id(3)] Wording Readable, [property: Id(4)] string? Article);

/// <summary>An officer present with the certificate as recorded.</summary>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.officer-shown")]
public sealed record OfficerShown([property: Id(0)] string Id, [property: Id(1)] string Name, [property: Id(2)] string Certificate, [property: Id(3)] bool Shown);

/// <summary>A signature or refusal with its label.</summary>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.signature-view")]
public sealed record SignatureView([property: Id(0)] string By, [property: Id(1)] Wording Label, [property: Id(2)] string Name, [property: Id(3)] bool Refused, [property: Id(4)] string? Reason);

/// <summary>A recording linked to an act.</summary>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.linked-recording")]
public sealed record LinkedRecordingView(
    [property: Id(0)] string Id,
    [property: Id(1)] string Mode,
    [property: Id(2)] DateTimeOffset? Ended,
    [property: Id(3)] string? Sha256,
    [property: Id(4)] DateTimeOffset? StoredAt,
    [property: Id(5)] ImmutableDictionary<string, string> Description,
    [property: Id(6)] string? Transcript);
