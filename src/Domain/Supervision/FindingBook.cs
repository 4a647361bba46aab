using System.Collections.Immutable;
using System.Diagnostics;

namespace Enforcement.Domain.Supervision;

/// <summary>The findings [发现问题] of one aggregate.</summary>
public sealed record FindingBook(ImmutableSortedDictionary<string, FindingState> Findings)
{
    /// <summary>Longest words about how a finding ended, in characters.</summary>
    public const int LongestResolution = 1000;

    /// <summary>No findings.</summary>
    public static FindingBook Empty { get; } = new(ImmutableSortedDictionary.Create<string, FindingState>(StringComparer.Ordinal));

    /// <summary>The finding, or <see langword="null"/>.</summary>
    public FindingState? Find(string finding) => Findings.GetValueOrDefault(finding);

    /// <summary>The book after a fact.</summary>
    public FindingBook Evolve(FindingEvent @event) => @event switch
    {
        FindingEvent.Raised e => new(Findings.SetItem(e.Finding, new FindingState(e, null))),
        FindingEvent.Resolved e => Findings.TryGetValue(e.Finding, out var f)
            ? new(Findings.SetItem(e.Finding, f with { Resolution = e }))
            : throw new UnreachableException($"Resolved the unknown finding {e.Finding}."),
        _ => throw new UnreachableException($"FindingBook does not know {@event.GetType().Name}."),
    };
}

/// <summary>One finding.</summary>
/// <param name="Raised">What was found.</param>
/// <param name="Resolution">How it ended; <see langword="null"/>: open.</param>
public sealed record FindingState(FindingEvent.Raised Raised, FindingEvent.Resolved? Resolution);
