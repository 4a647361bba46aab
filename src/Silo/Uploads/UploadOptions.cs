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

    /// <summary>Whether an upload must name the recording that it belongs to. Default: yes.</summary>
    public bool RequireRecordingId { get; set; } = true;

    /// <summary>Who the caller is. An upload is only visible to the one who made it. Default: the name of the signed-in user.</summary>
    public Func<HttpContext, string> OwnerOf { get; set; } = context => context.User.Identity?.Name ?? "";
}
