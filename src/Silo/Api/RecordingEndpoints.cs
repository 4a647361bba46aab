using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recordings;
using Enforcement.Grains.Ledger;
using Enforcement.Grains.Streams;
using Enforcement.Portal.Pages.Recordings;
using Enforcement.Silo.Access;
using Enforcement.Silo.Time;

namespace Enforcement.Silo.Api;

/// <summary>What a list of recordings can be narrowed to.</summary>
internal sealed record RecordingListQuery(
    string? Bureau, bool? Unlinked, bool? Overdue, string? State, string? Officer, string? Case, string? Cursor, int? Limit, bool? Count,
    string? View, string? Recorder, string? Mode, string? From, string? To, string? Due, string? Number, string? Sha256, string? Q, string? Order) : IPageQuery
{
    public RecordingFilter ToFilter(DateTimeOffset now)
    {
        var view = View ?? (Overdue is true ? "overdue" : Unlinked is true ? "unlinked" : null);
        return new LibraryAddress(view, Bureau, Officer, Recorder, Mode, From, To, Due, Number, Sha256, Q, Order ?? "started").ToFilter(now)
            with
        { State = State, CaseId = Case };
    }
}

/// <summary>What an export of the list can be narrowed to: the same words that the library's address uses.</summary>
internal sealed record RecordingExportQuery(
    string? Bureau, string? View, string? Officer, string? Recorder, string? Mode, string? From, string? To, string? Due, string? Number, string? Sha256, string? Q, string? Order)
{
    public RecordingFilter ToFilter(DateTimeOffset now) =>
        new LibraryAddress(View, Bureau, Officer, Recorder, Mode, From, To, Due, Number, Sha256, Q, Order).ToFilter(now);
}

/// <summary>Recordings from their announcement on. Their files come and go in <c>Intake</c>.</summary>
internal static class RecordingEndpoints
{
    public static void MapRecordings(this IEndpointRouteBuilder app)
    {
        var recordings = app.MapGroup("/api/v1/recordings").WithTags("Recordings");
        recordings.MapGet("", ListAsync).RequireAccess(Permissions.RecordingsRead).OnlyQuery<RecordingListQuery>()
            .Produces<PageView<RecordingRow>>().Describe(RecordingDocs.List);
        recordings.MapGet("/export.csv", RecordingExport.WriteAsync).RequireAccess(Permissions.RecordingsRead).OnlyQuery<RecordingExportQuery>()
            .Describe(RecordingDocs.Export);
        recordings.MapPut("/{id}", AnnounceAsync).RequireAccess<AnnounceRecording>(Permissions.RecordingsAnnounce, body => body.Bureau)
            .WithChosenId().IsCommand(StatusCodes.Status201Created).Describe(RecordingDocs.Announce);
        recordings.MapGet("/{id}", ViewAsync).OnRecording(Permissions.RecordingsRead).Produces<RecordingView>().Describe(RecordingDocs.View);
        recordings.MapGet("/{id}/ledger", LedgerAsync).OnRecording(Permissions.RecordingsRead).Describe(RecordingDocs.Ledger);
        recordings.MapPost("/{id}/end", EndAsync).OnRecording(Permissions.RecordingsAnnounce).IsCommand().Describe(RecordingDocs.End);
        recordings.MapPost("/{id}/remote-work", RemoteWorkAsync).OnRecording(Permissions.RecordingsAnnounce).IsCommand().Describe(RecordingDocs.RemoteWork);
        recordings.MapPost("/{id}/return", ReturnAsync).OnRecording(Permissions.RecordingsAnnounce).IsCommand().Describe(RecordingDocs.Return);
        recordings.MapPost("/{id}/marks", MarkAsync).OnRecording(Permissions.RecordingsAttach).IsCommand().Describe(RecordingDocs.Mark);
        recordings.MapPost("/{id}/marks/withdraw", WithdrawMarkAsync).OnRecording(Permissions.RecordingsAttach).IsCommand().Describe(RecordingDocs.WithdrawMark);
    }

    private static async Task<IResult> MarkAsync(string id, MarkRecording body, HttpContext http, IGrainFactory grains) =>
        Commands.Answer(await grains.GetGrain<IRecordingGrain>(id).MarkAsync(body, http.Caller()));

    private static async Task<IResult> WithdrawMarkAsync(string id, WithdrawMark body, HttpContext http, IGrainFactory grains) =>
        Commands.Answer(await grains.GetGrain<IRecordingGrain>(id).WithdrawMarkAsync(body, http.Caller()));

    private static Task<IResult> ListAsync(
        [AsParameters] RecordingListQuery query, HttpContext http, IRecordingReadModel reads, IAccess access, LegalClock clock, CancellationToken cancellationToken)
    {
        var scope = access.ScopeOf(http.User, Permissions.RecordingsRead).Narrow(query.Bureau);
        var wanted = query.ToFilter(clock.Display);
        return Paging.AnswerAsync(query, page => reads.LibraryAsync(scope, wanted, page, cancellationToken), row => row);
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
