using Enforcement.Grains.Interfaces.Drafts;
using Enforcement.Portal;
using Enforcement.Portal.Access;
using Enforcement.Portal.Pages.Cases;
using Enforcement.Portal.Components.Dialogs;
using Enforcement.Portal.Session;
using Enforcement.Portal.Time;
using Enforcement.Silo.Access;
using Enforcement.Silo.Pages;

namespace Enforcement.Silo.Hosting;

/// <summary>The pages: drawn on the server, kept alive by a circuit.</summary>
internal static class PortalServices
{
    // What is typed into one field comes as one message. A larger one ends the connection, and the page would be cut off again with every try:
    // by default with ten thousand Chinese characters. A form holds no more than its draft may.
    private const int LargestMessage = 2 * DraftLimits.Bytes;

    private static readonly string[] StaticTypes = ["text/css", "text/javascript", "application/javascript", "image/svg+xml"];

    public static void AddPortal(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseStaticWebAssets(); // run from the build output as well as from a published folder
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false"; // else files of a build output are never cached by a browser
        builder.Services.AddResponseCompression(options =>
        {
            // Only what is the same for everybody: an answer that holds a secret beside what a stranger chose must not be compressed (BREACH).
            options.MimeTypes = StaticTypes;
            options.EnableForHttps = true;
        });
        builder.Services.AddLocalization();
        builder.Services.AddSingleton(services => new PageFiles(services.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider));
        builder.Services.AddSingleton<ILegalTime, PortalTime>();
        builder.Services.AddSingleton<ITrainingClock, PortalClock>();
        builder.Services.AddSingleton<IAccountDesk, AccountDesk>();
        builder.Services.AddSingleton<ITokenDesk, TokenDesk>();
        builder.Services.AddSingleton<ISystemDesk, SystemDesk>();
        builder.Services.AddSingleton<ICheckpoints, Checkpoints>();
        builder.Services.AddScoped<PortalSession>();
        builder.Services.AddScoped<ActRecordings>();
        builder.Services.AddScoped<Toasts>();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents()
            .AddHubOptions(options => options.MaximumReceiveMessageSize = LargestMessage);
    }

    public static void MapPortal(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapGet(PageFiles.Folder + "{name}", Style).ExcludeFromDescription(); // a part of the pages, not of the interface for programs
        app.MapRazorComponents<Enforcement.Portal.App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null) // SecurityHeaders says it, for every answer
            .WithStaticAssets(); // addresses that carry the hash of the file, so that a browser keeps them until they change
    }

    /// <summary>The address changes with the content, so that it is never asked for twice; an address of former content leads nowhere.</summary>
    private static IResult Style(string name, PageFiles files, HttpContext http)
    {
        if (name != files.StyleName)
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(files.Style, "text/css; charset=utf-8");
    }
}
