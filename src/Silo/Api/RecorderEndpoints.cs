using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Grains.Recorders;
using Enforcement.Portal.Access;
using Enforcement.Silo.Access;
using Enforcement.Silo.Pages;
using Microsoft.AspNetCore.Mvc;

namespace Enforcement.Silo.Api;

/// <summary>What a list of recorders can be narrowed to.</summary>
internal sealed record RecorderListQuery(
    string? Bureau, string? State, string? Contact, string? Holder, bool? Recording, bool? LowBattery, bool? LowStorage, bool? Drifted, bool? Alarmed, string? Q, string? Order,
    string? Cursor, int? Limit, bool? Count) : IPageQuery;

/// <summary>A recorder was registered, or its key renewed.</summary>
/// <param name="Sequence">The length of the recorder's stream after it.</param>
/// <param name="Reference">The recorder.</param>
/// <param name="Key">The key that was made; absent where none was made.</param>
public sealed record RecorderKeyDone(long Sequence, string Reference, string? Key);

/// <summary>A recorder and the last that was heard of it.</summary>
/// <param name="Register">The register, from the ledger.</param>
/// <param name="Status">What lists show of it; absent until they have caught up.</param>
public sealed record RecorderDetail(RecorderView Register, RecorderRow? Status);

/// <summary>The register of recorders over HTTP. Their reports come in by <c>Telemetry</c>.</summary>
internal static class RecorderEndpoints
{
    public static void MapRecorders(this IEndpointRouteBuilder app)
    {
        var recorders = app.MapGroup("/api/v1/recorders").WithTags("Recorders");
        recorders.MapGet("", ListAsync).RequireAccess(Permissions.FleetRead).OnlyQuery<RecorderListQuery>().Produces<PageView<RecorderRow>>().Describe(RecorderDocs.List);
        recorders.MapPost("/import", RecorderImportEndpoint.TakeAsync).RequireAccess(Permissions.FleetManage).OnlyQuery<RecorderImportQuery>()
            .WithMetadata(new RequestSizeLimitAttribute(RecorderImportReport.LargestFile)).AddOpenApiOperationTransformer(RecorderImportEndpoint.DescribeBodyAsync)
            .Produces<RecorderImportReport>().ProducesProblem(StatusCodes.Status422UnprocessableEntity).Describe(RecorderDocs.Import);
        recorders.MapPut("/{id}", RegisterAsync).RequireAccess<RegisterRecorder>(Permissions.FleetManage, body => body.Bureau)
            .WithRegisterId().WithoutNulls<RegisterRecorder>().IsCommand().Produces<RecorderKeyDone>().Describe(RecorderDocs.Register);
        recorders.MapGet("/{id}", ViewAsync).OnRecorder(Permissions.FleetRead).Produces<RecorderDetail>().Describe(RecorderDocs.View);
        recorders.MapPost("/{id}/issue", IssueAsync).OnRecorder(Permissions.FleetManage).IsCommand().Describe(RecorderDocs.Issue);
        recorders.MapPost("/{id}/return", ReturnAsync).OnRecorder(Permissions.FleetManage).IsCommand().Describe(RecorderDocs.Return);
        recorders.MapPost("/{id}/repair", RepairAsync).OnRecorder(Permissions.FleetManage).IsCommand().Describe(RecorderDocs.Repair);
        recorders.MapPost("/{id}/retire", RetireAsync).OnRecorder(Permissions.FleetManage).IsCommand().Describe(RecorderDocs.Retire);
        recorders.MapPost("/{id}/key", RenewKeyAsync).OnRecorder(Permissions.FleetManage).IsCommand().Produces<RecorderKeyDone>().Describe(RecorderDocs.Key);
        recorders.MapPost("/{id}/alarms/{alarm}/acknowledge", AcknowledgeAsync).OnRecorder(Permissions.FleetManage).IsCommand().Describe(RecorderDocs.Acknowledge);
        app.MapRecorderTelemetry();
    }

