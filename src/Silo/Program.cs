using Enforcement.Silo.Access;
using Enforcement.Silo.Api;
using Enforcement.Silo.Configuration;
using Enforcement.Silo.Health;
using Enforcement.Silo.Hosting;
using Enforcement.Silo.Intake;
using Enforcement.Silo.Media;
using Enforcement.Silo.Recorders;
using Enforcement.Silo.Seeding;
using Enforcement.Silo.Telemetry;
using Enforcement.Silo.Verification;
using Enforcement.Storage.Folders;

namespace Enforcement.Silo;

/// <summary>The table of contents: what this program is made of, and in which order a request meets it.</summary>
public static class Program
{
    public static Task<int> Main(string[] args) => StartUp.RunAsync(args);

    /// <summary>Composes the program.</summary>
    /// <param name="start">What the command line asked for.</param>
    /// <param name="adjust">Tests put other services in here: a clock, a cheaper password hash.</param>
    public static WebApplication Build(StartOptions start, Action<IServiceCollection>? adjust = null) =>
        StartUp.HoldingFolder(start, folder => Compose(start, folder, adjust));

    private static WebApplication Compose(StartOptions start, DataFolder folder, Action<IServiceCollection>? adjust)
    {
        var builder = StartUp.CreateBuilder(start);
        var settings = SettingsCheck.Read(builder.Configuration);
        var installation = builder.AddInstallation(start, settings, folder);
        builder.AddStores(installation);
        builder.AddFleetStore(installation);
        builder.AddEngine(new EngineSettings(installation.Folder, builder.Configuration.GetConnectionString("Cluster"), ReminderClock: null));
        builder.AddDeadlines();
        builder.AddTelemetry();
        builder.AddMediaUpkeep(settings);
        builder.AddIntake();
        builder.AddRecorders(installation);
        builder.AddVerification();
        builder.AddSeeding(installation);
        builder.AddAccess(installation, settings);
        builder.AddApi(settings);
        builder.AddPortal();
        adjust?.Invoke(builder.Services);

        var app = builder.Build();

        app.UseLocalisation();
        app.UseCorrelation();
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseApiErrors();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseAntiforgeryGate();

        app.MapHealth();
        app.MapApiDescription();
        app.MapSession();
        app.MapSessionForms();
        app.MapAccounts();
        app.MapTokens();
        app.MapClock();
        app.MapMediaUpkeep();
        app.MapBureaus();
        app.MapOfficers();
        app.MapCases();
        app.MapDrafts();
        app.MapRecordings();
        app.MapIntake();
        app.MapTelemetry();
        app.MapRecorders();
        app.MapFindings();
        app.MapWork();
        app.MapRegulations();
        app.MapLedger();
        app.MapVerification();
        app.MapPortal();

        AccessCheck.Demand(app);
        return app;
    }
}
