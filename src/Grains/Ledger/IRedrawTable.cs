using System.Collections.Immutable;

namespace Enforcement.Grains.Ledger;

/// <summary>Streams whose rows an upgrade wants drawn again, because a table came that was not there when they were written.</summary>
public interface IRedrawTable
{
    /// <summary>The next streams, in order; empty: nothing is left.</summary>
    Task<ImmutableArray<string>> ToRedrawAsync(int limit, CancellationToken ct);
}
