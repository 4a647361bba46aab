using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Hosting;
using Orleans.Storage;

namespace Enforcement.Embedded.Tests.Hosting;

/// <summary>What the suite has to know about the embedded engine.</summary>
internal static class Engine
{
    /// <summary>Set by the constructor of a test class that repeats the suite in strict mode.</summary>
    public static readonly AsyncLocal<bool> IsStrict = new();

    /// <summary>Whether this is Microsoft Orleans itself.</summary>
    public static bool IsOrleans => false;

    /// <summary>Whether a call that was not awaited may reach its grain after calls that were made later.</summary>
    public static bool CallsMayComeLate => IsStrict.Value;

    /// <summary>Whether <see cref="Stores"/> outlive a host.</summary>
    public static bool HasStoresThatOutliveAHost => true;

    public static void Use(IHostApplicationBuilder builder, Stores stores, Action<ISiloBuilder> configure) =>
        builder.UseOrleans(silo =>
        {
            silo.Services.AddKeyedSingleton("store", stores.States);
            silo.Services.AddSingleton(stores.Reminders);
            if (IsStrict.Value)
            {
                // The suite counts activations and answers, so chance may not end the one nor refuse the other.
                silo.UseStrictMode(options => (options.RefuseOneIn, options.DeactivateOneIn) = (0, 0));
            }

            configure(silo);
        });

    public static Task<(IClusterClient Client, IHost? Owner)> ConnectAsync(IHost host) =>
        Task.FromResult<(IClusterClient, IHost?)>((host.Services.GetRequiredService<IClusterClient>(), null));
}

/// <summary>Stores that several hosts, one after the other, can share.</summary>
internal sealed class Stores
{
    public IGrainStorage States { get; } = new MemoryGrainStorage();

    public IReminderTable Reminders { get; } = new MemoryReminderTable();
}
