using Enforcement.Grains.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace Enforcement.Storage.Sqlite;

/// <summary>Wires an opened store.</summary>
public static class SqliteRegistration
{
    /// <summary>Registers everything a store serves. The container does not own it: whoever opened it disposes it, after the grains have drained.</summary>
    public static IServiceCollection AddSqliteStore(this IServiceCollection services, SqliteStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        return services
            .AddSingleton(store)
            .AddSingleton<ILedger>(store)
            .AddSingleton<IDueTable>(store)
            .AddSingleton<ILedgerInfo>(store)
            .AddSingleton<IProfileArchive>(store)
            .AddSingleton<IRedrawTable>(store)
            .AddSingleton(store.ReadModel)
            .AddSingleton(store.Recordings)
            .AddSingleton(store.Work)
            .AddSingleton(store.Recorders)
            .AddSingleton(store.CityFigures)
            .AddSingleton(store.Changes);
    }
}
