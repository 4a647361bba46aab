using Enforcement.Grains.Media;

namespace Enforcement.Silo.Uploads;

/// <summary>The last step of an upload: durable move, then the receiver's answer, then the receipt. Every part of it may be repeated.</summary>
internal sealed partial class UploadCompletion(IUploadSink sink, ILogger<UploadCompletion> logger)
{
    /// <returns>How the upload ended, or <see langword="null"/> when the receiver could not answer now.</returns>
    /// <remarks>Not cancellable: a sender that has gone away still wants its file to be kept.</remarks>
    public async Task<UploadSettlement?> FinishAsync(IStagingLease lease)
    {
        if (lease.File is { Phase: StagedPhase.Settled, Settlement: { } settled })
        {
            return UploadSettlement.Parse(settled);
        }

        StoredMedia media;
        try
        {
            media = await lease.CompleteAsync(CancellationToken.None);
        }
        catch (MediaRejectedException rejected)
        {
            LogRejected(lease.File.UploadId, rejected.DeclaredSha256, rejected.ActualSha256);
            return UploadProblems.Rejected(rejected.ActualSha256);
        }

        UploadSettlement settlement;
        try
        {
            var completed = new CompletedUpload(lease.File.UploadId, IntentOf(lease.File), media, lease.File.Created.CreatedAt);
            settlement = UploadSettlement.From(await sink.CompletedAsync(completed, CancellationToken.None));
        }
#pragma warning disable CA1031 // Whatever went wrong at the receiver: the file is stored, the sender asks again, the sweep tries again.
        catch (Exception failed)
#pragma warning restore CA1031
        {
            LogNotAcknowledged(failed, lease.File.UploadId, media.Sha256);
            return null;
        }

        await lease.SettleAsync(settlement.ToText(), CancellationToken.None);
        LogSettled(lease.File.UploadId, media.Sha256, media.Size, settlement.Accepted ? "accepted" : settlement.Code);
        return settlement;
    }

    private static UploadIntent IntentOf(StagedFile file)
    {
        var metadata = new UploadMetadata(file.Created.Metadata);
        return new UploadIntent(
            file.Created.Owner, metadata.RecordingId, metadata.FileName, metadata.ContentType, file.Length, file.Created.DeclaredSha256, metadata.Kind, metadata.Sender);
    }

    [LoggerMessage(1, LogLevel.Information, "Upload {UploadId} is stored as {Sha256} ({Size} bytes): {Outcome}")]
    private partial void LogSettled(string uploadId, string sha256, long size, string outcome);

    [LoggerMessage(2, LogLevel.Error, "Upload {UploadId} declared SHA-256 {Declared} and has {Actual}; it is kept apart")]
    private partial void LogRejected(string uploadId, string declared, string actual);

    [LoggerMessage(3, LogLevel.Error, "Upload {UploadId} is stored as {Sha256}, but its receiver did not answer; it will be asked again")]
    private partial void LogNotAcknowledged(Exception exception, string uploadId, string sha256);
}
