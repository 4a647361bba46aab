using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Grains.Ledger;
using Enforcement.Grains.Recorders;
using Enforcement.Silo.Hosting;
using Enforcement.Storage.Sqlite;
using Enforcement.Storage.Sqlite.Fleet;

namespace Enforcement.Silo.Telemetry;

/// <summary>The fleet's store, the watch over leases and what takes reports.</summary>
internal static class TelemetryHosting
{
    /// <summary>Adds the fleet's store. Called before the engine is added: what is made first is closed last.</summary>
    /// <exception cref="InstallationException">The file cannot be used; the message names it.</exception>
    public static void AddFleetStore(this WebApplicationBuilder builder, Installation installation)
    {
        var file = installation.PathOf("fleet.db");
        builder.Services.AddSingleton<FleetClock>();
        builder.Services.AddSingleton(services =>
        {
            try
            {
                return FleetStore.Open(file, services.GetRequiredService<FleetClock>(), services.GetRequiredService<SqliteStore>().Tell);
            }
            catch (StoreUnavailableException e)
            {
                throw new InstallationException($"{file}: {e.Message}");
            }
        });
        builder.Services.AddSingleton<ITelemetryStore>(services => services.GetRequiredService<FleetStore>());
        builder.Services.AddSingleton<IFleetRegister>(services => services.GetRequiredService<FleetStore>());
        builder.Services.AddSingleton<IFleetReadModel>(services => services.GetRequiredService<FleetStore>());
        builder.Services.AddHostedService<FleetOpening>();
    }

    /// <summary>Adds the watch over leases and the removal of what is old. Called after the engine is added, because they call grains.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<TelemetryDoor>();
        builder.Services.AddSingleton<LeaseLoop>();
        builder.Services.AddHostedService(services => services.GetRequiredService<LeaseLoop>());
        builder.Services.AddSingleton<RetentionLoop>();
        builder.Services.AddHostedService(services => services.GetRequiredService<RetentionLoop>());
    }
}

/// <summary>Opens the store at the start of the program rather than at its first use: a damaged file is told at once, and the time of listening begins.</summary>
internal sealed class FleetOpening(FleetStore store) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = store.Lease;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
