using System.Collections.Immutable;

namespace Enforcement.Grains.Interfaces;

/// <summary>The answer to a command: done, or every rule that forbids it.</summary>
/// <remarks>The same command id with the same payload gives the same answer again. Refusals are not remembered.</remarks>
/// <param name="Sequence">The length of the aggregate's stream after the command.</param>
/// <param name="Reference">What the command made: an act id, a case number, a finding; <see langword="null"/> where it makes nothing.</param>
/// <param name="Broken">All broken rules; empty: the command was done (or had been done before).</param>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.command-reply")]
public sealed record CommandReply([property: Id(0)] long Sequence, [property: Id(1)] string? Reference, [property: Id(2)] ImmutableArray<BrokenRule> Broken)
{
    /// <summary>Whether the command was done.</summary>
    public bool Done => Broken.IsDefaultOrEmpty;
}

/// <summary>One broken rule, as a person and a program need it.</summary>
/// <param name="Code">Stable code: <c>field.missing</c>.</param>
/// <param name="Article">The cite, such as <c>CM-08</c>; <see langword="null"/> for a rule of the system itself.</param>
/// <param name="ArticleText">The article's own text, or the gist where only that is at hand.</param>
/// <param name="Text">What is wrong.</param>
/// <param name="Next">What to do next.</param>
/// <param name="Member">The member of the command that is meant, or <see langword="null"/>.</param>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.broken-rule")]
public sealed record BrokenRule(
    [property: Id(0)] string Code,
    [property: Id(1)] string? Article,
    [property: Id(2)] string? ArticleText,
    [property: Id(3)] Wording Text,
    [property: Id(4)] Wording Next,
    [property: Id(5)] string? Member);
