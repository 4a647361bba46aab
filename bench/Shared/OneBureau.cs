using Enforcement.Domain.Deadlines;
using Enforcement.Grains;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Bureaus;
using Enforcement.Grains.Time;
using Enforcement.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Hosting;

namespace Enforcement.Bench;

/// <summary>The real grains on the embedded engine over a real ledger file, with one bureau.</summary>
internal static class OneBureau
{
    public const string Id = "cm";

    /// <param name="ledger">The ledger file.</param>
    /// <param name="more">What a measurement puts beside or before the store.</param>
    public static async Task<IHost> StartAsync(SqliteStore ledger, Action<IServiceCollection> more)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Services.AddSingleton<ILegalClock, SystemClock>();
        builder.Services.AddSqliteStore(ledger);
        more(builder.Services);
        builder.Services.AddGrainServices([], WorkCalendar.Embedded);
        builder.UseOrleans(silo => silo.UseInMemoryReminderService());
        var host = builder.Build();
        await host.StartAsync();
        var found = await host.Services.GetRequiredService<IGrainFactory>().GetGrain<IBureauGrain>(Id).FoundAsync(
            new FoundBureau("城市管理局", "City Management Bureau", "城管", "CM", "中心区"), As("administrator", "found"));
        return found.Done ? host : throw new InvalidOperationException(found.Broken[0].Text.En);
    }

    /// <summary>Somebody of the bureau. Officers have a certificate.</summary>
    public static Caller As(string role, string command) => new($"{Id}-{role}", "某人", role, Id, role == "officer" ? "证-001" : null, command);

    private sealed class SystemClock : ILegalClock
    {
        public DateTimeOffset Now => ChinaTime.Truncate(TimeProvider.System.GetUtcNow());

        public bool Training => false;

        public void Witness(DateTimeOffset lastRecordedAt)
        {
            // A new file has no last entry.
        }
    }
}
