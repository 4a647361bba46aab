namespace Enforcement.Silo.Uploads;

/// <summary>How uploads are taken.</summary>
public sealed class UploadOptions
{
    /// <summary>The largest file, in bytes. Default: 64 GiB.</summary>
    public long MaxSize { get; set; } = 64L * 1024 * 1024 * 1024;

    /// <summary>How long an unfinished upload is kept after its last chunk. Default: 7 days, so that a dock that was offline over a weekend resumes.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How often expired uploads are swept and interrupted ones finished. Default: 10 minutes. The first sweep is at start.</summary>
    public TimeSpan SweepEvery { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Whether the upload of a recording must name the recording that it belongs to. Default: yes.</summary>
    public bool RequireRecordingId { get; set; } = true;

    /// <summary>Who the caller is. An upload is only visible to the one who made it. Default: the name of the signed-in user.</summary>
    public Func<HttpContext, string> OwnerOf { get; set; } = context => context.User.Identity?.Name ?? "";

    /// <summary>Who the caller is in full, as text that is kept beside the upload and given to the receiver. Default: nothing.</summary>
    public Func<HttpContext, string> SenderOf { get; set; } = _ => "";
}

/// <summary>What is handed in.</summary>
public static class UploadKinds
{
    /// <summary>The file of an announced recording.</summary>
    public const string Recording = "recording";

    /// <summary>A document of an act.</summary>
    public const string Document = "document";
}

/// <summary>What is handed in at an endpoint.</summary>
internal sealed record UploadKind(string Name)
{
    public static string Of(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<UploadKind>()?.Name ?? UploadKinds.Recording;
}
