using Enforcement.Grains.Interfaces.Recordings;
using Enforcement.Grains.Media;
using Enforcement.Storage.Media;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Enforcement.Silo.Media;

/// <summary>Puts the media folder into an application.</summary>
public static class MediaHosting
{
    /// <summary>Adds the store and its staging. The folder is made when the first of them is asked for.</summary>
    public static IServiceCollection AddMediaFolder(this IServiceCollection services, Action<MediaOptions> configure)
    {
        services.AddOptions<MediaOptions>()
            .Configure(configure)
            .Validate(options => options.Root.Length > 0, "Media: Root names the folder.")
            .Validate(options => options.ReserveBytes >= 0, "Media: ReserveBytes is not negative.")
            .ValidateOnStart();
        services.AddSingleton(provider => new MediaFolders(provider.GetRequiredService<IOptions<MediaOptions>>().Value.Root));
        services.AddSingleton<FolderMediaStore>();
        services.AddSingleton<IMediaStore>(provider => provider.GetRequiredService<FolderMediaStore>());
        services.AddSingleton<IMediaStaging>(provider =>
            new FolderMediaStaging(provider.GetRequiredService<FolderMediaStore>(), provider.GetRequiredService<IOptions<MediaOptions>>().Value));
        services.AddSingleton<MediaChecks>();
        services.AddSingleton<IFileChecks>(provider => provider.GetRequiredService<MediaChecks>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IMediaAlarm, LoggingMediaAlarm>();
        return services;
    }

    /// <summary>Adds the background reading of everything that is kept. <see cref="MediaScrub.RunOnceAsync"/> is the administrator's "verify now".</summary>
    public static IServiceCollection AddMediaScrub(this IServiceCollection services, Action<MediaScrubOptions>? configure = null)
    {
        services.AddOptions<MediaScrubOptions>()
            .Configure(options => configure?.Invoke(options))
            .Validate(
                options => options.Every > TimeSpan.Zero && options.MinBytesPerSecond > 0 && options.MaxBytesPerSecond >= options.MinBytesPerSecond,
                "Media scrub: Every is positive, MinBytesPerSecond is positive and not above MaxBytesPerSecond.")
            .ValidateOnStart();
        services.AddSingleton(provider => new MediaScrub(
            provider.GetRequiredService<MediaFolders>(),
            provider.GetRequiredService<IMediaStore>(),
            provider.GetRequiredService<IMediaAlarm>(),
            provider.GetRequiredService<MediaChecks>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IOptions<MediaScrubOptions>>().Value));
        services.AddSingleton<MediaScrubService>();
        services.AddHostedService(provider => provider.GetRequiredService<MediaScrubService>());
        return services;
    }
}
