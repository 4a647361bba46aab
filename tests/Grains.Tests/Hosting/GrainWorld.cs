using System.Collections.Immutable;
using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Ledger;
using Enforcement.Domain.Regulations;
using Enforcement.Grains.Deadlines;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Bureaus;
using Enforcement.Grains.Interfaces.Officers;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Regulations;
using Enforcement.Grains.Law;
using Enforcement.Grains.Recorders;
using Enforcement.Grains.Time;
using Enforcement.Storage.Media;
using Enforcement.Storage.Sqlite;
using Enforcement.Storage.Sqlite.Fleet;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Enforcement.Grains.Tests.Hosting;

/// <summary>What a world is made of, besides what ships with the program.</summary>
internal sealed record WorldOptions
{
    public WorkCalendar Calendar { get; init; } = WorkCalendar.Embedded;

    /// <summary>Profiles of the deployer.</summary>
    public ImmutableArray<PinnedProfile> Profiles { get; init; } = [];

    /// <summary>The clock of the machine, for leases of recorders.</summary>
    public TimeProvider Machine { get; init; } = TimeProvider.System;

    /// <summary>No refusals and no endings by chance, for tests that count activations or calls.</summary>
    public bool Gentle { get; init; }
}

/// <summary>The real grains on the engine of this build in strict mode, with a real SQLite ledger and a real media folder in a temporary place, and a legal clock that the test moves.</summary>
internal sealed class GrainWorld : IAsyncDisposable
{
    /// <summary>Where the chances of strict mode begin; <c>STRICT_SEED</c> for others.</summary>
    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("STRICT_SEED"), out var seed) ? seed : 20260302;

    private readonly WorldOptions _options;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("grain-world-");
    private IHost? _host;
    private int _commands;

    private GrainWorld(WorldOptions options)
    {
        _options = options;
        Media = new WorldMedia(Path.Combine(_folder.FullName, "media"));
    }

    public FakeLegalClock Clock { get; } = new();

    public WorldMedia Media { get; }

    /// <summary>What the fleet's lists were told.</summary>
    public FakeFleet Fleet { get; } = new();

    public SqliteStore Store { get; private set; } = null!;

    /// <summary>The fleet's real store.</summary>
    public FleetStore Recorders { get; private set; } = null!;

    public string LedgerFile => Path.Combine(_folder.FullName, "ledger.db");

    public LawLibrary Library => Service<LawLibrary>();

    public IReadModel Rows => Service<IReadModel>();

    public IRegulationReader Regulations => Service<IRegulationReader>();

    public IGrainFactory Grains => Service<IGrainFactory>();

    /// <summary>A world with one bureau for each regulation (its id is the code in lower case) and its people.</summary>
    public static async Task<GrainWorld> StartAsync(WorldOptions? options = null, params string[] codes)
    {
        var world = new GrainWorld(options ?? new WorldOptions());
        await world.OpenAsync();
        foreach (var code in codes)
        {
            await world.FoundAsync(code);
        }

        return world;
    }

    /// <summary>A caller in a role. Each role is another person, unless a person is named.</summary>
    public Caller As(string role, string bureau, string? person = null, string? commandId = null) =>
        new(person ?? $"{bureau}-{role}", $"{role}某", role, bureau, role == "officer" ? "证-001" : null, commandId ?? $"c{Interlocked.Increment(ref _commands)}");

    /// <summary>Does a call as a client does it: one that was refused on the way is sent again, unchanged.</summary>
    public static async Task<T> SendAsync<T>(Func<Task<T>> call)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (OrleansMessageRejectionException) when (attempt < 50)
            {
                // Strict mode refuses some calls; the same command is sent again.
            }
        }
    }

    public static Task SendAsync(Func<Task> call) => SendAsync(async () =>
    {
        await call();
        return true;
    });

    /// <summary>The entries of a stream.</summary>
    public async Task<ImmutableArray<LedgerEntry>> EntriesAsync(string stream) => await Store.ReadAsync(stream, 0, CancellationToken.None);

    /// <summary>How many entries the whole ledger has.</summary>
    public async Task<long> CountAsync() => (await Store.HeadAsync(CancellationToken.None)).Count;

    /// <summary>The findings of a stream as the supervisor's list has them.</summary>
    public async Task<ImmutableArray<FindingRow>> FindingsAsync(string stream) =>
        (await Rows.FindingsAsync(BureauScope.City, new FindingQuery(Stream: stream), new PageRequest(500), CancellationToken.None)).Rows;

    public async Task<CaseRow> CaseRowAsync(string id) =>
        await Rows.CaseAsync(BureauScope.City, id, CancellationToken.None) ?? throw new InvalidOperationException($"No row of case {id}.");

    /// <summary>What the loops of a running installation do: finds what is due by now.</summary>
    public Task<int> SweepAsync() => Service<IDeadlineSweep>().SweepAsync(CancellationToken.None);

    public async Task<CommandReply> RegisterAsync(string bureau, string officer, RegisterOfficer request) =>
        await SendAsync(() => Grains.GetGrain<IOfficerGrain>(officer).RegisterAsync(request, As("administrator", bureau, commandId: $"register-{officer}")));

    /// <summary>Ends the process and starts another on the same data: all activations and reminders are gone.</summary>
    public async Task RestartAsync()
    {
        await CloseAsync();
        await OpenAsync();
    }

    public T Service<T>()
        where T : notnull => (_host ?? throw new InvalidOperationException("The world is closed.")).Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _folder.Delete(recursive: true);
    }

    private async Task FoundAsync(string code)
    {
        var bureau = code.ToLowerInvariant();
        var found = await SendAsync(() => Grains.GetGrain<IBureauGrain>(bureau).FoundAsync(
            new FoundBureau($"{code}局", $"{code} bureau", code, code, "城区"), As("administrator", bureau, commandId: $"found-{bureau}")));
        Assert.True(found.Done);
        foreach (var (id, name, certificate) in new[] { ($"{bureau}-o1", "张三", "证-001"), ($"{bureau}-o2", "𠮷野", "证-002") })
        {
            var registered = await RegisterAsync(bureau, id, new RegisterOfficer(name, bureau, certificate, null, ["officer"]));
            Assert.True(registered.Done);
        }
    }

    private async Task OpenAsync()
    {
        Store = SqliteStore.Open(new SqliteStoreOptions(LedgerFile, Training: false));
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Services.AddSingleton<ILegalClock>(Clock);
        builder.Services.AddSqliteStore(Store);
        FleetClock lease = new(_options.Machine);
        Recorders = FleetStore.Open(Path.Combine(_folder.FullName, "fleet.db"), lease);
        Fleet.Inner = Recorders;
        builder.Services.AddSingleton(_options.Machine);
        builder.Services.AddSingleton(lease);
        builder.Services.AddSingleton<ITelemetryStore>(Recorders);
        builder.Services.AddSingleton<IFleetRegister>(Fleet);
        builder.Services.AddGrainServices(_options.Profiles, _options.Calendar);
        Engine.Use(builder, Seed, _options.Gentle);
        _host = builder.Build();
        if ((await Store.HeadAsync(CancellationToken.None)).LastRecordedAt is { } last)
        {
            Clock.Witness(last);
        }

        await _host.StartAsync();
    }

    private async Task CloseAsync()
    {
        if (_host is { } host)
        {
            await host.StopAsync();
            host.Dispose();
            await Recorders.DisposeAsync();
            await Store.DisposeAsync();
            _host = null;
        }
    }
}
