using Enforcement.Grains.Media;
using Enforcement.Grains.Time;
using Enforcement.Silo.Access;
using Enforcement.Silo.Configuration;
using Enforcement.Silo.Seeding;
using Enforcement.Silo.Time;
using Enforcement.Storage.Folders;

namespace Enforcement.Silo.Hosting;

/// <summary>From the command line to a running process, and the words with which it begins or refuses to.</summary>
internal static class StartUp
{
    /// <summary>The exit code for a start that was refused: wrong option, wrong setting, wrong folder.</summary>
    private const int Refused = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Contains("--help", StringComparer.Ordinal) || args.Contains("-h", StringComparer.Ordinal))
        {
            await Console.Out.WriteLineAsync(CommandLine.Help);
            return 0;
        }

        var (start, refusal) = CommandLine.Read(args, RepositoryRoot.Find());
        if (start is null)
        {
            return await RefuseAsync(refusal!);
        }

        try
        {
            await using var app = Program.Build(start);
            if (start.ResetAdministrator)
            {
                await SayAsync(app.Services.GetRequiredService<FirstRun>().ResetAdministrator());
                return 0;
            }

            // The password of a new administrator is shown once: before anything can still keep the program from starting.
            await GreetAsync(app, Prepare(app));
            await app.StartAsync();
            await SayAsync(app.Urls.Select(url => $"打开 open: {url}   (Ctrl+C 停止 stops)"));
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (OperationCanceledException)
        {
            return 0; // told to stop before it had started
        }
        catch (Exception e) when (e is InstallationException or SettingsException)
        {
            return await RefuseAsync(e.Message);
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            return await RefuseAsync($"{e.Message} Name another address with --urls.");
        }
    }

    /// <summary>Makes the program ready to start.</summary>
    /// <returns>The sign-ins to show.</returns>
    public static IReadOnlyList<string> Prepare(WebApplication app)
    {
        app.Services.GetRequiredService<IMediaStaging>(); // makes its folders before the first scrub looks for them
        return app.Services.GetRequiredService<FirstRun>().Prepare();
    }

    /// <summary>Takes the data folder, so that no other process works on it, and gives it back when composing fails.</summary>
    /// <exception cref="InstallationException">Another process holds it, or it cannot be used.</exception>
    public static WebApplication HoldingFolder(StartOptions start, Func<DataFolder, WebApplication> compose)
    {
        DataFolder folder;
        try
        {
            folder = DataFolder.Open(start.DataFolder, TimeProvider.System.GetUtcNow());
        }
        catch (DataFolderInUseException held)
        {
            throw new InstallationException(held.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InstallationException($"{start.DataFolder} cannot be used as a data folder: {e.Message}");
        }

        try
        {
            var app = compose(folder);
            app.Services.GetRequiredService<DataFolder>(); // made first, so given back last
            return app;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public static WebApplicationBuilder CreateBuilder(StartOptions start)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Program).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.AddJsonFile(Path.Combine(start.DataFolder, "appsettings.json"), optional: true, reloadOnChange: false);
        builder.Configuration.AddEnvironmentVariables();
        builder.Configuration.AddInMemoryCollection(start.Settings);
        builder.WebHost.UseUrls(start.Urls.Split(';', StringSplitOptions.TrimEntries));
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("System", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error); // warns that keys lie unencrypted in a folder that only the owner reads
        return builder;
    }

    /// <summary>Takes the data folder for this process and registers what is known from the start: installation, settings, the two clocks.</summary>
    public static Installation AddInstallation(this WebApplicationBuilder builder, StartOptions start, Settings settings, DataFolder folder)
    {
        var installation = Installation.Open(start, TimeProvider.System.GetUtcNow());
        var services = builder.Services;
        services.AddSingleton(_ => folder); // by a factory, so that the container gives the folder back at its end
        services.AddSingleton(installation);
        services.AddSingleton(settings);
        services.AddSingleton(start);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new LegalClock(installation, provider.GetRequiredService<TimeProvider>(), start.StartAt ?? SeedingServices.ClockStart(installation)));
        services.AddSingleton<ILegalClock>(provider => provider.GetRequiredService<LegalClock>());
        services.AddKeyedSingleton<TimeProvider>(EngineSettings.ReminderClockKey, (provider, _) => new LegalTimeProvider(provider.GetRequiredService<LegalClock>()));
        return installation;
    }

    private static async Task GreetAsync(WebApplication app, IReadOnlyList<string> signIns)
    {
        var installation = app.Services.GetRequiredService<Installation>();
        var kind = installation.Demo ? "演示城市 demo city" : installation.IsTraining ? "培训环境 training installation" : "正式环境 real installation";
        await SayAsync([$"{kind}: {installation.Folder}", .. signIns]);
    }

    private static async Task SayAsync(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            await Console.Out.WriteLineAsync(line);
        }
    }

    private static async Task<int> RefuseAsync(string reason)
    {
        await Console.Error.WriteLineAsync(reason);
        return Refused;
    }
}
