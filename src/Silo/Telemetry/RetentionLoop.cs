using Enforcement.Grains.Recorders;
using Enforcement.Silo.Configuration;
using Enforcement.Silo.Hosting;

namespace Enforcement.Silo.Telemetry;

/// <summary>Removes telemetry that is older than it is kept, once an hour and a little at a time.</summary>
internal sealed partial class RetentionLoop(ITelemetryStore store, Settings settings, TimeProvider machine, ILogger<RetentionLoop> logger)
    : RegularWork(TimeSpan.FromHours(1), machine, logger)
{
    /// <summary>Removes what is too old now.</summary>
    /// <returns>How many rows went.</returns>
    public Task<long> RemoveAsync(CancellationToken cancellationToken)
    {
        var (now, fleet) = (Machine.GetUtcNow(), settings.Fleet);
        return store.RemoveBeforeAsync(new TelemetryAges(now.AddDays(-fleet.HistoryDays), now.AddDays(-fleet.TrackDays), now.AddDays(-fleet.AlarmDays)), cancellationToken);
    }

    protected override async Task RoundAsync(CancellationToken stopping)
    {
        var removed = await RemoveAsync(stopping);
        if (removed > 0)
        {
            LogRemoved(Log, removed);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Removed} rows of old telemetry removed")]
    private static partial void LogRemoved(ILogger logger, long removed);
}
