using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Grains.Recorders;
using Enforcement.Silo.Hosting;

namespace Enforcement.Silo.Telemetry;

/// <summary>Looks every few seconds for recorders that fell silent while they recorded, and has each write it down.</summary>
internal sealed partial class LeaseLoop(ITelemetryStore store, IGrainFactory grains, FleetClock clock, TimeProvider machine, ILogger<LeaseLoop> logger)
    : RegularWork(TimeSpan.FromSeconds(10), machine, logger)
{
    private const int Most = 1000;
    private const int AtOnce = 16;

    /// <summary>Looks once.</summary>
    /// <returns>How many alarms were raised.</returns>
    public async Task<int> LookAsync(CancellationToken cancellationToken)
    {
        if (clock.Listening)
        {
            return 0; // nobody has had a whole lease to be heard since the start
        }

        var raised = 0;
        var silent = await store.SilentAsync(clock.SilentBefore, Most, cancellationToken);
        await Parallel.ForEachAsync(silent, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (recorder, _) =>
            Interlocked.Add(ref raised, await CheckAsync(recorder)));
        return raised;
    }

    protected override async Task RoundAsync(CancellationToken stopping)
    {
        var raised = await LookAsync(stopping);
        if (raised > 0)
        {
            LogLost(Log, raised);
        }
    }

    private async Task<int> CheckAsync(string recorder)
    {
        try
        {
            return await grains.GetGrain<IRecorderGrain>(recorder).CheckLeaseAsync();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // One recorder that cannot be written must not hide the others; it stays silent and is looked at again.
            LogOneFailed(Log, recorder, e);
            return 0;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Raised} recorders fell silent while recording")]
    private static partial void LogLost(ILogger logger, int raised);

    [LoggerMessage(Level = LogLevel.Error, Message = "The lease of {Recorder} could not be checked")]
    private static partial void LogOneFailed(ILogger logger, string recorder, Exception exception);
}
