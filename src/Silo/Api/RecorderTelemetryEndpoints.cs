using System.Globalization;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Silo.Access;

namespace Enforcement.Silo.Api;

/// <summary>A span of time: instants with their offset.</summary>
internal sealed record SpanQuery(string? From, string? To, int? Limit);

/// <summary>What a list of alarms can be narrowed to.</summary>
internal sealed record AlarmListQuery(string? Bureau, bool? Open, string? Recorder, string? Kind, string? Cursor, int? Limit, bool? Count) : IPageQuery;

/// <summary>Charts, ways and alarms of recorders.</summary>
internal static class RecorderTelemetryEndpoints
{
    private const int DefaultPoints = 500;
    private const int MostPoints = 2000;

    public static void MapRecorderTelemetry(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/v1/recorders/{id}/history", HistoryAsync).WithTags("Recorders").OnRecorder(Permissions.FleetRead).OnlyQuery<SpanQuery>()
            .Produces<IReadOnlyList<PulsePoint>>().Describe(RecorderDocs.History);
        app.MapGet("/api/v1/recorders/{id}/track", TrackAsync).WithTags("Recorders").OnRecorder(Permissions.FleetRead).OnlyQuery<SpanQuery>()
            .Produces<IReadOnlyList<TrackPoint>>().Describe(RecorderDocs.Track);
        app.MapGet("/api/v1/recorder-alarms", AlarmsAsync).WithTags("Recorders").RequireAccess(Permissions.FleetRead).OnlyQuery<AlarmListQuery>()
            .Produces<PageView<AlarmRow>>().Describe(RecorderDocs.Alarms);
    }

    private static Task<IResult> HistoryAsync(string id, [AsParameters] SpanQuery query, IFleetReadModel fleet, TimeProvider machine, CancellationToken cancellationToken) =>
        WithinAsync(query, machine, async (from, to, limit) => await fleet.HistoryAsync(BureauScope.City, id, from, to, limit, cancellationToken));

    private static Task<IResult> TrackAsync(string id, [AsParameters] SpanQuery query, IFleetReadModel fleet, TimeProvider machine, CancellationToken cancellationToken) =>
        WithinAsync(query, machine, async (from, to, limit) => await fleet.TrackAsync(BureauScope.City, id, from, to, limit, cancellationToken));

    private static Task<IResult> AlarmsAsync(
        [AsParameters] AlarmListQuery query, HttpContext http, IFleetReadModel fleet, IAccess access, CancellationToken cancellationToken)
    {
        var scope = access.ScopeOf(http.User, Permissions.FleetRead).Narrow(query.Bureau);
        AlarmQuery wanted = new(query.Open is true, query.Recorder, query.Kind);
        return Paging.AnswerAsync(query, page => fleet.AlarmsAsync(scope, wanted, page, cancellationToken), row => row);
    }

    private static async Task<IResult> WithinAsync<T>(SpanQuery query, TimeProvider machine, Func<DateTimeOffset, DateTimeOffset, int, Task<T>> read)
    {
        if (query.Limit is < 2 or > MostPoints)
        {
            return Paging.Bad("limit", $"limit 须为 2 至 {MostPoints}。", $"limit is a number from 2 to {MostPoints}.");
        }

        if (!TryInstant(query.To, machine.GetUtcNow(), out var to))
        {
            return Malformed("to");
        }

        if (!TryInstant(query.From, to.AddDays(-1), out var from) || from > to)
        {
            return Malformed("from");
        }

        return Results.Ok(await read(from, to, query.Limit ?? DefaultPoints));
    }

    private static IResult Malformed(string name) => Paging.Bad(
        name, $"{name} 须为带时区的时刻，如 2026-03-02T09:00:00+08:00（+ 写作 %2B），且 from 不晚于 to。", $"{name} is an instant with its offset, such as 2026-03-02T09:00:00+08:00 (+ written %2B), and from is not after to.");

    private static bool TryInstant(string? text, DateTimeOffset otherwise, out DateTimeOffset instant)
    {
        instant = otherwise;
        return text is null || DateTimeOffset.TryParseExact(
            text, ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"],
            CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out instant);
    }
}
