using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.Recordings;
using Enforcement.Grains.Ledger;
using Enforcement.Grains.Streams;

namespace Enforcement.Silo.Hosting;

/// <summary>Once after an upgrade: lets every stream that was written before a table was there draw its rows again, while the program already serves.</summary>
internal sealed partial class RedrawLoop(IRedrawTable table, IGrainFactory grains, ILogger<RedrawLoop> logger) : BackgroundService
{
    private const int Batch = 200;
    private const int AtOnce = 4;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        HashSet<string> failed = new(StringComparer.Ordinal);
        var done = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            var streams = (await table.ToRedrawAsync(Batch + failed.Count, stoppingToken)).Where(s => !failed.Contains(s)).ToArray();
            if (streams.Length == 0)
            {
                break;
            }

            await Parallel.ForEachAsync(streams, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken }, async (stream, _) =>
            {
                if (!await RedrawAsync(stream))
                {
                    lock (failed)
                    {
                        failed.Add(stream);
                    }
                }
            });
            done += streams.Length;
        }

        if (done > 0)
        {
            LogDone(logger, done - failed.Count, failed.Count);
        }
    }

    private async Task<bool> RedrawAsync(string stream)
    {
        var (kind, key) = StreamNames.Split(stream);
        try
        {
            await (kind == "case" ? grains.GetGrain<ICaseGrain>(key).RedrawAsync() : grains.GetGrain<IRecordingGrain>(key).RedrawAsync());
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // One damaged stream keeps no other from being drawn; it is tried again at the next start.
            LogFailed(logger, stream, e);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Rows of {Count} streams were drawn again after the upgrade, {Failed} failed")]
    private static partial void LogDone(ILogger logger, int count, int failed);

    [LoggerMessage(Level = LogLevel.Error, Message = "The rows of {Stream} could not be drawn again")]
    private static partial void LogFailed(ILogger logger, string stream, Exception exception);
}
