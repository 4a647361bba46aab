using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Hosting;

namespace Enforcement.Embedded.Tests.Hosting;

/// <summary>A running engine with the grains of this suite.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly IHost? _clientOwner;
    private bool _isStopped;

    private TestHost(IHost host, IClusterClient client, IHost? clientOwner)
    {
        _host = host;
        _clientOwner = clientOwner;
        Client = client;
    }

    public IClusterClient Client { get; }

    public IServiceProvider Services => _host.Services;

    public static async Task<TestHost> StartAsync(Action<ISiloBuilder>? configure = null, Stores? stores = null)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Services.AddSingleton<Probe>();
        Engine.Use(builder, stores ?? new Stores(), silo =>
        {
            silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(60));
            silo.Configure<ReminderOptions>(options => options.MinimumReminderPeriod = TimeSpan.FromMilliseconds(100));
            configure?.Invoke(silo);
        });
        var host = builder.Build();
        await host.StartAsync();
        var (client, owner) = await Engine.ConnectAsync(host);
        return new TestHost(host, client, owner);
    }

    public T Grain<T>(string key)
        where T : IGrainWithStringKey => Client.GetGrain<T>(key);

    public (T Grain, Probe Probe) With<T>(string key)
        where T : IGrainWithStringKey => (Grain<T>(key), Services.GetRequiredService<Probe>());

    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        _isStopped = true;
        await _host.StopAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isStopped)
        {
            await StopAsync();
        }

        _clientOwner?.Dispose();
        _host.Dispose();
    }
}
