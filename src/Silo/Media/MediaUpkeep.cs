using Enforcement.Grains.Interfaces.Access;
using Enforcement.Silo.Access;
using Enforcement.Silo.Api;
using Enforcement.Silo.Configuration;
using Enforcement.Silo.Uploads;
using Enforcement.Storage.Media;

namespace Enforcement.Silo.Media;

/// <summary>Where the reading of everything that is kept stands.</summary>
/// <param name="Pass">The present or last pass; <see langword="null"/> before the first.</param>
/// <param name="NextAt">When the next one begins; <see langword="null"/>: it is under way or begins at once.</param>
public sealed record ScrubView(ScrubProgress? Pass, DateTimeOffset? NextAt);

/// <summary>Looks after what is kept: the settings of media, the background reading, and "verify now".</summary>
internal static class MediaUpkeep
{
    /// <summary>Called after the engine is added: what the reading finds is raised through grains.</summary>
    public static void AddMediaUpkeep(this WebApplicationBuilder builder, Settings settings)
    {
        var media = settings.Media;
        builder.Services.Configure<MediaOptions>(options => options.ReserveBytes = media.ReserveBytes);
        builder.Services.Configure<UploadOptions>(options =>
        {
            options.MaxSize = media.LargestBytes;
            options.Lifetime = TimeSpan.FromHours(media.UnfinishedHours);
        });
        builder.Services.AddMediaScrub(options =>
        {
            options.Every = TimeSpan.FromHours(media.ScrubHours);
            options.MaxBytesPerSecond = media.ScrubBytesPerSecond;
        });
    }

    public static void MapMediaUpkeep(this IEndpointRouteBuilder app)
    {
        var scrub = app.MapGroup("/api/v1/media/scrub").WithTags("Media");
        scrub.MapGet("", View).RequireAccess(Permissions.AdminVerify, AccessTargets.Municipality).Produces<ScrubView>().Describe(EdgeDocs.Scrub);
        scrub.MapPost("", Ask).RequireAccess(Permissions.AdminVerify, AccessTargets.Municipality).Produces<ScrubView>(StatusCodes.Status202Accepted).Describe(EdgeDocs.ScrubNow);
    }

    private static ScrubView View(MediaScrub scrub) =>
        new(scrub.Progress(), scrub.NextAt() is var next && next == DateTimeOffset.MinValue ? null : next);

    private static IResult Ask(HttpContext http, MediaScrubService service, MediaScrub scrub)
    {
        service.AskNow(http.Reader().Name);
        return Results.Json(View(scrub), statusCode: StatusCodes.Status202Accepted);
    }
}
