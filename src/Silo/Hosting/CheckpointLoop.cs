using Enforcement.Grains.Ledger;
using Enforcement.Grains.Time;

namespace Enforcement.Silo.Hosting;

/// <summary>States every hour how many entries the ledger has and which root, and writes it to the log: a copy outside the database that a later check can be held against.</summary>
internal sealed partial class CheckpointLoop(ILedgerInfo ledger, ILegalClock clock, TimeProvider machine, ILogger<CheckpointLoop> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, machine);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await CheckpointAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // stopping; the last checkpoint is made when the ledger closes
        }
    }

    private async Task CheckpointAsync(CancellationToken stoppingToken)
    {
        try
        {
            var made = await ledger.CheckpointAsync(clock.Now, stoppingToken);
            LogMade(logger, made.Count, made.Root);
        }
        catch (Exception e) when (e is StoreUnavailableException or ClockBehindException)
        {
            LogFailed(logger, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Checkpoint {Count}:{Root}")]
    private static partial void LogMade(ILogger logger, long count, string root);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No checkpoint could be made; the next round tries again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
