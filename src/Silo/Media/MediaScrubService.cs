using System.Threading.Channels;
using Enforcement.Storage.Media;

namespace Enforcement.Silo.Media;

/// <summary>Keeps the background reading of the media folder going, and does it at once when an administrator asks.</summary>
internal sealed partial class MediaScrubService(MediaScrub scrub, TimeProvider clock, ILogger<MediaScrubService> logger) : BackgroundService
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(10); // short beside the interval, and it follows a clock that was set

    private readonly Channel<string> _asked = Channel.CreateBounded<string>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Lock _lock = new();
    private CancellationTokenSource? _slow;

    /// <summary>Everything is read from the first file on, as fast as it goes. A slow pass that is under way makes room for it.</summary>
    /// <param name="by">The name of the person who asks.</param>
    public void AskNow(string by)
    {
        _asked.Writer.TryWrite(by);
        lock (_lock)
        {
            _slow?.Cancel();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            do
            {
                if (_asked.Reader.TryRead(out var by))
                {
                    await PassAsync(token => scrub.RunOnceAsync(by, token), stoppingToken);
                }
                else if (scrub.NextAt() <= clock.GetUtcNow())
                {
                    await PassAsync(SlowlyAsync, stoppingToken);
                }

                await NextAsync(stoppingToken);
            }
            while (!stoppingToken.IsCancellationRequested);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // the host stops; the pass goes on at the next start
        }
    }

    private async Task PassAsync(Func<CancellationToken, Task<ScrubProgress>> read, CancellationToken stoppingToken)
    {
        try
        {
            var pass = await read(stoppingToken);
            LogPass(pass.Files, pass.Bytes, pass.Findings);
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            // it makes room for the pass that was asked for
        }
#pragma warning disable CA1031 // A pass that failed, for whatever reason, must not end the passes: the next look goes on where it stopped.
        catch (Exception failed) when (failed is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogFailed(failed);
        }
    }

    private async Task<ScrubProgress> SlowlyAsync(CancellationToken stoppingToken)
    {
        using var slow = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        lock (_lock)
        {
            _slow = slow;
        }

        try
        {
            if (_asked.Reader.TryPeek(out _))
            {
                await slow.CancelAsync();
            }

            return await scrub.ContinueAsync(slow.Token);
        }
        finally
        {
            lock (_lock)
            {
                _slow = null;
            }
        }
    }

    // Until somebody asks, or it is time to look whether the next pass is due.
    private async Task NextAsync(CancellationToken stoppingToken)
    {
        using var rest = new CancellationTokenSource(LookAgain, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(rest.Token, stoppingToken);
        try
        {
            await _asked.Reader.WaitToReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            // time to look
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Media scrub: {Files} files, {Bytes} bytes read, {Findings} findings")]
    private partial void LogPass(long files, long bytes, long findings);

    [LoggerMessage(2, LogLevel.Error, "The media scrub was interrupted; it goes on later")]
    private partial void LogFailed(Exception exception);
}
