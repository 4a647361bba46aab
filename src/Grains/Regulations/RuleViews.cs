using Enforcement.Domain;
using Enforcement.Domain.Regulations.Facets;
using Enforcement.Grains.Interfaces.Regulations;
using Enforcement.Grains.Streams;

namespace Enforcement.Grains.Regulations;

/// <summary>Facets of profiles, as messages.</summary>
internal static class RuleViews
{
    public static RuleView Of(Facet facet) => new(Kebab.Of(facet.Topic), facet.Key, facet.Name.ToWording(), facet.Text.ToWording(), facet.Articles);

    public static ComparedRule Of(ComparedFacet compared) => new(
        Kebab.Of(compared.Topic),
        FacetTopicNames.Of(compared.Topic).ToWording(),
        compared.Name.ToWording(),
        compared.Left is { } left ? Of(left) : null,
        compared.Right is { } right ? Of(right) : null,
        compared.Same);
}
