using System.Collections.Immutable;
using Enforcement.Domain.Ledger;

namespace Enforcement.Storage.Audit;

/// <summary>What an audit found.</summary>
/// <param name="Faults">What is wrong, the first bad entry first; empty when all is as it was written.</param>
/// <param name="Entries">Entries that were re-computed.</param>
/// <param name="Streams">Streams they belong to.</param>
/// <param name="Checkpoints">Checkpoints that were re-computed.</param>
/// <param name="Root">The computed root over the entries.</param>
public sealed record AuditReport(ImmutableArray<LedgerFault> Faults, long Entries, long Streams, long Checkpoints, string Root)
{
    /// <summary>Whether all is as it was written.</summary>
    public bool Sound => Faults.IsEmpty;
}

/// <summary>A statement about the ledger that somebody kept elsewhere: after so many entries this was the root.</summary>
public sealed record KeptRoot(long Count, string Root);
