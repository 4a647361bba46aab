using Enforcement.Domain;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Media;
using Enforcement.Silo.Api;
using Enforcement.Silo.Media;

namespace Enforcement.Silo.Intake;

/// <summary>Decides which document file a reader gets: only one that a case within reach names.</summary>
internal static class DocumentContent
{
    private static readonly (byte[] Mark, string Type, string Extension)[] Kinds =
    [
        ("%PDF-"u8.ToArray(), "application/pdf", ".pdf"),
        ([0x89, 0x50, 0x4E, 0x47], "image/png", ".png"),
        ([0xFF, 0xD8, 0xFF], "image/jpeg", ".jpg"),
    ];

    public static async Task<RecordingAccess> ResolveAsync(HttpContext http)
    {
        var sha256 = http.GetRouteValue("sha256") as string;
        if (http.Found<CaseRow>() is not { } row
            || await http.RequestServices.GetRequiredService<IGrainFactory>().GetGrain<ICaseGrain>(row.CaseId).ViewAsync(http.Reader()) is not { } view
            || view.Acts.SelectMany(act => act.Documents).FirstOrDefault(document => document.Sha256 == sha256) is not { } named
            || await http.RequestServices.GetRequiredService<DocumentFiles>().IsRecordingAsync(sha256!, http.RequestAborted))
        {
            return Missing();
        }

        var kind = await KindAsync(http, sha256!);
        return kind is null
            ? Missing()
            : new RecordingAccess.Granted(new RecordingContent(sha256!, $"{named.Title ?? named.Id}{kind.Value.Extension}", kind.Value.Type, null, http.Request.Query.ContainsKey("download")));
    }

    /// <summary>What the file is by its first bytes; what the sender called it does not matter. <see langword="null"/>: it is not in the store.</summary>
    private static async Task<(string Type, string Extension)?> KindAsync(HttpContext http, string sha256)
    {
        var store = http.RequestServices.GetRequiredService<IMediaStore>();
        try
        {
            await using var media = await store.OpenAsync(sha256, null, http.RequestAborted);
            if (media is null)
            {
                return null;
            }

            await foreach (var piece in media.ReadAsync(0, Math.Min(media.Media.Size, 8), http.RequestAborted))
            {
                var (_, type, extension) = Kinds.FirstOrDefault(kind => piece.Span.StartsWith(kind.Mark), ([], ContentHeaders.Unknown, ""));
                return (type, extension);
            }
        }
        catch (MediaCorruptedException)
        {
            // Whoever serves it finds the same, raises the alarm and says so.
        }

        return (ContentHeaders.Unknown, "");
    }

    private static RecordingAccess.Denied Missing() => new(Problems.NotFound(
        "document.unknown", new Words("没有此文书文件，或所给案件未引用它。", "There is no such file, or the case in the query does not name it.")));
}
