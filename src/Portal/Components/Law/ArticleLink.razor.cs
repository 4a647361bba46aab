using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.Regulations;
using Microsoft.AspNetCore.Components;

namespace Enforcement.Portal.Components.Law;

/// <summary>The cite of an article, which shows the article's own text on demand.</summary>
public sealed partial class ArticleLink(IRegulationReader law)
{
    private readonly string _id = "article-" + Guid.NewGuid().ToString("n");
    private ArticleView? _article;
    private bool _unknown;

    /// <summary>The cite, such as <c>CM-08</c>; nothing is drawn without one.</summary>
    [Parameter]
    public string? Cite { get; set; }

    /// <summary>The text, where the message already brought it.</summary>
    [Parameter]
    public string? Text { get; set; }

    private void Read()
    {
        if (Cite is not { Length: > 0 } cite || _article?.Cite == cite)
        {
            return;
        }

        _article = law.Article(cite) ?? (Text is { Length: > 0 } known ? new ArticleView(cite, known, IsGist: false) : null);
        _unknown = _article is null;
    }
}
