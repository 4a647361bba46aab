using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Tests.Regulations;

/// <summary>The profiles that ship with the program, read once by the strict reader.</summary>
internal static class ShippedProfiles
{
    private static readonly Lazy<ProfileCatalog> Lazily = new(() => ProfileCatalog.Embedded(LawTexts.Embedded));

    internal static ProfileCatalog Catalog => Lazily.Value;

    internal static PinnedProfile Pinned(string id) => Catalog.All.Single(p => p.Profile.Id == id);

    internal static Profile Profile(string id) => Pinned(id).Profile;
}
