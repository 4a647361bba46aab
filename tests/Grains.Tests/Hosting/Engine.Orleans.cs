using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using Orleans.Hosting;

namespace Enforcement.Grains.Tests.Hosting;

/// <summary>The engine that the grains of these tests run on: one silo of Microsoft Orleans.</summary>
internal static class Engine
{
    public static void Use(IHostApplicationBuilder builder, int seed, bool gentle) => builder.UseOrleans(silo =>
    {
        silo.UseLocalhostClustering(FreePort(), FreePort());
        silo.UseInMemoryReminderService();
    });

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
