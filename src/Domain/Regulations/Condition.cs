using System.Collections.Immutable;

namespace Enforcement.Domain.Regulations;

/// <summary>A condition over a case: exactly one member is set.</summary>
/// <remarks>
/// <c>{"done":"hearing"}</c>: an act of this kind stands (not corrected away).
/// <c>{"act":"start-approval","field":"outcome","is":"approved"}</c>: the latest standing act of this kind has the value.
/// <c>{"field":"disputeProne","is":"true"}</c>: the act being recorded has the value.
/// <c>{"done":"draft-review","about":"draft"}</c>, also with act, field and is: only acts count that refer to the same entry of that kind as the act being recorded,
/// or to the latest one where it refers to none; a review of a form that was sent back does not speak for the new form.
/// <c>{"done":"measure-lifted","aboutEvery":"seal-seizure"}</c>: every standing entry of that kind has an act that refers to it; holds where there is none.
/// <c>{"flag":"actType","is":"penalty"}</c>: the case has the flag (<c>actType</c> and <c>origin</c> always; others are set by fields).
/// <c>{"stage":"decided"}</c>: the case has reached the stage.
/// <c>{"complete":true}</c>: nothing required is missing in the case.
/// <c>{"all":[…]}</c>, <c>{"any":[…]}</c>, <c>{"not":…}</c>.
/// </remarks>
public sealed record Condition
{
    /// <summary>An act of this kind stands.</summary>
    public string? Done { get; init; }

    /// <summary>With <see cref="Done"/> or <see cref="Act"/>: only acts that refer to the entry of this kind that is meant.</summary>
    public string? About { get; init; }

    /// <summary>With <see cref="Done"/>: an act that refers to it, for every standing entry of this kind.</summary>
    public string? AboutEvery { get; init; }

    /// <summary>The act kind whose latest entry is asked, with <see cref="Field"/> and <see cref="Is"/>.</summary>
    public string? Act { get; init; }

    /// <summary>The field asked for: of <see cref="Act"/>, or of the act being recorded.</summary>
    public string? Field { get; init; }

    /// <summary>The case flag asked for.</summary>
    public string? Flag { get; init; }

    /// <summary>The value that the field or flag must have.</summary>
    public string? Is { get; init; }

    /// <summary>The least stage of the case.</summary>
    public CaseStage? Stage { get; init; }

    /// <summary>Nothing required is missing in the whole case.</summary>
    public bool? Complete { get; init; }

    /// <summary>All hold.</summary>
    public ImmutableArray<Condition>? All { get; init; }

    /// <summary>One holds.</summary>
    public ImmutableArray<Condition>? Any { get; init; }

    /// <summary>It does not hold.</summary>
    public Condition? Not { get; init; }
}

/// <summary>What must hold before an act may be recorded, and what is said when it does not.</summary>
/// <param name="Code">Stable code of the refusal, dotted lower case, unique in the profile together with its act.</param>
/// <param name="Need">What must hold.</param>
/// <param name="Article">The article that demands it.</param>
/// <param name="Text">What is wrong, when it does not hold.</param>
/// <param name="Next">What to do next.</param>
/// <param name="When">The gate stands only under this condition; <see langword="null"/>: always.</param>
public sealed record Gate(string Code, Condition Need, string Article, Words Text, Words Next, Condition? When = null);

/// <summary>A gate before many acts.</summary>
/// <param name="Gate">The gate.</param>
/// <param name="Acts">The acts it stands before; empty: all but <paramref name="Except"/>.</param>
/// <param name="Except">The acts that may pass.</param>
public sealed record GeneralGate(Gate Gate, ImmutableArray<string> Acts, ImmutableArray<string> Except);
