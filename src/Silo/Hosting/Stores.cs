using Enforcement.Domain.Regulations;
using Enforcement.Grains;
using Enforcement.Grains.Ledger;
using Enforcement.Silo.Media;
using Enforcement.Storage.Calendars;
using Enforcement.Storage.Sqlite;
using Enforcement.Storage.Sqlite.Desk;

namespace Enforcement.Silo.Hosting;

/// <summary>Opens what the installation keeps (ledger, media, profiles, calendar) and puts it into the program.</summary>
internal static class Stores
{
    private const string LedgerFile = "ledger.db";

    /// <summary>Adds ledger, read model, media, law and grains' services. Called before the engine is added.</summary>
    /// <exception cref="InstallationException">The ledger or a profile or calendar file cannot be used; the message names it.</exception>
    public static void AddStores(this WebApplicationBuilder builder, Installation installation)
    {
        var services = builder.Services;
        var store = Open(installation);
        services.AddSqliteStore(store);
        services.AddSingleton(_ => new StoreLifetime(store));
        services.AddHostedService<LedgerHost>();
        services.AddDesk(installation.PathOf("desk.db"));
        services.AddMediaFolder(options => options.Root = installation.PathOf("media"));
        try
        {
            var calendars = new CalendarFolder(installation.Folder);
            services.AddSingleton(calendars);
            services.AddGrainServices(ProfileFolder.Read(installation.PathOf("profiles"), LawTexts.Embedded), calendars.Load());
        }
        catch (Exception e) when (e is ProfileException or InvalidDataException)
        {
            throw new InstallationException(e.Message);
        }
    }

    /// <summary>Adds what watches terms and calendar. Called after the engine is added, because it calls grains.</summary>
    public static void AddDeadlines(this WebApplicationBuilder builder)
    {
        builder.Services.AddHostedService<DeadlineLoop>();
        builder.Services.AddHostedService<RedrawLoop>();
        builder.Services.AddHostedService<CheckpointLoop>();
        builder.Services.AddSingleton<CalendarLoop>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<CalendarLoop>());
    }

    private static SqliteStore Open(Installation installation)
    {
        try
        {
            return SqliteStore.Open(new SqliteStoreOptions(installation.PathOf(LedgerFile), installation.IsTraining));
        }
        catch (Exception e) when (e is StoreUnavailableException or InstallationMismatchException)
        {
            throw new InstallationException($"{installation.PathOf(LedgerFile)}: {e.Message}");
        }
    }
}

/// <summary>Closes the store when everything that uses it has stopped.</summary>
internal sealed class StoreLifetime(SqliteStore store) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => store.DisposeAsync();
}
