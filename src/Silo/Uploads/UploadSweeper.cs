using Enforcement.Grains.Media;
using Microsoft.Extensions.Options;

namespace Enforcement.Silo.Uploads;

/// <summary>Finishes what a crash interrupted and clears away what nobody finished.</summary>
public sealed partial class UploadSweeper : BackgroundService
{
    private readonly IMediaStaging _staging;
    private readonly UploadCompletion _completion;
    private readonly TimeProvider _clock;
    private readonly UploadOptions _options;
    private readonly ILogger<UploadSweeper> _logger;

    public UploadSweeper(IMediaStaging staging, IUploadSink sink, TimeProvider clock, IOptions<UploadOptions> options, ILoggerFactory loggers)
    {
        _staging = staging;
        _completion = new UploadCompletion(sink, loggers.CreateLogger<UploadCompletion>());
        _clock = clock;
        _options = options.Value;
        _logger = loggers.CreateLogger<UploadSweeper>();
    }

    /// <summary>One pass over everything staged.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await foreach (var file in _staging.ListAsync(cancellationToken))
        {
            try
            {
                await SweepAsync(file, cancellationToken);
            }
            catch (Exception failed) when (failed is IOException or MediaCorruptedException or InvalidOperationException)
            {
                LogSkipped(failed, file.UploadId);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_options.SweepEvery, _clock);
        try
        {
            do
            {
                try
                {
                    await SweepAsync(stoppingToken);
                }
                catch (Exception failed) when (failed is IOException or InvalidDataException or UnauthorizedAccessException)
                {
                    LogFailed(failed);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // the host stops
        }
    }

    private async Task SweepAsync(StagedFile file, CancellationToken cancellationToken)
    {
        var interrupted = file.Phase is StagedPhase.Moving or StagedPhase.Stored || (file.Phase == StagedPhase.Receiving && file.HasArrived);
        if (!interrupted && file.ExpiresAt > _clock.GetUtcNow())
        {
            return;
        }

        // Nobody's turn now, or gone meanwhile: the next sweep looks again.
        await using var lease = await _staging.TryLeaseAsync(file.UploadId, cancellationToken);
        if (lease is null)
        {
            return;
        }

        if (interrupted)
        {
            await _completion.FinishAsync(lease);
        }
        else if (lease.File.ExpiresAt <= _clock.GetUtcNow() && lease.File.Phase == file.Phase)
        {
            await lease.DiscardAsync(cancellationToken);
            LogExpired(file.UploadId, file.Offset, file.Length);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Upload {UploadId} expired at {Offset} of {Length} bytes and was cleared away")]
    private partial void LogExpired(string uploadId, long offset, long length);

    [LoggerMessage(2, LogLevel.Error, "Upload {UploadId} could not be swept")]
    private partial void LogSkipped(Exception exception, string uploadId);

    [LoggerMessage(3, LogLevel.Error, "The sweep of uploads failed")]
    private partial void LogFailed(Exception exception);
}
