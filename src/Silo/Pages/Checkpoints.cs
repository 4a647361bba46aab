using Enforcement.Grains.Ledger;
using Enforcement.Portal.Access;

namespace Enforcement.Silo.Pages;

/// <summary>Reads checkpoints for pages.</summary>
internal sealed class Checkpoints(ILedgerInfo ledger) : ICheckpoints
{
    public async Task<CheckpointLine?> OverAsync(long position, CancellationToken cancellationToken) =>
        await ledger.CheckpointOverAsync(position, cancellationToken) is { } over ? new CheckpointLine(over.Count, over.Root, over.MadeAt) : null;
}
