using System.Globalization;
using System.Security.Cryptography;
using Enforcement.Domain;
using Enforcement.Grains.Media;
using Microsoft.Extensions.Options;

namespace Enforcement.Silo.Uploads;

/// <summary>The requests of tus 1.0: creation, HEAD, PATCH, termination; and a plain GET for what became of an upload.</summary>
internal sealed class UploadHandler(
    IMediaStaging staging, IUploadSink sink, UploadCompletion completion, TimeProvider clock, IOptions<UploadOptions> options)
{
    private readonly UploadOptions _options = options.Value;

    public async Task<IResult> CreateAsync(HttpContext context)
    {
        if (!TusHeaders.TryLength(context.Request, out var length))
        {
            return UploadProblems.Header(new Words(
                "Upload-Length 为文件的字节数，不得延后申报。", "Upload-Length is the size of the file in bytes. It cannot be deferred."));
        }

        if (length == 0)
        {
            return UploadProblems.Empty();
        }

        if (length > _options.MaxSize)
        {
            return UploadProblems.TooLarge(_options.MaxSize);
        }

        var metadata = UploadMetadata.Parse(context.Request.Headers[TusHeaders.Metadata].ToString(), out var problem);
        var kind = UploadKind.Of(context);
        if (metadata is not null && metadata.Pairs.TryGetValue("kind", out var claimed) && claimed != kind)
        {
            return UploadProblems.Metadata(new Words($"此处 kind 应为 {kind}。", $"kind is {kind} here."));
        }

        if (metadata is null || (_options.RequireRecordingId && kind == UploadKinds.Recording && metadata.RecordingId.Length == 0))
        {
            return UploadProblems.Metadata(metadata is null ? problem : new Words("recordingId 须为文件所属音像记录的编号。", "recordingId names the recording that the file belongs to."));
        }

        var withChunk = TusHeaders.IsChunk(context.Request);
        if (!withChunk && context.Request.ContentLength > 0)
        {
            return UploadProblems.ContentType();
        }

        var owner = _options.OwnerOf(context);
        metadata = metadata.With(kind, _options.SenderOf(context));
        var intent = new UploadIntent(
            owner, metadata.RecordingId, metadata.FileName, metadata.ContentType, length, metadata.Sha256, metadata.Kind, metadata.Sender);
        if (await sink.CreatingAsync(intent, context.RequestAborted) is UploadOutcome.Refused refused)
        {
            return UploadProblems.Of(UploadSettlement.From(refused));
        }

        var now = clock.GetUtcNow();
        StagedFile file;
        try
        {
            file = await staging.CreateAsync(
                new NewStagedFile(
                    RandomNumberGenerator.GetHexString(32, lowercase: true), length, owner, metadata.Pairs, metadata.Sha256, now, now + _options.Lifetime),
                context.RequestAborted);
        }
        catch (MediaStoreFullException)
        {
            return UploadProblems.Full();
        }

        context.Response.Headers.Location = $"{context.Request.PathBase}{context.Request.Path.Value?.TrimEnd('/')}/{file.UploadId}";
        if (withChunk)
        {
            return await ReceiveAsync(context, file, StatusCodes.Status201Created);
        }

        Report(context, file);
        return Results.StatusCode(StatusCodes.Status201Created);
    }

    public async Task<IResult> HeadAsync(HttpContext context, string id)
    {
        var file = await FindAsync(context, id);
        if (file is null || IsExpired(file))
        {
            return file is null ? UploadProblems.NotFound() : UploadProblems.Expired();
        }

        if (!file.HasArrived)
        {
            Report(context, file);
            return Results.Ok();
        }

        // All bytes are there: whoever asks wants to know whether it is done, so it is done now if a crash left it undone.
        await using var lease = await staging.TryLeaseAsync(id, context.RequestAborted);
        if (lease is null)
        {
            return UploadProblems.Busy();
        }

        return await FinishAsync(context, lease, StatusCodes.Status200OK);
    }

    public async Task<IResult> PatchAsync(HttpContext context, string id)
    {
        if (!TusHeaders.IsChunk(context.Request))
        {
            return UploadProblems.ContentType();
        }

        if (!TusHeaders.TryOffset(context.Request, out _))
        {
            return UploadProblems.Header(new Words("Upload-Offset 为已到达的字节数。", "Upload-Offset is the number of bytes that have arrived so far."));
        }

        var file = await FindAsync(context, id);
        if (file is null || IsExpired(file))
        {
            return file is null ? UploadProblems.NotFound() : UploadProblems.Expired();
        }

        return await ReceiveAsync(context, file, StatusCodes.Status204NoContent);
    }

    public async Task<IResult> DeleteAsync(HttpContext context, string id)
    {
        if (await FindAsync(context, id) is null)
        {
            return UploadProblems.NotFound();
        }

        await using var lease = await staging.TryLeaseAsync(id, context.RequestAborted);
        if (lease is null)
        {
            return UploadProblems.Busy();
        }

        if (lease.File.Phase != StagedPhase.Receiving)
        {
            return UploadProblems.Complete();
        }

        await lease.DiscardAsync(context.RequestAborted);
        return Results.NoContent();
    }

    public async Task<IResult> ReceiptAsync(HttpContext context, string id) =>
        await FindAsync(context, id) is { } file ? Results.Ok(UploadReceipt.Of(file)) : UploadProblems.NotFound();

    private async Task<IResult> ReceiveAsync(HttpContext context, StagedFile found, int success)
    {
        if (!TusHeaders.TryChecksum(context.Request, out var checksum))
        {
            return UploadProblems.Header(new Words(
                "Upload-Checksum 为 sha1 或 sha256、空格和 Base64 编码的散列值。", "Upload-Checksum is one of sha1, sha256, a space and the hash in Base64."));
        }

        await using var lease = await staging.TryLeaseAsync(found.UploadId, context.RequestAborted);
        if (lease is null)
        {
            return UploadProblems.Busy();
        }

        var offset = success == StatusCodes.Status201Created ? 0 : TusHeaders.OffsetOf(context.Request);
        if (offset != lease.File.Offset)
        {
            return UploadProblems.Offset(lease.File.Offset);
        }

        if (context.Request.ContentLength > lease.File.Length - offset)
        {
            return TooLong(lease.File);
        }

        return lease.File.Phase == StagedPhase.Receiving
            ? await AppendAsync(context, lease, checksum, success)
            : await FinishAsync(context, lease, success);
    }

    private async Task<IResult> AppendAsync(HttpContext context, IStagingLease lease, ChunkChecksum? checksum, int success)
    {
        AppendResult result;
        try
        {
            result = await lease.AppendAsync(context.Request.Body, checksum, context.RequestAborted);
            var now = clock.GetUtcNow();
            if (lease.File.ExpiresAt - now < _options.Lifetime / 2)
            {
                await lease.ProlongAsync(now + _options.Lifetime, CancellationToken.None);
            }
        }
        catch (MediaStoreFullException)
        {
            return UploadProblems.Full();
        }

        switch (result.Ending)
        {
            case AppendEnding.ChecksumMismatch:
                return UploadProblems.Checksum();
            case AppendEnding.Cut:
                return UploadProblems.Cut(result.Offset);
            case AppendEnding.TooLong:
                return TooLong(lease.File);
            case AppendEnding.Complete when lease.File.HasArrived:
                return await FinishAsync(context, lease, success);
            default:
                Report(context, lease.File);
                return Results.StatusCode(success);
        }
    }

    private async Task<IResult> FinishAsync(HttpContext context, IStagingLease lease, int success)
    {
        UploadSettlement? settlement;
        try
        {
            settlement = await completion.FinishAsync(lease);
        }
        catch (MediaStoreFullException)
        {
            return UploadProblems.Full();
        }

        if (settlement is not { Accepted: true })
        {
            return settlement is null ? UploadProblems.NotYet() : UploadProblems.Of(settlement);
        }

        Report(context, lease.File);
        TusHeaders.Receipt(context.Response, lease.File.Media!, settlement.Link);
        return Results.StatusCode(success);
    }

    private static IResult TooLong(StagedFile file) =>
        UploadProblems.TooLong(file.Length, file.Offset);

    private bool IsExpired(StagedFile file) => file.Phase == StagedPhase.Receiving && !file.HasArrived && file.ExpiresAt <= clock.GetUtcNow();

    // Somebody else's upload does not exist for the caller, nor does one of another kind.
    private async Task<StagedFile?> FindAsync(HttpContext context, string id) =>
        await staging.FindAsync(id, context.RequestAborted) is { } file
        && file.Created.Owner == _options.OwnerOf(context)
        && new UploadMetadata(file.Created.Metadata).Kind == UploadKind.Of(context)
            ? file
            : null;

    private static void Report(HttpContext context, StagedFile file)
    {
        var headers = context.Response.Headers;
        headers[TusHeaders.Offset] = file.Offset.ToString(CultureInfo.InvariantCulture);
        if (HttpMethods.IsHead(context.Request.Method))
        {
            headers[TusHeaders.Length] = file.Length.ToString(CultureInfo.InvariantCulture);
            headers[TusHeaders.Metadata] = TusHeaders.Encode(new UploadMetadata(file.Created.Metadata).Sent);
        }

        if (file.Phase == StagedPhase.Receiving)
        {
            headers[TusHeaders.Expires] = file.ExpiresAt.ToString("R", CultureInfo.InvariantCulture);
        }
    }
}
