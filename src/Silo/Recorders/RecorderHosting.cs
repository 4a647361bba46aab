using Enforcement.Silo.Hosting;

namespace Enforcement.Silo.Recorders;

/// <summary>What the fleet of recorders needs besides its grains.</summary>
internal static class RecorderHosting
{
    public static void AddRecorders(this WebApplicationBuilder builder, Installation installation) =>
        builder.Services.AddSingleton(_ => RecorderKeys.Open(installation.PathOf("recorder-keys.secret")));
}
