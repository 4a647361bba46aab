using System.Collections.Immutable;

namespace Enforcement.Domain.Regulations.Facets;

/// <summary>A row of a comparison: the same thing in two profiles.</summary>
/// <param name="Topic">What it is about.</param>
/// <param name="Key">The key of the facet.</param>
/// <param name="Left">The first profile's; <see langword="null"/>: it has no such rule.</param>
/// <param name="Right">The second profile's; <see langword="null"/>: it has no such rule.</param>
public sealed record ComparedFacet(FacetTopic Topic, string Key, Facet? Left, Facet? Right)
{
    /// <summary>Whether both say the same in the language of record; which article says it does not matter.</summary>
    public bool Same => Left is not null && Right is not null && Left.Text.Zh == Right.Text.Zh;

    /// <summary>The name, as the first profile that has it calls it.</summary>
    public Words Name => (Left ?? Right)!.Name;
}

/// <summary>Compares two profiles rule by rule. Generated from the data, so it cannot fall behind the law it shows.</summary>
public static class ProfileComparison
{
    /// <summary>Every rule of either profile, by topic; inside a topic in the order of the first, then what only the second has.</summary>
    /// <remarks>Statements are left out: purposes and dates of entry into force are words, not rules.</remarks>
    /// <param name="left">The first profile.</param>
    /// <param name="right">The second profile.</param>
    public static ImmutableArray<ComparedFacet> Of(Profile left, Profile right)
    {
        var (first, second) = (Rules(left), Rules(right));
        var mine = first.ToLookup(f => (f.Topic, f.Key));
        var theirs = second.ToLookup(f => (f.Topic, f.Key));
        return
        [
            .. first.Concat(second.Where(f => !mine.Contains((f.Topic, f.Key))))
                .DistinctBy(f => (f.Topic, f.Key))
                .OrderBy(f => f.Topic) // stable: the order inside a topic stays
                .Select(f => new ComparedFacet(f.Topic, f.Key, mine[(f.Topic, f.Key)].FirstOrDefault(), theirs[(f.Topic, f.Key)].FirstOrDefault())),
        ];
    }

    private static ImmutableArray<Facet> Rules(Profile profile) => [.. ProfileFacets.Of(profile).Where(f => f.Topic is not FacetTopic.Statements)];
}
