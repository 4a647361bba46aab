namespace Enforcement.Domain;

/// <summary>One broken rule: a stable code for programs, the article that a person can look up, and words in both languages.</summary>
/// <param name="Code">Stable, dotted, lower case: <c>act.field-missing</c>. Never reused for another meaning.</param>
/// <param name="Article">The article that demands it (<c>CM-08</c>, <c>行政处罚法-58</c>), or <see langword="null"/> for a rule of the system itself.</param>
/// <param name="Text">What is wrong.</param>
/// <param name="Next">What to do next.</param>
/// <param name="Member">The member of the command that is meant (a field id, a document id), or <see langword="null"/>.</param>
public sealed record Violation(string Code, string? Article, Words Text, Words Next, string? Member = null);
