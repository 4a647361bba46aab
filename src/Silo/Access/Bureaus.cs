using System.Collections.Immutable;
using Enforcement.Domain;
using Enforcement.Domain.Access;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Silo.Hosting;
using Enforcement.Silo.Seeding;

namespace Enforcement.Silo.Access;

/// <summary>A bureau of the city.</summary>
public sealed record Bureau(string Code, Words Name);

/// <summary>The bureaus of the city in which people may sit: those that were founded, and in a training installation those of the training city from the start.</summary>
/// <remarks>Kept at hand because every check of a seat asks for it; <see cref="BureauWatch"/> keeps it as the read model is.</remarks>
public sealed class Bureaus(Installation installation, IReadModel reads)
{
    public static readonly Words MunicipalityName = new("市级", "Municipality");

    private volatile IReadOnlyDictionary<string, Bureau> _known = Given(installation);

    public ImmutableArray<Bureau> All => [.. _known.Values.OrderBy(bureau => bureau.Code, StringComparer.Ordinal)];

    public Words? NameOf(string code) =>
        code == Principal.Municipality ? MunicipalityName : _known.GetValueOrDefault(code)?.Name;

    /// <summary>Reads them again.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var known = Given(installation);
        foreach (var row in await reads.BureausAsync(BureauScope.City, cancellationToken))
        {
            known[row.BureauId] = new Bureau(row.BureauId, new Words(row.NameZh, row.NameEn));
        }

        _known = known;
    }

    private static Dictionary<string, Bureau> Given(Installation installation) =>
        (installation.IsTraining ? DemoBureaus.All : []).ToDictionary(bureau => bureau.Code, bureau => new Bureau(bureau.Code, bureau.Name), StringComparer.Ordinal);
}
