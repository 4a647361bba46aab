using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;

namespace Enforcement.Domain.Regulations;

/// <summary>The law at hand [法规文本]: the full text of the five regulations and gists [要旨] of the national articles that rules cite. Immutable.</summary>
public sealed class LawTexts
{
    private static readonly Lazy<LawTexts> Lazily = new(ReadEmbedded);

    private readonly FrozenDictionary<string, LawArticle> _articles;
    private readonly FrozenDictionary<string, ImmutableArray<LawArticle>> _bySource;

    private LawTexts(ImmutableArray<LawSource> sources, ImmutableArray<LawArticle> articles)
    {
        Sources = sources;
        _articles = articles.ToFrozenDictionary(article => article.Cite);
        _bySource = articles.GroupBy(article => article.Source).ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
    }

    /// <summary>The texts that ship with the program.</summary>
    public static LawTexts Embedded => Lazily.Value;

    /// <summary>All sources: the five regulations, then the national laws.</summary>
    public ImmutableArray<LawSource> Sources { get; }

    /// <summary>Finds an article by its exact cite.</summary>
    /// <param name="cite"><c>CM-08</c> (two digits), <c>行政处罚法-58</c>, or the bare name of a source that is cited as a whole (<c>行政执法监督条例</c>).</param>
    /// <returns>The article, or <see langword="null"/> when it is not at hand.</returns>
    public LawArticle? Find(string? cite) => cite is null ? null : _articles.GetValueOrDefault(cite);

    /// <summary>The articles of a source in the order of their numbers; empty when the source is unknown.</summary>
    /// <param name="source"><c>CM</c>, <c>行政处罚法</c>.</param>
    public IEnumerable<LawArticle> Of(string source) => _bySource.TryGetValue(source, out var articles) ? articles : [];

    private static LawTexts ReadEmbedded()
    {
        var read = new[] { "CM", "CZ", "TA", "FS", "GC" }
            .Select(code =>
            {
                using var json = Open($"texts/{code}.json");
                return LawTextFiles.ReadRegulation(json);
            })
            .ToList();
        using var national = Open("texts/national.json");
        read.AddRange(LawTextFiles.ReadNational(national));
        return new LawTexts([.. read.Select(law => law.Source)], [.. read.SelectMany(law => law.Articles)]);
    }

    private static Stream Open(string name) =>
        typeof(LawTexts).Assembly.GetManifestResourceStream(name) ?? throw new UnreachableException($"{name} is not embedded.");
}
