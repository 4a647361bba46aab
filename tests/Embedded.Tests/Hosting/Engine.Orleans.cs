using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Hosting;

namespace Enforcement.Embedded.Tests.Hosting;

/// <summary>What the suite has to know about Microsoft Orleans. With <c>CONFORMANCE_CLIENT=tcp</c> the tests call through an external client, so that everything is serialized.</summary>
internal static class Engine
{
    private static readonly string? Database = Environment.GetEnvironmentVariable("CONFORMANCE_POSTGRES");

    /// <summary>Whether this is Microsoft Orleans itself.</summary>
    public static bool IsOrleans => true;

    /// <summary>Whether a call that was not awaited may reach its grain after calls that were made later.</summary>
    public static bool CallsMayComeLate => true;

    /// <summary>Whether <see cref="Stores"/> outlive a host.</summary>
    public static bool HasStoresThatOutliveAHost => Database is not null;

    public static void Use(IHostApplicationBuilder builder, Stores stores, Action<ISiloBuilder> configure) =>
        builder.UseOrleans(silo =>
        {
            var gateway = FreePort();
            silo.UseLocalhostClustering(FreePort(), gateway, serviceId: stores.ServiceId, clusterId: "conformance");
            silo.Services.AddSingleton(new Gateway(gateway, stores.ServiceId));
            if (Database is null)
            {
                silo.AddMemoryGrainStorage("store");
                silo.UseInMemoryReminderService();
            }
            else
            {
                silo.AddAdoNetGrainStorage("store", (AdoNetGrainStorageOptions options) => (options.Invariant, options.ConnectionString) = ("Npgsql", Database));
                silo.UseAdoNetReminderService((AdoNetReminderTableOptions options) => (options.Invariant, options.ConnectionString) = ("Npgsql", Database));
            }

            configure(silo);
        });

    public static async Task<(IClusterClient Client, IHost? Owner)> ConnectAsync(IHost host)
    {
        if (Environment.GetEnvironmentVariable("CONFORMANCE_CLIENT") != "tcp")
        {
            return (host.Services.GetRequiredService<IClusterClient>(), null);
        }

        var gateway = host.Services.GetRequiredService<Gateway>();
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.UseOrleansClient(client => client.UseLocalhostClustering(gateway.Port, gateway.ServiceId, "conformance"));
        var owner = builder.Build();
        await owner.StartAsync();
        return (owner.Services.GetRequiredService<IClusterClient>(), owner);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed record Gateway(int Port, string ServiceId);
}

/// <summary>Stores that several hosts, one after the other, can share: the rows of one service in the database.</summary>
internal sealed class Stores
{
    public string ServiceId { get; } = $"conformance-{Guid.NewGuid():N}";
}
