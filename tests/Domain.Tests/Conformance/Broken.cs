using System.Collections.Immutable;

namespace Enforcement.Domain.Tests.Conformance;

internal static class Broken
{
    /// <summary>The refusal names this rule with this article, in both languages, with what to do next.</summary>
    internal static ImmutableArray<Violation> Names(this ImmutableArray<Violation> broken, string code, string article, string? member = null)
    {
        var rule = broken.FirstOrDefault(v => v.Code == code && v.Article == article && (member is null || v.Member == member));
        Assert.True(rule is not null, $"expected {code} {article} {member}, got: {string.Join("; ", broken.Select(v => $"{v.Code} {v.Article} {v.Member}"))}");
        Assert.All([rule.Text.Zh, rule.Text.En, rule.Next.Zh, rule.Next.En], words => Assert.NotEmpty(words.Trim()));
        return broken;
    }
}
