using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Grains.Recorders;
using Enforcement.Silo.Hosting;

namespace Enforcement.Silo.Recorders;

/// <summary>What the fleet of recorders needs besides its grains.</summary>
internal static class RecorderHosting
{
    public static void AddRecorders(this WebApplicationBuilder builder, Installation installation)
    {
        builder.Services.AddSingleton<IFleetRegister, UnlistedFleet>();
        builder.Services.AddSingleton(_ => RecorderKeys.Open(installation.PathOf("recorder-keys.secret")));
    }
}

/// <summary>Keeps no lists; stands here until the fleet's store does.</summary>
internal sealed class UnlistedFleet : IFleetRegister
{
    public Task PutAsync(RecorderEntry entry, CancellationToken ct) => Task.CompletedTask;
}
