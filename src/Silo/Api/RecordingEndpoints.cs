using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recordings;
using Enforcement.Grains.Ledger;
using Enforcement.Grains.Streams;
using Enforcement.Silo.Access;
using Enforcement.Silo.Time;

namespace Enforcement.Silo.Api;

/// <summary>What a list of recordings can be narrowed to.</summary>
internal sealed record RecordingListQuery(
    string? Bureau, bool? Unlinked, bool? Overdue, string? State, string? Officer, string? Case, string? Cursor, int? Limit, bool? Count) : IPageQuery;

/// <summary>Recordings from their announcement on. Their files come and go in <c>Intake</c>.</summary>
internal static class RecordingEndpoints
{
    public static void MapRecordings(this IEndpointRouteBuilder app)
    {
        var recordings = app.MapGroup("/api/v1/recordings").WithTags("Recordings");
        recordings.MapGet("", ListAsync).RequireAccess(Permissions.RecordingsRead).OnlyQuery<RecordingListQuery>()
            .Produces<PageView<RecordingRow>>().Describe(RecordingDocs.List);
        recordings.MapPut("/{id}", AnnounceAsync).RequireAccess<AnnounceRecording>(Permissions.RecordingsAnnounce, body => body.Bureau)
            .WithChosenId().IsCommand(StatusCodes.Status201Created).Describe(RecordingDocs.Announce);
        recordings.MapGet("/{id}", ViewAsync).OnRecording(Permissions.RecordingsRead).Produces<RecordingView>().Describe(RecordingDocs.View);
        recordings.MapGet("/{id}/ledger", LedgerAsync).OnRecording(Permissions.RecordingsRead).Describe(RecordingDocs.Ledger);
        recordings.MapPost("/{id}/end", EndAsync).OnRecording(Permissions.RecordingsAnnounce).IsCommand().Describe(RecordingDocs.End);
        recordings.MapPost("/{id}/remote-work", RemoteWorkAsync).OnRecording(Permissions.RecordingsAnnounce).IsCommand().Describe(RecordingDocs.RemoteWork);
        recordings.MapPost("/{id}/return", ReturnAsync).OnRecording(Permissions.RecordingsAnnounce).IsCommand().Describe(RecordingDocs.Return);
    }

    private static Task<IResult> ListAsync(
        [AsParameters] RecordingListQuery query, HttpContext http, IReadModel reads, IAccess access, LegalClock clock, CancellationToken cancellationToken)
    {
        var scope = access.ScopeOf(http.User, Permissions.RecordingsRead).Narrow(query.Bureau);
        RecordingQuery wanted = new(query.Unlinked is true, query.Overdue is true ? clock.Display : null, query.State, query.Officer, query.Case);
        return Paging.AnswerAsync(query, page => reads.RecordingsAsync(scope, wanted, page, cancellationToken), row => row);
    }

    private static async Task<IResult> AnnounceAsync(string id, AnnounceRecording body, HttpContext http, IGrainFactory grains) =>
        Commands.Answer(await grains.GetGrain<IRecordingGrain>(id).AnnounceAsync(body, http.Caller()), $"/api/v1/recordings/{id}");

    private static async Task<IResult> ViewAsync(string id, IGrainFactory grains) =>
        await grains.GetGrain<IRecordingGrain>(id).ViewAsync() is { } view ? Results.Ok(view) : Subjects.NoRecording();

    private static Task<IResult> LedgerAsync(string id, ILedger ledger, CancellationToken cancellationToken) =>
        StreamEntries.ReadAsync(StreamNames.Recording(id), ledger, cancellationToken);

    private static async Task<IResult> EndAsync(string id, EndRecording body, HttpContext http, IGrainFactory grains) =>
        Commands.Answer(await grains.GetGrain<IRecordingGrain>(id).EndAsync(body, http.Caller()));

    private static async Task<IResult> RemoteWorkAsync(string id, DeclareRemoteWork body, HttpContext http, IGrainFactory grains) =>
        Commands.Answer(await grains.GetGrain<IRecordingGrain>(id).DeclareRemoteWorkAsync(body, http.Caller()));

    private static async Task<IResult> ReturnAsync(string id, DeclareReturn body, HttpContext http, IGrainFactory grains) =>
        Commands.Answer(await grains.GetGrain<IRecordingGrain>(id).DeclareReturnAsync(body, http.Caller()));
}
