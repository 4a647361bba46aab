using Enforcement.Silo.Health;
using Enforcement.Silo.Hosting;

namespace Enforcement.Silo.Seeding;

/// <summary>Puts the making of the demo city into the program.</summary>
internal static class SeedingServices
{
    public static void AddSeeding(this WebApplicationBuilder builder, Installation installation)
    {
        if (!installation.Demo)
        {
            return;
        }

        builder.Services.AddSingleton<DemoRecordings>();
        builder.Services.AddSingleton<DemoRecorders>();
        builder.Services.AddSingleton<DemoSeeder>();
        builder.Services.AddSingleton<ISeedStatus>(provider => provider.GetRequiredService<DemoSeeder>());
        builder.Services.AddHostedService(provider => provider.GetRequiredService<DemoSeeder>());
        builder.Services.AddSingleton<DemoFleet>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<DemoFleet>());
    }

    /// <summary>Where the legal clock of a new demo city starts: far enough back for cases to grow old; <see langword="null"/> for others.</summary>
    public static DateTimeOffset? ClockStart(Installation installation) =>
        installation.Demo ? TimeProvider.System.GetUtcNow() - DemoSeeder.StartsBefore : null;
}
