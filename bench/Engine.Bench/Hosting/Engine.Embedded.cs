using Enforcement.Embedded;
using Enforcement.Storage.Sqlite.Engine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Enforcement.Engine.Bench.Hosting;

/// <summary>The engine that is measured: the embedded one, with its SQLite stores.</summary>
internal static class Engine
{
    public static void Use(IHostApplicationBuilder builder, string folder) =>
        builder.UseOrleans(silo => silo.AddSqliteEngineStores("Default", options => options.Path = Path.Combine(folder, "engine.db")));

    public static Task<int> Living(IHost host) => Task.FromResult(host.Services.GetRequiredService<Silo>().Activations.Count());
}
