using System.Net;
using Enforcement.Grains.Media;
using Enforcement.Silo.Media;
using Enforcement.Silo.Uploads;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Enforcement.Uploads.Host;

/// <summary>The upload server on a loopback port, over a media folder, with a receiver of the test's choice.</summary>
public static class UploadHost
{
    public const string Path = "/api/v1/uploads";
    public const string OwnerHeader = "X-Test-Owner";

    public static WebApplication Build(
        string root, int port, IUploadSink sink, Action<UploadOptions>? configure = null, Action<IServiceCollection>? services = null,
        Action<WebApplication>? map = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Services.AddSingleton(sink);
        services?.Invoke(builder.Services);
        builder.Services.AddMediaFolder(options =>
        {
            options.Root = root;
            options.ReserveBytes = 0;
        });
        builder.Services.AddUploads(options =>
        {
            options.OwnerOf = context => context.Request.Headers[OwnerHeader].ToString();
            configure?.Invoke(options);
        });
        var app = builder.Build();
        app.MapUploads(Path);
        map?.Invoke(app);
        return app;
    }
}