    private static Task<IResult> ListAsync(
        [AsParameters] RecorderListQuery query, HttpContext http, IFleetReadModel fleet, IAccess access, CancellationToken cancellationToken)
    {
        RecorderOrder order = default;
        if (query.Order is { } name && !(name.All(char.IsAsciiLetter) && Enum.TryParse(name, ignoreCase: true, out order)))
        {
            return Task.FromResult(Paging.Bad("order", "order 可用：id、lastContact、battery、storage。", "order is one of id, lastContact, battery, storage."));
        }

        if (query.State is not (null or "in-store" or "issued" or "repair" or "retired"))
        {
            return Task.FromResult(Paging.Bad("state", "state 可用：in-store、issued、repair、retired。", "state is one of in-store, issued, repair, retired."));
        }

        if (query.Contact is not (null or "online" or "offline" or "unknown"))
        {
            return Task.FromResult(Paging.Bad("contact", "contact 可用：online、offline、unknown。", "contact is one of online, offline, unknown."));
        }

        var scope = access.ScopeOf(http.User, Permissions.FleetRead).Narrow(query.Bureau);
        RecorderQuery wanted = new(
            query.State, query.Contact, query.Holder, query.Recording is true, query.LowBattery is true, query.LowStorage is true, query.Drifted is true, query.Alarmed is true, query.Q, order);
        return Paging.AnswerAsync(query, page => fleet.RecordersAsync(scope, wanted, page, cancellationToken), row => row);
    }

    private static async Task<IResult> RegisterAsync(
        string id, RegisterRecorder body, HttpContext http, RecorderDesk desk, IRecorderRegister register, AccessDecider access, CancellationToken cancellationToken) =>
        await register.FindAsync(id, cancellationToken) is { } known
        && access.Decide(http.User, Permissions.FleetManage, known.Bureau) is Domain.Access.AccessDecision.Refused { Violation: var foreign }
            ? Problems.Forbidden(foreign)
            : Answer(id, await desk.RegisterAsync(http.User, id, body, http.Caller().CommandId));

    private static async Task<IResult> ViewAsync(string id, IGrainFactory grains, IFleetReadModel fleet, CancellationToken cancellationToken) =>
        await grains.GetGrain<IRecorderGrain>(id).ViewAsync() is { } view
            ? Results.Ok(new RecorderDetail(view, await fleet.RecorderAsync(BureauScope.City, id, cancellationToken)))
            : Subjects.NoRecorder();

    private static async Task<IResult> IssueAsync(string id, IssueRecorder body, HttpContext http, IGrainFactory grains) =>
        Commands.Answer(await grains.GetGrain<IRecorderGrain>(id).IssueAsync(body, http.Caller()));

    private static async Task<IResult> ReturnAsync(string id, ReturnRecorder body, HttpContext http, IGrainFactory grains) =>
        Commands.Answer(await grains.GetGrain<IRecorderGrain>(id).ReturnAsync(body, http.Caller()));

    private static async Task<IResult> RepairAsync(string id, RepairRecorder body, HttpContext http, IGrainFactory grains) =>
        Commands.Answer(await grains.GetGrain<IRecorderGrain>(id).RepairAsync(body, http.Caller()));

    private static async Task<IResult> RetireAsync(string id, RetireRecorder body, HttpContext http, IGrainFactory grains) =>
        Commands.Answer(await grains.GetGrain<IRecorderGrain>(id).RetireAsync(body, http.Caller()));

    private static async Task<IResult> RenewKeyAsync(string id, HttpContext http, RecorderDesk desk) =>
        Answer(id, await desk.RenewKeyAsync(http.User, id, http.Caller().CommandId));

    private static async Task<IResult> AcknowledgeAsync(string id, string alarm, AcknowledgeBody body, HttpContext http, IGrainFactory grains) =>
        Commands.Answer(await grains.GetGrain<IRecorderGrain>(id).AcknowledgeAsync(new AcknowledgeAlarm(alarm, body.Note), http.Caller()));

    private static IResult Answer(string id, RecorderKeyAnswer answer) =>
        answer.Done ? Results.Ok(new RecorderKeyDone(answer.Sequence, id, answer.Key)) : Problems.Broken(answer.Broken);
}

/// <summary>What is done about an alarm.</summary>
internal sealed record AcknowledgeBody(string Note);
