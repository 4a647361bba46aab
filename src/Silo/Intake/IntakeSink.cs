using System.Collections.Immutable;
using Enforcement.Domain;
using Enforcement.Domain.Access;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recordings;
using Enforcement.Silo.Uploads;

namespace Enforcement.Silo.Intake;

/// <summary>Receives files: a recording's file enters the ledger of its recording, and that of the case that took it; a document waits to be named by an act.</summary>
internal sealed class IntakeSink(IGrainFactory grains, IReadModel reads) : IUploadSink
{
    /// <summary>Documents are papers, not recordings.</summary>
    public const long LargestDocument = 100L * 1024 * 1024;

    public async Task<UploadOutcome> CreatingAsync(UploadIntent intent, CancellationToken cancellationToken)
    {
        if (intent.Kind == UploadKinds.Document)
        {
            return intent.Length > LargestDocument
                ? new UploadOutcome.Refused(413, "upload-too-large", "The upload is too large", $"A document has at most {LargestDocument} bytes.")
                : new UploadOutcome.Accepted();
        }

        if (await reads.RecordingAsync(BureauScope.City, intent.RecordingId, cancellationToken) is not { } recording)
        {
            return new UploadOutcome.Refused(404, "recording.unknown", "Recording not announced", $"Announce it first: PUT /api/v1/recordings/{intent.RecordingId}.");
        }

        if (UploadSender.Parse(intent.Sender).MayUploadFor(recording.Bureau) is AccessDecision.Refused { Violation: var foreign })
        {
            return new UploadOutcome.Refused(403, foreign.Code, foreign.Text.En, foreign.Next.En, [foreign]);
        }

        // A dock that sends the same file again is answered as before; another file is refused before it is sent. The grain decides the same once more.
        return recording.Sha256 is { } kept && intent.DeclaredSha256 is { } declared && declared != kept
            ? new UploadOutcome.Refused(422, "recording.stored", "The recording has its file", $"Its original has SHA-256 {kept} and is never replaced. Announce another recording.")
            : new UploadOutcome.Accepted();
    }

    public async Task<UploadOutcome> CompletedAsync(CompletedUpload upload, CancellationToken cancellationToken)
    {
        if (upload.Intent.Kind == UploadKinds.Document)
        {
            return new UploadOutcome.Accepted();
        }

        var id = upload.Intent.RecordingId;
        var recording = grains.GetGrain<IRecordingGrain>(id);
        var media = upload.Media;
        var reply = await recording.StoredAsync(
            new StoredFile(media.Sha256, media.Sm3, media.Size, media.LeafRoot, media.LeafCount, upload.Intent.FileName, upload.Intent.ContentType, upload.UploadId),
            UploadSender.Parse(upload.Intent.Sender).ToCaller(upload.UploadId));
        if (!reply.Done)
        {
            return Refused(reply.Broken);
        }

        if (await recording.ViewAsync() is { CaseId: { } caseId, StoredAt: { } storedAt })
        {
            await grains.GetGrain<ICaseGrain>(caseId).RecordingStoredAsync(id, media.Sha256, storedAt);
        }

        return new UploadOutcome.Accepted($"/api/v1/recordings/{id}");
    }

    private static UploadOutcome.Refused Refused(ImmutableArray<BrokenRule> broken) => new(
        StatusCodes.Status422UnprocessableEntity,
        "refused",
        "不符合规定，未予办理 Refused: rules are broken",
        string.Join(' ', broken.Select(rule => $"{rule.Text.Zh} {rule.Text.En}")),
        [.. broken.Select(rule => new Violation(rule.Code, rule.Article, new Words(rule.Text.Zh, rule.Text.En), new Words(rule.Next.Zh, rule.Next.En), rule.Member))]);
}
