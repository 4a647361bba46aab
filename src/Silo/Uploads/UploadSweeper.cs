using Enforcement.Grains.Media;
using Enforcement.Silo.Hosting;
using Microsoft.Extensions.Options;

namespace Enforcement.Silo.Uploads;

/// <summary>Finishes what a crash interrupted and clears away what nobody finished.</summary>
internal sealed partial class UploadSweeper(IMediaStaging staging, IUploadSink sink, TimeProvider machine, IOptions<UploadOptions> options, ILoggerFactory loggers)
    : RegularWork(options.Value.SweepEvery, machine, loggers.CreateLogger<UploadSweeper>())
{
    private readonly UploadCompletion _completion = new(sink, loggers.CreateLogger<UploadCompletion>());

    protected override bool StartsAtOnce => true;

    /// <summary>One pass over everything staged.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await foreach (var file in staging.ListAsync(cancellationToken))
        {
            try
            {
                await SweepAsync(file, cancellationToken);
            }
            catch (Exception failed) when (failed is IOException or MediaCorruptedException or InvalidOperationException)
            {
                LogSkipped(Log, failed, file.UploadId);
            }
        }
    }

    protected override Task RoundAsync(CancellationToken stopping) => SweepAsync(stopping);

    private async Task SweepAsync(StagedFile file, CancellationToken cancellationToken)
    {
        var interrupted = file.Phase is StagedPhase.Moving or StagedPhase.Stored || (file.Phase == StagedPhase.Receiving && file.HasArrived);
        if (!interrupted && file.ExpiresAt > Machine.GetUtcNow())
        {
            return;
        }

        // Nobody's turn now, or gone meanwhile: the next sweep looks again.
        await using var lease = await staging.TryLeaseAsync(file.UploadId, cancellationToken);
        if (lease is null)
        {
            return;
        }

        if (interrupted)
        {
            await _completion.FinishAsync(lease);
        }
        else if (lease.File.ExpiresAt <= Machine.GetUtcNow() && lease.File.Phase == file.Phase)
        {
            await lease.DiscardAsync(cancellationToken);
            LogExpired(Log, file.UploadId, file.Offset, file.Length);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Upload {UploadId} expired at {Offset} of {Length} bytes and was cleared away")]
    private static partial void LogExpired(ILogger logger, string uploadId, long offset, long length);

    [LoggerMessage(Level = LogLevel.Error, Message = "Upload {UploadId} could not be swept")]
    private static partial void LogSkipped(ILogger logger, Exception exception, string uploadId);
}
