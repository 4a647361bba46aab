using Enforcement.Grains.Deadlines;

namespace Enforcement.Silo.Hosting;

/// <summary>Sweeps for due terms at start, so that what fell due while nothing ran is found at once, and then every few seconds.</summary>
internal sealed partial class DeadlineLoop(IDeadlineSweep sweep, TimeProvider machine, ILogger<DeadlineLoop> logger)
    : RegularWork(TimeSpan.FromSeconds(15), machine, logger)
{
    protected override bool StartsAtOnce => true;

    protected override async Task RoundAsync(CancellationToken stopping)
    {
        var missed = await sweep.SweepAsync(stopping);
        if (missed > 0)
        {
            LogMissed(Log, missed);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Missed} terms were found missed")]
    private static partial void LogMissed(ILogger logger, int missed);
}
