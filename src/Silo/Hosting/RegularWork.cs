namespace Enforcement.Silo.Hosting;

/// <summary>
/// Work done in rounds while the program runs: one round at a time, <paramref name="every"/> apart by the machine's clock.
/// A round that fails is logged and the next one tries again, so that a lost store or a damaged file stops nothing else; the program's stop ends it in silence.
/// </summary>
/// <param name="every">The time between the starts of two rounds. A round that takes longer is followed by the next at once.</param>
internal abstract partial class RegularWork(TimeSpan every, TimeProvider machine, ILogger logger) : BackgroundService
{
    /// <summary>The clock of the rounds.</summary>
    protected TimeProvider Machine { get; } = machine;

    /// <summary>The log of the work.</summary>
    protected ILogger Log { get; } = logger;

    /// <summary>Whether the first round is at the start rather than one interval later.</summary>
    protected virtual bool StartsAtOnce => false;

    /// <summary>One round.</summary>
    protected abstract Task RoundAsync(CancellationToken stopping);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every, Machine);
        try
        {
            if (StartsAtOnce)
            {
                await TryAsync(stoppingToken);
            }

            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogStopped(Log);
        }
    }

    private async Task TryAsync(CancellationToken stopping)
    {
        try
        {
            await RoundAsync(stopping);
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            LogFailed(Log, every, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Stopped")]
    private static partial void LogStopped(ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "A round failed; the next is due within {Every}")]
    private static partial void LogFailed(ILogger logger, TimeSpan every, Exception exception);
}
