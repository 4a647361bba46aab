using Enforcement.Grains.Ledger;

namespace Enforcement.Silo.Hosting;

/// <summary>Writes a checkpoint (count and Merkle root of the whole ledger) when the ledger has grown since the last one: what is before it can no longer be cut off unseen.</summary>
internal sealed partial class CheckpointLoop(ILedgerInfo ledger, TimeProvider machine, ILogger<CheckpointLoop> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

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
        LogMade(logger, made.Count, made.Root);
        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, machine);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            LogStopped(logger);
        }
    }

    private async Task TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            await LookAsync(cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(logger, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Checkpoint {Count}:{Root}")]
    private static partial void LogMade(ILogger logger, long count, string root);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Checkpoint loop stopped")]
    private static partial void LogStopped(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No checkpoint could be written; the next round tries again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
