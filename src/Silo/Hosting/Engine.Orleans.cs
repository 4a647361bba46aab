using Orleans.Configuration;
using Orleans.Hosting;

namespace Enforcement.Silo.Hosting;

/// <summary>The engine of this build: one silo of Microsoft Orleans that clusters with itself.</summary>
internal static class Engine
{
    public const string Name = "Orleans";

    private const string Npgsql = "Npgsql";

    /// <summary>Adds the engine. Hosted services that call grains are registered after this.</summary>
    public static IHostApplicationBuilder AddEngine(this IHostApplicationBuilder builder, EngineSettings settings)
    {
        if (settings.ReminderClock is { } clock)
        {
            builder.Services.AddKeyedSingleton(EngineSettings.ReminderClockKey, clock);
        }

        return builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(serviceId: "orleans-enforcement", clusterId: "local");
            silo.AddActivityPropagation();
            if (settings.PostgreSql is { } connection)
            {
                silo.AddAdoNetGrainStorageAsDefault((AdoNetGrainStorageOptions options) =>
                {
                    options.Invariant = Npgsql;
                    options.ConnectionString = connection;
                });
                silo.UseAdoNetReminderService((AdoNetReminderTableOptions options) =>
                {
                    options.Invariant = Npgsql;
                    options.ConnectionString = connection;
                });
            }
            else
            {
                silo.AddMemoryGrainStorageAsDefault();
                silo.UseInMemoryReminderService();
            }
        });
    }
}
