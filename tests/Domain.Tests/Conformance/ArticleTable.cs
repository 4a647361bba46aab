using System.Collections.Immutable;

namespace Enforcement.Domain.Tests.Conformance;

/// <summary>One article of the five regulations with what it demands, in our words: <c>docs/articles.tsv</c>.</summary>
internal sealed record ArticleRow(string Cite, string Demands, string Kind, string Term)
{
    internal string Code => Cite[..2];
}

internal static class ArticleTable
{
    internal static ImmutableArray<ArticleRow> Read() =>
    [
        .. File.ReadLines(RepositoryFiles.PathOf("docs", "articles.tsv"))
            .Skip(1)
            .Select(line => line.Split('\t') is [var cite, var demands, var kind, var term]
                ? new ArticleRow(cite, demands, kind, term)
                : throw new InvalidDataException($"Not four columns: {line}")),
    ];
}
