using System.Collections.Immutable;
using Enforcement.Domain;
using Enforcement.Domain.Access;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Grains.Interfaces.Recordings;
using Enforcement.Grains.Media;
using Enforcement.Grains.Recorders;
using Enforcement.Silo.Api;
using Enforcement.Silo.Uploads;

namespace Enforcement.Silo.Intake;

/// <summary>Receives files: a recording's file enters the ledger of its recording, and that of the case that took it; a document waits to be named by an act.</summary>
internal sealed class IntakeSink(IGrainFactory grains, IReadModel reads, IDocumentSenders senders, IRecorderRegister register) : IUploadSink
{
    /// <summary>Documents are papers, not recordings.</summary>
    public const long LargestDocument = 100L * 1024 * 1024;

    public async Task<UploadOutcome> CreatingAsync(UploadIntent intent, CancellationToken cancellationToken)
    {
        if (intent.Kind == UploadKinds.Document)
        {
            return intent.Length > LargestDocument
                ? new UploadOutcome.Refused(
                    StatusCodes.Status413PayloadTooLarge, "upload-too-large",
                    new Words("上传内容过大", "The upload is too large"),
                    new Words($"文书文件不超过 {LargestDocument} 字节。", $"A document has at most {LargestDocument} bytes."))
                : new UploadOutcome.Accepted();
        }

        if (await reads.RecordingAsync(BureauScope.City, intent.RecordingId, cancellationToken) is not { } recording)
        {
            return new UploadOutcome.Refused(
                StatusCodes.Status404NotFound, "recording.unknown",
                new Words("音像记录尚未登记", "Recording not announced"),
                new Words($"请先登记：PUT /api/v1/recordings/{intent.RecordingId}。", $"Announce it first: PUT /api/v1/recordings/{intent.RecordingId}."));
        }

        if (UploadSender.Parse(intent.Sender).MayUploadFor(recording.Bureau) is AccessDecision.Refused { Violation: var foreign })
        {
            return new UploadOutcome.Refused(StatusCodes.Status403Forbidden, foreign.Code, foreign.Text, foreign.Next, [Problems.Rule(foreign)]);
        }

        // A dock that sends the same file again is answered as before; another file is refused before it is sent. The grain decides the same once more.
        return recording.Sha256 is { } kept && intent.DeclaredSha256 is { } declared && declared != kept
            ? new UploadOutcome.Refused(
                StatusCodes.Status422UnprocessableEntity, "recording.original-kept",
                new Words("该音像记录已有文件", "The recording has its file"),
                new Words($"其原始文件的 SHA-256 为 {kept}，不得替换，请另行登记音像记录。", $"Its original has SHA-256 {kept} and is never replaced. Announce another recording."))
            : new UploadOutcome.Accepted();
    }

    public async Task<UploadOutcome> CompletedAsync(CompletedUpload upload, CancellationToken cancellationToken)
    {
        if (upload.Intent.Kind == UploadKinds.Document)
        {
            // Without a sender it is nobody's, and no document can name it.
            if (upload.Intent.Sender.Length > 0)
            {
                var sender = UploadSender.Parse(upload.Intent.Sender);
                await senders.AddAsync(upload.Media.Sha256, sender.Bureau, sender.Id, cancellationToken);
            }

            return new UploadOutcome.Accepted();
        }

        var id = upload.Intent.RecordingId;
        if (upload.Intent.Sender.Length == 0)
        {
            // Not handed in through the API: nobody waits for a receipt, and nobody is there in whose name it could be entered.
            return new UploadOutcome.Refused(
                StatusCodes.Status422UnprocessableEntity, "upload-sender",
                new Words("上传人不明", "The sender is not known"),
                new Words("请重新上传。", "Create a new upload."));
        }

        var recording = grains.GetGrain<IRecordingGrain>(id);
        var media = upload.Media;
        var reply = await recording.StoredAsync(
            new StoredFile(media.Sha256, media.Sm3, media.Size, media.LeafRoot, media.LeafCount, upload.Intent.FileName, upload.Intent.ContentType, upload.UploadId),
            UploadSender.Parse(upload.Intent.Sender).ToCaller(upload.UploadId));
        if (!reply.Done)
        {
            return Refused(reply.Broken);
        }

        if (await recording.ViewAsync() is { } view)
        {
            if (view is { CaseId: { } caseId, StoredAt: { } storedAt })
            {
                await grains.GetGrain<ICaseGrain>(caseId).RecordingStoredAsync(id, media.Sha256, storedAt);
            }

            if (view.RecorderId is { Length: > 0 } recorder && await register.FindAsync(recorder, cancellationToken) is not null)
            {
                await grains.GetGrain<IRecorderGrain>(recorder).CompareFileAsync(id, media.Size, media.Sha256);
            }
        }

        return new UploadOutcome.Accepted($"/api/v1/recordings/{id}");
    }

    private static UploadOutcome.Refused Refused(ImmutableArray<BrokenRule> broken) => new(
        StatusCodes.Status422UnprocessableEntity,
        "refused",
        new Words("不符合规定，未予办理", "Refused: rules are broken"),
        new Words(string.Join(' ', broken.Select(rule => rule.Text.Zh)), string.Join(' ', broken.Select(rule => rule.Text.En))),
        broken);
}
