using Enforcement.Storage.Sqlite.Engine;
using Orleans.Hosting;

namespace Enforcement.Silo.Hosting;

/// <summary>The engine of this build: the embedded one, in this process, with its own SQLite file.</summary>
internal static class Engine
{
    public const string Name = "Embedded";

    /// <summary>Adds the engine. Hosted services that call grains are registered after this.</summary>
    public static IHostApplicationBuilder AddEngine(this IHostApplicationBuilder builder, EngineSettings settings)
    {
        if (settings.PostgreSql is not null)
        {
            throw new InstallationException("ConnectionStrings:Cluster names a database for the cluster engine, and this build has the embedded one. Leave it out, or build with -p:Engine=Orleans.");
        }

        if (settings.ReminderClock is { } clock)
        {
            builder.Services.AddKeyedSingleton(EngineSettings.ReminderClockKey, clock);
        }

        return builder.UseOrleans(silo =>
            silo.AddSqliteEngineStores("Default", options => options.Path = Path.Combine(settings.DataFolder, "engine.db")));
    }
}
