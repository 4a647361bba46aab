using Enforcement.Portal.Access;
using Enforcement.Silo.Hosting;
using Enforcement.Silo.Pages;
using Enforcement.Silo.Recorders.Import;

namespace Enforcement.Silo.Recorders;

/// <summary>What the fleet of recorders needs besides its grains.</summary>
internal static class RecorderHosting
{
    /// <summary>Called after the engine is added, because what follows the register wakes grains.</summary>
    public static void AddRecorders(this WebApplicationBuilder builder, Installation installation)
    {
        builder.Services.AddSingleton(_ => RecorderKeys.Open(installation.PathOf("recorder-keys.secret")));
        builder.Services.AddSingleton<RecorderDesk>();
        builder.Services.AddSingleton<IRecorderDesk>(provider => provider.GetRequiredService<RecorderDesk>());
        builder.Services.AddSingleton<IRecorderImportDesk, RecorderImport>();
        builder.Services.AddSingleton<RegisterSync>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<RegisterSync>());
    }
}
