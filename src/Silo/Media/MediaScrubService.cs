using Enforcement.Storage.Media;

namespace Enforcement.Silo.Media;

/// <summary>Keeps the background reading of the media folder going.</summary>
internal sealed partial class MediaScrubService(MediaScrub scrub, TimeProvider clock, ILogger<MediaScrubService> logger) : BackgroundService
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(10); // short beside the interval, and it follows a clock that was set

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookAgain, clock);
        try
        {
            do
            {
                if (scrub.NextAt() <= clock.GetUtcNow())
                {
                    await PassAsync(stoppingToken);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // the host stops; the pass goes on at the next start
        }
    }

    private async Task PassAsync(CancellationToken stoppingToken)
    {
        try
        {
            var pass = await scrub.ContinueAsync(stoppingToken);
            LogPass(pass.Files, pass.Bytes, pass.Findings);
        }
#pragma warning disable CA1031 // A pass that failed, for whatever reason, must not end the passes: the next look goes on where it stopped.
        catch (Exception failed) when (failed is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogFailed(failed);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Media scrub: {Files} files, {Bytes} bytes read, {Findings} findings")]
    private partial void LogPass(long files, long bytes, long findings);

    [LoggerMessage(2, LogLevel.Error, "The media scrub was interrupted; it goes on later")]
    private partial void LogFailed(Exception exception);
}
