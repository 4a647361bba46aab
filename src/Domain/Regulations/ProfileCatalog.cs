using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using System.Text;

namespace Enforcement.Domain.Regulations;

/// <summary>All profiles that a running system knows, by hash and by code.</summary>
/// <remarks>Immutable. Reading files is the business of the caller; <see cref="Embedded"/> gives the five that ship with the program.</remarks>
public sealed class ProfileCatalog
{
    private const string Folder = "Regulations.Profiles/";
    private readonly FrozenDictionary<string, PinnedProfile> _byHash;

    /// <summary>A catalog of these profiles.</summary>
    /// <param name="profiles">The profiles that may be in force.</param>
    /// <param name="archived">Profiles that only cases pinned to them still live by: texts that a ledger keeps.</param>
    /// <exception cref="ProfileException">Two of the first kind have one id but different texts: a profile in force was edited.</exception>
    public ProfileCatalog(IEnumerable<PinnedProfile> profiles, IEnumerable<PinnedProfile>? archived = null)
    {
        All = [.. profiles.DistinctBy(p => p.Hash)];
        _byHash = All.Concat(archived ?? []).DistinctBy(p => p.Hash).ToFrozenDictionary(p => p.Hash);
        if (All.GroupBy(p => p.Profile.Id).FirstOrDefault(g => g.Count() > 1) is { } edited)
        {
            throw new ProfileException(edited.Key, [new ProfileFault("$.id", "stands for two different texts; a profile is never edited, add a new dated file")]);
        }
    }

    /// <summary>All profiles that may be in force.</summary>
    public ImmutableArray<PinnedProfile> All { get; }

    /// <summary>The profile a case is pinned to, or <see langword="null"/> when its text is not at hand.</summary>
    public PinnedProfile? Pinned(string hash) => _byHash.GetValueOrDefault(hash);

    /// <summary>The profile of a regulation that is in force on a day: the latest that has begun; <see langword="null"/> when there is none.</summary>
    /// <param name="code">The regulation's code.</param>
    /// <param name="day">The day at +08:00.</param>
    public PinnedProfile? InForce(string code, DateOnly day) => All
        .Where(p => p.Profile.Code == code && (p.Profile.EffectiveFrom ?? DateOnly.MinValue) <= day)
        .OrderByDescending(p => p.Profile.EffectiveFrom ?? DateOnly.MinValue)
        .ThenByDescending(p => p.Profile.Id, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>This catalog and more profiles that may be in force.</summary>
    /// <exception cref="ProfileException">See the constructor.</exception>
    public ProfileCatalog With(IEnumerable<PinnedProfile> more) => new(All.Concat(more), _byHash.Values);

    /// <summary>This catalog and texts that a ledger keeps.</summary>
    public ProfileCatalog WithArchived(IEnumerable<PinnedProfile> archived) => new(All, _byHash.Values.Concat(archived));

    /// <summary>The profiles that ship with the program.</summary>
    /// <exception cref="ProfileException">A shipped file is faulty: a bug that a test finds.</exception>
    public static ProfileCatalog Embedded(LawTexts texts)
    {
        var assembly = Assembly.GetExecutingAssembly();
        return new ProfileCatalog(assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
                return ProfileReader.Read(name[Folder.Length..], reader.ReadToEnd(), texts);
            }));
    }
}
