using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recordings;
using Enforcement.Grains.Law;
using Enforcement.Grains.Streams;
using Enforcement.Storage.Calendars;

namespace Enforcement.Silo.Hosting;

/// <summary>Notices a published calendar year, without a restart, and lets every provisional term be decided again by a recorded event.</summary>
internal sealed partial class CalendarLoop(
    CalendarFolder folder, LawLibrary library, IReadModel reads, IGrainFactory grains, TimeProvider machine, ILogger<CalendarLoop> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private volatile bool _again;

    /// <summary>Publishes the calendar of the folder if it changed, and recounts.</summary>
    /// <returns>How many aggregates were asked to recount; 0 when nothing changed.</returns>
    public async Task<int> LookAsync(CancellationToken cancellationToken)
    {
        var calendar = folder.Load();
        if (calendar.Version == library.Calendar.Version && !_again)
        {
            return 0;
        }

        library.Publish(calendar);
        return await RecountAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, machine);
        try
        {
            // A year may have been imported while nothing ran: terms that are still provisional are asked once at start.
            await TryAsync(RecountAsync, stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryAsync(LookAsync, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            LogStopped(logger);
        }
    }

    private async Task TryAsync(Func<CancellationToken, Task<int>> look, CancellationToken cancellationToken)
    {
        try
        {
            var asked = await look(cancellationToken);
            if (asked > 0)
            {
                LogRecounted(logger, asked, library.Calendar.Version);
            }
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(logger, e);
        }
    }

    private async Task<int> RecountAsync(CancellationToken cancellationToken)
    {
        HashSet<string> streams = [];
        for (string? cursor = null; ;)
        {
            var page = await reads.RunningClocksAsync(BureauScope.City, new PageRequest(200, cursor), cancellationToken);
            streams.UnionWith(page.Rows.Where(c => c.Provisional).Select(c => c.Stream));
            if ((cursor = page.Next) is null)
            {
                break;
            }
        }

        _again = false;
        foreach (var stream in streams)
        {
            var (kind, key) = StreamNames.Split(stream);
            try
            {
                await (kind is "case" ? grains.GetGrain<ICaseGrain>(key).RecountAsync() : grains.GetGrain<IRecordingGrain>(key).RecountAsync());
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                // One damaged stream must not keep the others from being counted; the next round asks again.
                _again = true;
                LogFailed(logger, e);
            }
        }

        return streams.Count;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Asked} cases and recordings recounted provisional terms with calendar {Version}")]
    private static partial void LogRecounted(ILogger logger, int asked, string version);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Calendar loop stopped")]
    private static partial void LogStopped(ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "The calendar folder could not be used; the calendar at hand stays")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
