using Enforcement.Grains.Ledger;

namespace Enforcement.Silo.Hosting;

/// <summary>Writes a checkpoint (count and Merkle root of the whole ledger) when the ledger has grown since the last one: what is before it can no longer be cut off unseen.</summary>
internal sealed partial class CheckpointLoop(ILedgerInfo ledger, TimeProvider machine, ILogger<CheckpointLoop> logger)
    : RegularWork(TimeSpan.FromMinutes(5), machine, logger)
{
    /// <summary>Writes one if there is something new.</summary>
    /// <returns>Whether one was written.</returns>
    public async Task<bool> LookAsync(CancellationToken cancellationToken)
    {
        var head = await ledger.HeadAsync(cancellationToken);
        var last = await ledger.LastCheckpointAsync(cancellationToken);
        if (head.LastRecordedAt is not { } written || last?.Count == head.Count)
        {
            return false;
        }

        // The log is a copy outside the database that a later check can be held against.
        var made = await ledger.CheckpointAsync(written, cancellationToken);
        LogMade(Log, made.Count, made.Root);
        return true;
    }

    protected override Task RoundAsync(CancellationToken stopping) => LookAsync(stopping);

    [LoggerMessage(Level = LogLevel.Information, Message = "Checkpoint {Count}:{Root}")]
    private static partial void LogMade(ILogger logger, long count, string root);
}
