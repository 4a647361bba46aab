using Enforcement.Embedded;
using Microsoft.Extensions.Hosting;
using Orleans.Hosting;

namespace Enforcement.Grains.Tests.Hosting;

/// <summary>The engine that the grains of these tests run on: the embedded one, unkind.</summary>
internal static class Engine
{
    public static void Use(IHostApplicationBuilder builder, int seed, bool gentle) => builder.UseOrleans(silo =>
    {
        silo.UseInMemoryReminderService();
        silo.UseStrictMode(strict => (strict.Seed, strict.RefuseOneIn, strict.DeactivateOneIn) = gentle ? (seed, 0, 0) : (seed, 60, 15));
    });
}
