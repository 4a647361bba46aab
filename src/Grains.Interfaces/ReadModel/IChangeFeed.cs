using System.Collections.Immutable;

namespace Enforcement.Grains.Interfaces.ReadModel;

/// <summary>Something was committed: which stream moved, and which lists may look different now.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Sequence">Its last sequence; 0 where the change is none of the ledger.</param>
/// <param name="Bureaus">The bureaus of the rows that were written; a page of another bureau need not refresh.</param>
/// <param name="Tables">The tables that were written, as <see cref="ReadTableAttribute.Table"/> names them.</param>
public sealed record Change(string Stream, long Sequence, ImmutableArray<string> Bureaus, ImmutableArray<string> Tables);

/// <summary>Tells open pages what to refresh. A hint, not a log: a slow reader loses the oldest changes and is told so.</summary>
public interface IChangeFeed
{
    /// <summary>Follows the changes from now on.</summary>
    /// <param name="ct">Ends the subscription.</param>
    /// <returns>The changes in the order of their commits; <see langword="null"/> stands for changes that were lost: refresh everything.</returns>
    IAsyncEnumerable<Change?> FollowAsync(CancellationToken ct);
}
