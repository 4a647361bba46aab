using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recordings;
using Enforcement.Grains.Law;
using Enforcement.Grains.Streams;
using Enforcement.Storage.Calendars;

namespace Enforcement.Silo.Hosting;

/// <summary>Notices a published calendar year, without a restart, and lets every provisional term be decided again by a recorded event.</summary>
internal sealed partial class CalendarLoop(
    CalendarFolder folder, LawLibrary library, IReadModel reads, IGrainFactory grains, TimeProvider machine, ILogger<CalendarLoop> logger)
    : RegularWork(TimeSpan.FromSeconds(5), machine, logger)
{
    // A year may have been imported while nothing ran: terms that are still provisional are asked once at start.
    private volatile bool _again = true;

    protected override bool StartsAtOnce => true;

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

    protected override async Task RoundAsync(CancellationToken stopping)
    {
        var asked = await LookAsync(stopping);
        if (asked > 0)
        {
            LogRecounted(Log, asked, library.Calendar.Version);
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
                LogFailed(Log, stream, e);
            }
        }

        return streams.Count;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Asked} cases and recordings recounted provisional terms with calendar {Version}")]
    private static partial void LogRecounted(ILogger logger, int asked, string version);

    [LoggerMessage(Level = LogLevel.Error, Message = "The provisional terms of {Stream} could not be recounted")]
    private static partial void LogFailed(ILogger logger, string stream, Exception exception);
}
