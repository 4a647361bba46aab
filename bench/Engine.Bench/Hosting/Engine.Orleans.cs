using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Hosting;

namespace Enforcement.Engine.Bench.Hosting;

/// <summary>The engine that is measured: one silo of Microsoft Orleans; its store is in memory unless <c>BENCH_POSTGRES</c> names a database.</summary>
internal static class Engine
{
    public static void Use(IHostApplicationBuilder builder, string folder) => builder.UseOrleans(silo =>
    {
        silo.UseLocalhostClustering();
        if (Environment.GetEnvironmentVariable("BENCH_POSTGRES") is { } database)
        {
            silo.AddAdoNetGrainStorageAsDefault((AdoNetGrainStorageOptions options) => (options.Invariant, options.ConnectionString) = ("Npgsql", database));
        }
        else
        {
            silo.AddMemoryGrainStorageAsDefault();
        }
    });

    public static Task<int> Living(IHost host) => host.Services.GetRequiredService<IGrainFactory>().GetGrain<IManagementGrain>(0).GetTotalActivationCount();
}
