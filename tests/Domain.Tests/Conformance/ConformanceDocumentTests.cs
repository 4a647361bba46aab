using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Tests.Conformance;

public sealed class ConformanceDocumentTests
{
    private static readonly string Page = RepositoryFiles.PathOf("docs", "conformance.md");

    [Fact]
    public void The_conformance_page_is_current()
    {
        var rendered = ConformanceDocument.Render();
        if (Environment.GetEnvironmentVariable("UPDATE_GENERATED") == "1")
        {
            File.WriteAllText(Page, rendered);
        }

        var written = File.Exists(Page) ? File.ReadAllText(Page) : "";
        Assert.True(rendered == written, $"docs/conformance.md is not current at line {FirstDifference(rendered, written)}; run the tests of Domain once with UPDATE_GENERATED=1.");
    }

    [Fact]
    public void The_table_of_articles_has_each_of_the_166_once()
    {
        var cites = ArticleTable.Read().Select(r => r.Cite).ToList();
        Assert.Equal(166, cites.Count);
        Assert.Equal(
            new[] { "CM", "CZ", "TA", "FS", "GC" }.SelectMany(code => LawTexts.Embedded.Of(code)).Select(a => a.Cite).Order(StringComparer.Ordinal),
            cites.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_test_names_only_articles_that_exist() =>
        Assert.All(ConformanceDocument.Proofs(), p => Assert.NotNull(LawTexts.Embedded.Find(p.Key)));

    private static int FirstDifference(string one, string other)
    {
        var (left, right) = (one.Split('\n'), other.Split('\n'));
        return 1 + Enumerable.Range(0, Math.Max(left.Length, right.Length)).FirstOrDefault(i => left.ElementAtOrDefault(i) != right.ElementAtOrDefault(i));
    }
}
