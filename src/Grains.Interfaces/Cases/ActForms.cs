using System.Collections.Immutable;

namespace Enforcement.Grains.Interfaces.Cases;

/// <summary>An act that might be recorded next.</summary>
/// <param name="Form">The act with its form.</param>
/// <param name="Blocked">Why it cannot be recorded now; empty: it can. Faults of the form itself are not among them.</param>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.next-act")]
public sealed record NextAct([property: Id(0)] ActFormView Form, [property: Id(1)] ImmutableArray<BrokenRule> Blocked)
{
    /// <summary>Whether the case waits for it: a form waits to be decided on, or a running term asks for it as the next step.</summary>
    [Id(2)]
    public bool Wanted { get; init; }

    /// <summary>When the term that it holds up ends; <see langword="null"/>: no such term, or one without a number.</summary>
    [Id(3)]
    public DateTimeOffset? WantedBy { get; init; }

    /// <summary>The name of that term.</summary>
    [Id(4)]
    public Wording? WantedFor { get; init; }
}

/// <summary>The form of an act, built from the profile.</summary>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.act-form")]
public sealed record ActFormView
{
    /// <summary>The act kind.</summary>
    [Id(0)]
    public required string Kind { get; init; }

    /// <summary>Its name.</summary>
    [Id(1)]
    public required Wording Name { get; init; }

    /// <summary>The article it comes from.</summary>
    [Id(2)]
    public required string Article { get; init; }

    /// <summary>The phase it belongs to.</summary>
    [Id(3)]
    public required NamedValue Stage { get; init; }

    /// <summary>Whether its instant is declared; otherwise the system's.</summary>
    [Id(4)]
    public bool Declared { get; init; }

    /// <summary>Fields in the order of the form.</summary>
    [Id(5)]
    public required ImmutableArray<FormField> Fields { get; init; }

    /// <summary>Least number of officers (the greatest of the demands); 0: none asked for.</summary>
    [Id(6)]
    public int MinOfficers { get; init; }

    /// <summary>Articles on officers.</summary>
    [Id(7)]
    public required ImmutableArray<string> OfficerArticles { get; init; }

    /// <summary>Documents.</summary>
    [Id(8)]
    public required ImmutableArray<FormDocument> Documents { get; init; }

    /// <summary>Signatures.</summary>
    [Id(9)]
    public required ImmutableArray<FormSignature> Signatures { get; init; }

    /// <summary>The possible needs of a recording, the applying one first under its condition.</summary>
    [Id(10)]
    public required ImmutableArray<FormAv> Av { get; init; }

    /// <summary>Kinds of entry it must refer to.</summary>
    [Id(11)]
    public required ImmutableArray<string> RefersTo { get; init; }

    /// <summary>Roles that may record it.</summary>
    [Id(12)]
    public required ImmutableArray<string> Roles { get; init; }

    /// <summary>Origins of a case that it may open.</summary>
    [Id(13)]
    public required ImmutableArray<string> Opens { get; init; }

    /// <summary>Kinds of case it belongs to; empty: all.</summary>
    [Id(14)]
    public required ImmutableArray<string> ActTypes { get; init; }

    /// <summary>The profile does not list it: a plain record.</summary>
    [Id(15)]
    public bool Plain { get; init; }

    /// <summary>The stage that the case reaches with it, perhaps under a condition; <see langword="null"/>: it moves nothing.</summary>
    [Id(16)]
    public NamedValue? Reaches { get; init; }

    /// <summary>The demands on officers one by one, of which <see cref="MinOfficers"/> is the greatest.</summary>
    [Id(17)]
    public ImmutableArray<FormOfficers> OfficerDemands { get; init; } = [];
}

/// <summary>A field of a form.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The label.</param>
/// <param name="Article">The article that demands it.</param>
/// <param name="Type">text, long-text, boolean, choice, number, money, date, instant.</param>
/// <param name="Required">Whether a value is needed.</param>
/// <param name="Conditional">Whether that holds only under a condition of the case.</param>
/// <param name="Choices">The choices.</param>
/// <param name="MaxLength">Longest text.</param>
/// <param name="When">That condition in words, or <see langword="null"/>.</param>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.form-field")]
public sealed record FormField(
    [property: Id(0)] string Id,
    [property: Id(1)] Wording Name,
    [property: Id(2)] string Article,
    [property: Id(3)] string Type,
    [property: Id(4)] bool Required,
    [property: Id(5)] bool Conditional,
    [property: Id(6)] ImmutableArray<NamedValue> Choices,
    [property: Id(7)] int MaxLength,
    [property: Id(8)] Wording? When = null);

/// <summary>A demand on the officers present.</summary>
/// <param name="Min">The least number.</param>
/// <param name="Shown">Whether each certificate must be shown and that recorded.</param>
/// <param name="Article">The article.</param>
/// <param name="When">The condition in words; <see langword="null"/>: always.</param>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.form-officers")]
public sealed record FormOfficers([property: Id(0)] int Min, [property: Id(1)] bool Shown, [property: Id(2)] string Article, [property: Id(3)] Wording? When);

/// <summary>A document of a form.</summary>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.form-document")]
public sealed record FormDocument(
    [property: Id(0)] string Id,
    [property: Id(1)] Wording Name,
    [property: Id(2)] string Article,
    [property: Id(3)] bool Required,
    [property: Id(4)] bool Conditional,
    [property: Id(5)] bool Later,
    [property: Id(6)] string? AnyOf,
    [property: Id(7)] Wording? When = null);

/// <summary>A signature of a form.</summary>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.form-signature")]
public sealed record FormSignature(
    [property: Id(0)] string By,
    [property: Id(1)] Wording Name,
    [property: Id(2)] string Article,
    [property: Id(3)] bool Required,
    [property: Id(4)] bool Refusable,
    [property: Id(5)] Wording? When = null);

/// <summary>A need of a recording.</summary>
/// <param name="Need">none, optional, required.</param>
/// <param name="Article">The article that says so.</param>
/// <param name="Conditional">Whether it applies only under a condition.</param>
/// <param name="Modes">photo, audio, video, surveillance; empty: any.</param>
/// <param name="Exemption">none, secrets, unsuitable, unsuitable-with-reason.</param>
/// <param name="When">The condition in words; <see langword="null"/>: none.</param>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.form-av")]
public sealed record FormAv(
    [property: Id(0)] string Need,
    [property: Id(1)] string Article,
    [property: Id(2)] bool Conditional,
    [property: Id(3)] ImmutableArray<string> Modes,
    [property: Id(4)] string Exemption,
    [property: Id(5)] Wording? When = null);
