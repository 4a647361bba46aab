using System.Collections.Immutable;
using Enforcement.Domain.Recorders;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Grains.Recorders.Simulation;
using Enforcement.Silo.Configuration;

namespace Enforcement.Silo.Seeding;

/// <summary>
/// Plays the recorders of the demo city as long as the program runs: they walk their district, record, dock and come back, by the grain as any device.
/// What they record is handed in when they dock, so that the demo does not fill with terms that nobody can meet. The setting Demo:Recorders switches it off.
/// </summary>
/// <remarks>A killed program leaves recordings that run and files that wait. The next start ends the first as of the last contact, as a device does whose power was cut, and takes up the others.</remarks>
internal sealed partial class DemoFleet(
    DemoSeeder seeder, DemoRecordings recordings, IGrainFactory grains, IFleetReadModel fleet, IRecordingReadModel library, Settings settings, TimeProvider machine, ILogger<DemoFleet> logger)
    : BackgroundService
{
    private const int MostTakenUp = 200;

    /// <summary>Slower than life: a demo that is left open for a week stays a demo.</summary>
    private const double Pace = 0.5;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    /// <summary>What the charts and tracks of a new demo begin with.</summary>
    private static readonly TimeSpan Past = TimeSpan.FromDays(7);
    private static readonly TimeSpan PastEvery = TimeSpan.FromMinutes(10);

    private readonly List<Player> _players = [];
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Lives one step of every recorder.</summary>
    public async Task StepAsync(TimeSpan since, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await AllStepAsync(since, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public override void Dispose()
    {
        _turn.Dispose();
        base.Dispose();
    }

    private async Task AllStepAsync(TimeSpan since, CancellationToken cancellationToken)
    {
        if (_players.Count == 0)
        {
            _players.AddRange(Players(machine.GetUtcNow()));
        }

        foreach (var player in _players)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await TakeUpAsync(player, cancellationToken);
            await SendAsync(player, player.Recorder.Step(machine.GetUtcNow(), since));
            if (player.Recorder.State is SimulatedState.Docked && player.Waiting.Count > 0)
            {
                await HandInAsync(player);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.Demo.Recorders)
        {
            return;
        }

        using var timer = new PeriodicTimer(Every, machine);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            await EndAsync();
        }
    }

    /// <summary>Goes on where an earlier run of the program was cut off.</summary>
    private async Task TakeUpAsync(Player player, CancellationToken cancellationToken)
    {
        if (player.TakenUp)
        {
            return;
        }

        var id = player.Demo.Id;
        var known = await fleet.RecorderAsync(BureauScope.City, id, cancellationToken);
        if (known is { LastContactAt: null, Battery: null })
        {
            // In one batch: alarms are judged at its end, and what was low days ago alarms nobody.
            await SendAsync(player, player.Recorder.Remember(machine.GetUtcNow(), Past, PastEvery));
        }

        if (await grains.GetGrain<IRecorderGrain>(id).ViewAsync() is { Running: not [] } view)
        {
            var at = known?.LastContactAt ?? machine.GetUtcNow();
            await SendAsync(player, [new TelemetryReport(
                player.Numbers, at, null, null, null, null, null, null, null, [.. view.Running.Select(file => new TelemetryEvent("recording-stopped", at, file))], Live: false)]);
        }

        var waiting = await library.LibraryAsync(
            BureauScope.City, new RecordingFilter(RecordingViewKind.Waiting, machine.GetUtcNow(), RecorderId: id), new PageRequest(MostTakenUp), cancellationToken);
        foreach (var row in waiting.Rows.Where(row => row.EndedAt is not null && RecorderIds.IsReported(row.RecordingId) && !player.Waiting.Contains(row.RecordingId)))
        {
            player.Waiting.Enqueue(row.RecordingId);
        }

        player.TakenUp = true;
    }

    /// <summary>Ends what records and hands in what waits: the next start plays other recordings and would know nothing of these.</summary>
    private async Task EndAsync()
    {
        try
        {
            foreach (var player in _players.Where(static p => p.Recorder.State is SimulatedState.Recording or SimulatedState.Silent || p.Waiting.Count > 0))
            {
                await SendAsync(player, player.Recorder.End(machine.GetUtcNow()));
                await HandInAsync(player);
            }

            LogStopped(logger);
        }
        catch (Exception e)
        {
            LogFailed(logger, e);
        }
    }

    private async Task TryAsync(CancellationToken cancellationToken)
    {
        if (seeder.Seeding)
        {
            return; // its clock is still on its way from the past
        }

        try
        {
            await StepAsync(Every, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(logger, e);
        }
    }

    /// <summary>Everything that is in somebody's hands moves; the store only charges. What is retired or in repair is silent.</summary>
    private static IEnumerable<Player> Players(DateTimeOffset now) => DemoRecorders.All.Where(demo => demo.Holder is not null).Select((demo, i) => new Player(
        demo,
        now.ToUnixTimeSeconds(),
        new SimulatedRecorder(
            demo.Id, CityMap.Find(DemoBureaus.All.First(b => b.Code == demo.Bureau).District) ?? CityMap.Districts[0], seed: 7 + (i * 11), now.ToUnixTimeSeconds(), Pace)));

    private async Task SendAsync(Player player, ImmutableArray<TelemetryReport> reports)
    {
        if (reports.IsEmpty)
        {
            return;
        }

        ImmutableArray<TelemetryReport> sent = [.. reports.Select(report => report with { Events = [.. report.Events.Select(e => Sample(player, e))] })];
        await grains.GetGrain<IRecorderGrain>(player.Demo.Id).ReportAsync(new TelemetryBatch(sent), "demo");
    }

    /// <summary>The films of the demo are its samples: an ended recording declares the one that will be handed in.</summary>
    private TelemetryEvent Sample(Player player, TelemetryEvent e)
    {
        if (e.Kind != "recording-stopped" || e.File is not { } file)
        {
            return e;
        }

        player.Waiting.Enqueue(RecorderIds.Recording(player.Demo.Id, file));
        return e with { Size = recordings.SampleSize };
    }

    private async Task HandInAsync(Player player)
    {
        while (player.Waiting.TryPeek(out var recording))
        {
            await recordings.HandInAsync(player.Demo, recording);
            player.Waiting.Dequeue();
        }
    }

    /// <summary>A recorder that is played.</summary>
    /// <param name="Demo">Which.</param>
    /// <param name="Numbers">The number before those of its life.</param>
    /// <param name="Recorder">Its life.</param>
    private sealed record Player(DemoRecorder Demo, long Numbers, SimulatedRecorder Recorder)
    {
        /// <summary>Recordings that were made and not handed in.</summary>
        public Queue<string> Waiting { get; } = new();

        /// <summary>Whether what an earlier run left was taken up.</summary>
        public bool TakenUp { get; set; }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The recorders of the demo city stopped")]
    private static partial void LogStopped(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The recorders of the demo city could not report; they go on")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
