using Enforcement.Grains.Recorders;
using Enforcement.Silo.Configuration;

namespace Enforcement.Silo.Telemetry;

/// <summary>Removes telemetry that is older than it is kept, once an hour and a little at a time.</summary>
internal sealed partial class RetentionLoop(ITelemetryStore store, Settings settings, TimeProvider machine, ILogger<RetentionLoop> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>Removes what is too old now.</summary>
    /// <returns>How many rows went.</returns>
    public Task<long> RemoveAsync(CancellationToken cancellationToken)
    {
        var (now, fleet) = (machine.GetUtcNow(), settings.Fleet);
        return store.RemoveBeforeAsync(new TelemetryAges(now.AddDays(-fleet.HistoryDays), now.AddDays(-fleet.TrackDays), now.AddDays(-fleet.AlarmDays)), cancellationToken);
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
            var removed = await RemoveAsync(cancellationToken);
            if (removed > 0)
            {
                LogRemoved(logger, removed);
            }
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(logger, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Removed} rows of old telemetry removed")]
    private static partial void LogRemoved(ILogger logger, long removed);

    [LoggerMessage(Level = LogLevel.Debug, Message = "The removal of old telemetry stopped")]
    private static partial void LogStopped(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Old telemetry could not be removed; the next round tries again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
