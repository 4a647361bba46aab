using System.Collections.Immutable;

namespace Enforcement.Grains.Interfaces.Cases;

/// <summary>What an act would do if it were handed in now [预检]. Nothing is written.</summary>
/// <param name="Broken">Every rule that forbids it; empty: it would be recorded.</param>
/// <param name="Reaches">The stage that the case would reach, or <see langword="null"/>: the act moves nothing, or is forbidden.</param>
/// <param name="Terms">What would become of terms, in the order of the facts; empty when forbidden.</param>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.act-check")]
public sealed record ActCheck(
    [property: Id(0)] ImmutableArray<BrokenRule> Broken, [property: Id(1)] NamedValue? Reaches, [property: Id(2)] ImmutableArray<TermEffect> Terms);

/// <summary>What becomes of a term.</summary>
/// <param name="Clock">The instance.</param>
/// <param name="Change">began, met, met-late, reopened, suspended, resumed, changed, missed, cancelled.</param>
/// <param name="Name">The name of the term.</param>
/// <param name="Article">The article that sets it.</param>
/// <param name="DueAt">When it ends from then on; <see langword="null"/>: it does not run, or has no number.</param>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.term-effect")]
public sealed record TermEffect(
    [property: Id(0)] string Clock, [property: Id(1)] string Change, [property: Id(2)] Wording Name, [property: Id(3)] string Article, [property: Id(4)] DateTimeOffset? DueAt);
