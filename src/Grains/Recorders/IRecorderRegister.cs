using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.Recorders;

namespace Enforcement.Grains.Recorders;

/// <summary>The register of recorders as it stands beside the ledger. It never wakes a grain.</summary>
public interface IRecorderRegister
{
    /// <summary>The line of a recorder, or <see langword="null"/>.</summary>
    Task<RecorderEntry?> FindAsync(string recorderId, CancellationToken ct);

    /// <summary>The line whose id is the same but for its case, or <see langword="null"/>.</summary>
    Task<RecorderEntry?> FindByIdKeyAsync(string idKey, CancellationToken ct);

    /// <summary>The recorder in service with a serial number as compared (<c>RecorderIds.SerialKey</c>), or <see langword="null"/>.</summary>
    Task<RecorderEntry?> FindBySerialAsync(string serialKey, CancellationToken ct);

    /// <summary>Lines by id, retired ones too.</summary>
    /// <param name="after">The id after which to go on; empty: from the first.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="ct">Frees the caller.</param>
    Task<ImmutableArray<RecorderEntry>> PageAsync(string after, int limit, CancellationToken ct);
}
