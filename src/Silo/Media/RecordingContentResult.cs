using System.Globalization;
using Enforcement.Domain;
using Enforcement.Grains.Media;
using Enforcement.Silo.Api;
using Microsoft.Net.Http.Headers;

namespace Enforcement.Silo.Media;

/// <summary>Sends an original or a range of it, each leaf compared with its stored hash before its bytes leave.</summary>
internal sealed class RecordingContentResult(RecordingContent content) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var store = httpContext.RequestServices.GetRequiredService<IMediaStore>();
        try
        {
            await using var media = await store.OpenAsync(content.Sha256, content.LeafRoot, httpContext.RequestAborted);
            if (media is null)
            {
                // The caller's books say that it is there: that is no ordinary "not found".
                throw new MediaCorruptedException(new MediaFinding(content.Sha256, MediaFault.Missing, null, "Nothing is stored under this hash."));
            }

            await SendAsync(httpContext, media);
        }
        catch (OperationCanceledException) when (httpContext.RequestAborted.IsCancellationRequested)
        {
            // The viewer went on to another place in the film.
        }
        catch (MediaCorruptedException corrupted)
        {
            await RaiseAsync(httpContext, corrupted.Finding);
            await RefuseAsync(httpContext, corrupted.Finding);
        }
    }

    private async Task SendAsync(HttpContext context, IVerifiedMedia media)
    {
        var etag = $"\"{media.Media.Sha256}\"";
        var response = context.Response;
        response.Headers.ETag = etag;
        response.Headers.AcceptRanges = "bytes";
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.XContentTypeOptions = "nosniff";
        if (EntityTagHeaderValue.TryParseList(context.Request.Headers.IfNoneMatch, out var known)
            && known.Any(tag => tag.Tag == "*" || tag.Tag == etag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var range = ByteRange.Of(context.Request, etag, media.Media.Size);
        if (range.Kind == ByteRangeKind.OutsideFile)
        {
            response.Headers.ContentRange = $"bytes */{media.Media.Size}";
            await Problems.Of(
                StatusCodes.Status416RangeNotSatisfiable, "range-outside-file",
                new Words("所请求的范围超出文件", "The range lies outside the file"),
                new Words($"文件共 {media.Media.Size} 字节。", $"The file has {media.Media.Size} bytes."))
                .ExecuteAsync(context);
            return;
        }

        await using var pieces = media.ReadAsync(range.From, range.Length, context.RequestAborted).GetAsyncEnumerator(context.RequestAborted);

        // The first leaf is compared before the first header is sent, so that its damage is still answered with a problem.
        var more = !HttpMethods.IsHead(context.Request.Method) && await pieces.MoveNextAsync();
        var type = ContentHeaders.ContentType(content.ContentType);
        response.ContentType = type;
        response.Headers.ContentDisposition = ContentHeaders.Disposition(content.FileName, content.AsDownload || type == ContentHeaders.Unknown);
        response.ContentLength = range.Length;
        if (range.Kind == ByteRangeKind.Part)
        {
            response.StatusCode = StatusCodes.Status206PartialContent;
            response.Headers.ContentRange = string.Create(
                CultureInfo.InvariantCulture, $"bytes {range.From}-{range.From + range.Length - 1}/{media.Media.Size}");
        }

        while (more)
        {
            await response.Body.WriteAsync(pieces.Current, context.RequestAborted);
            more = await pieces.MoveNextAsync();
        }
    }

    private static async Task RaiseAsync(HttpContext context, MediaFinding finding)
    {
        try
        {
            await context.RequestServices.GetRequiredService<IMediaAlarm>().CorruptedAsync(finding, CancellationToken.None);
        }
#pragma warning disable CA1031 // The viewer must get the refusal even when nobody hears the alarm; the log has both.
        catch (Exception deaf)
#pragma warning restore CA1031
        {
            context.RequestServices.GetRequiredService<ILogger<RecordingContentResult>>()
                .LogCritical(deaf, "Stored media {Sha256} is damaged ({Fault}, leaf {Leaf}), and the alarm could not be raised", finding.Sha256, finding.Fault, finding.Leaf);
        }
    }

    private static async Task RefuseAsync(HttpContext context, MediaFinding finding)
    {
        if (context.Response.HasStarted)
        {
            // Good leaves have left already; the damaged one does not, and the client sees that the rest is missing.
            context.Abort();
            return;
        }

        context.Response.Clear();
        await Problems.Of(
            StatusCodes.Status500InternalServerError, "media-corrupted",
            new Words("存储的音像文件已损坏", "The stored recording is damaged"),
            new Words(
                "文件内容与入库时不一致，不予播放。损坏情况已上报，由监督人员处理。",
                "It is not what was stored, so it is not shown. The damage has been reported; a supervisor decides what to do."),
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["sha256"] = finding.Sha256, ["leaf"] = finding.Leaf })
            .ExecuteAsync(context);
    }
}
