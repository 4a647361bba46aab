using System.Collections.Immutable;

namespace Enforcement.Domain.Deadlines;

/// <summary>What <see cref="TermSentence"/> needs to explain one term: the parts as they were decided and stored, so that a sentence never counts anew.</summary>
public sealed record TermFacts
{
    /// <summary>The term that applies, after any override.</summary>
    public required Term Term { get; init; }

    /// <summary>The article that sets it (<c>FS-31</c>), or of the override when there is one.</summary>
    public required string Article { get; init; }

    /// <summary>The instant of the start event.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>The decided due instant.</summary>
    public required DueInstant Due { get; init; }

    /// <summary>Closed suspensions that were left out of the count.</summary>
    public ImmutableArray<Interval> Excluded { get; init; } = [];

    /// <summary>Since when the term stands still [中止], or <see langword="null"/> when it runs. <see cref="Due"/> is then not certain.</summary>
    public DateTimeOffset? SuspendedSince { get; init; }

    /// <summary>Why it stands still, or <see langword="null"/>.</summary>
    public Words? SuspensionCause { get; init; }

    /// <summary>What the regulation itself says, when another source overrides it [从其规定]; otherwise <see langword="null"/>.</summary>
    public TermOverride? Overrides { get; init; }

    /// <summary>Remote work: the term is counted from the return to the unit, which is not declared yet. <see cref="Started"/> and <see cref="Due"/> then say nothing.</summary>
    public bool AwaitsReturn { get; init; }

    /// <summary>A city-wide target that no rule of this bureau contains: shown as advisory, never as law.</summary>
    public bool Advisory { get; init; }
}

/// <summary>The term that an override has replaced.</summary>
/// <param name="Term">The replaced term.</param>
/// <param name="Article">Its article.</param>
public sealed record TermOverride(Term Term, string Article);
