using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Hosting;
using Orleans.Storage;

namespace Enforcement.Storage.Sqlite.Engine;

/// <summary>Gives the embedded engine durable stores.</summary>
public static class SqliteEngineHosting
{
    /// <summary>Grain state under the given name of a store, and reminders, in the SQLite file <see cref="SqliteEngineOptions.Path"/>.</summary>
    public static ISiloBuilder AddSqliteEngineStores(this ISiloBuilder silo, string storageName, Action<SqliteEngineOptions> configure)
    {
        silo.Services.AddOptions<SqliteEngineOptions>().Configure(configure).Validate(options => options.Path.Length > 0, "SqliteEngineOptions.Path is not set.");
        silo.Services.AddSingleton(services => new EngineDatabase(services.GetRequiredService<IOptions<SqliteEngineOptions>>().Value.Path));
        silo.Services.AddSingleton<IReminderTable>(services => new SqliteReminderTable(services.GetRequiredService<EngineDatabase>()));
        silo.Services.AddKeyedSingleton<IGrainStorage>(storageName, (services, _) => new SqliteGrainStorage(services.GetRequiredService<EngineDatabase>()));
        return silo;
    }
}
