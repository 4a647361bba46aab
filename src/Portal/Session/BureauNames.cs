using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Session;

/// <summary>Bureaus as a page names them, where rows know only their ids.</summary>
public static class BureauNames
{
    /// <summary>Names in the reader's language by bureau id; a bureau that the reader may not see is left out.</summary>
    public static async Task<Dictionary<string, string>> OfAsync(IReadModel reads, BureauScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reads);
        return (await reads.BureausAsync(scope, cancellationToken)).ToDictionary(row => row.BureauId, row => Names.Bureau(row.NameZh, row.NameEn), StringComparer.Ordinal);
    }
}
