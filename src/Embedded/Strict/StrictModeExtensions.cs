using Microsoft.Extensions.DependencyInjection;
using Orleans.Hosting;

namespace Enforcement.Embedded;

/// <summary>For tests only: takes away what one process gives for nothing and a cluster does not.</summary>
public static class StrictModeExtensions
{
    /// <summary>
    /// Arguments, results and exceptions are carried as a serializer would carry them (a member without [Id] is lost, a type without [GenerateSerializer] is refused),
    /// calls that are not awaited change places, some calls are refused and some activations end after a call.
    /// </summary>
    public static ISiloBuilder UseStrictMode(this ISiloBuilder silo, Action<StrictModeOptions>? configure = null)
    {
        var options = new StrictModeOptions();
        configure?.Invoke(options);
        silo.Services.AddSingleton(new StrictMode(options));
        return silo;
    }
}
