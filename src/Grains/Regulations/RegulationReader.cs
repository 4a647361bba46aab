using System.Collections.Immutable;
using Enforcement.Domain;
using Enforcement.Domain.Cases;
using Enforcement.Domain.Regulations;
using Enforcement.Domain.Regulations.Facets;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.Regulations;
using Enforcement.Grains.Law;
using Enforcement.Grains.Streams;

namespace Enforcement.Grains.Regulations;

/// <summary>The law at hand, as messages.</summary>
public sealed class RegulationReader(LawLibrary library) : IRegulationReader
{
    /// <inheritdoc/>
    public ArticleView? Article(string cite) => library.Texts.Find(cite) is { } article ? View(article) : null;

    /// <inheritdoc/>
    public ImmutableArray<ProfileSummary> Profiles() =>
    [
        .. library.Profiles.All
            .OrderBy(p => p.Profile.Code, StringComparer.Ordinal)
            .ThenByDescending(p => p.Profile.EffectiveFrom ?? DateOnly.MinValue)
            .Select(p => new ProfileSummary(p.Profile.Id, p.Profile.Code, p.Profile.Title.ToWording(), p.Profile.EffectiveFrom, p.Hash, p.Profile.Acts.Length, p.Profile.Clocks.Length)),
    ];

    /// <inheritdoc/>
    public ImmutableArray<ActFormView> Openings(string code, DateOnly day) =>
        library.Profiles.InForce(code, day) is { } pinned ? [.. pinned.Profile.Acts.Where(a => !a.Opens.IsEmpty).Select(a => FormViews.Of(a, pinned.Profile))] : [];

    /// <inheritdoc/>
    public ImmutableArray<ActFormView> Acts(string profileId) =>
        library.Profiles.All.FirstOrDefault(p => p.Profile.Id == profileId) is { } pinned ? [.. pinned.Profile.Acts.Select(a => FormViews.Of(a, pinned.Profile))] : [];

    /// <inheritdoc/>
    public ImmutableArray<ClockRuleView> Clocks(string profileId) =>
        library.Profiles.All.FirstOrDefault(p => p.Profile.Id == profileId) is { } pinned ? [.. pinned.Profile.Clocks.Select(c => ClockRuleViews.Of(c, pinned.Profile))] : [];

    /// <inheritdoc/>
    public ImmutableArray<ArticleView> Articles(string code) => [.. library.Texts.Of(code).Select(View)];

    /// <inheritdoc/>
    public ImmutableArray<NamedValue> ActTypes(string code, DateOnly day) =>
        library.Profiles.InForce(code, day) is { } pinned ? [.. pinned.Profile.Scope.ActTypes.Select(t => new NamedValue(Kebab.Of(t), ActTypeNames.Of(t).ToWording()))] : [];

    /// <inheritdoc/>
    public ImmutableArray<ArticleRules> ByArticle(string profileId)
    {
        if (Find(profileId) is not { } profile)
        {
            return [];
        }

        var rules = ProfileFacets.Of(profile).SelectMany(f => f.Articles.Select(cite => (cite, Facet: f))).ToLookup(x => x.cite, x => RuleViews.Of(x.Facet), StringComparer.Ordinal);
        return [.. library.Texts.Of(profile.Code).Select(article => new ArticleRules(View(article), [.. rules[article.Cite]]))];
    }

    /// <inheritdoc/>
    public ImmutableArray<ComparedRule> Compare(string left, string right) =>
        Find(left) is { } first && Find(right) is { } second ? [.. ProfileComparison.Of(first, second).Select(RuleViews.Of)] : [];

    /// <inheritdoc/>
    public string? Text(string profileId) => library.Profiles.All.FirstOrDefault(p => p.Profile.Id == profileId)?.Text;

    private Profile? Find(string profileId) => library.Profiles.All.FirstOrDefault(p => p.Profile.Id == profileId)?.Profile;

    private static ArticleView View(LawArticle article) => new(article.Cite, article.Text, article.IsGist);
}
