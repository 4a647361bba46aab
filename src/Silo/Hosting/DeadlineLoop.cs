using Enforcement.Grains.Deadlines;

namespace Enforcement.Silo.Hosting;

/// <summary>Sweeps for due terms at start, so that what fell due while nothing ran is found at once, and then every few seconds.</summary>
internal sealed partial class DeadlineLoop(IDeadlineSweep sweep, TimeProvider machine, ILogger<DeadlineLoop> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, machine);
        do
        {
            try
            {
                var missed = await sweep.SweepAsync(stoppingToken);
                if (missed > 0)
                {
                    LogMissed(logger, missed);
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // A lost store or an engine that is still starting: the next round tries again.
                LogFailed(logger, e);
            }
        }
        while (await NextAsync(timer, stoppingToken));
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Missed} terms were found missed")]
    private static partial void LogMissed(ILogger logger, int missed);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sweep for due terms could not run; it runs again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
