using System.Diagnostics;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Grains.Interfaces.Recordings;
using Enforcement.Grains.Streams;
using Enforcement.Silo.Access;

namespace Enforcement.Silo.Api;

/// <summary>What a list of findings can be narrowed to.</summary>
internal sealed record FindingListQuery(string? Bureau, bool? Open, string? Code, string? Stream, string? Article, bool? Advisory, string? Cursor, int? Limit, bool? Count) : IPageQuery;

/// <summary>What a list of clocks can be narrowed to.</summary>
internal sealed record ClockListQuery(string? Bureau, string? Cursor, int? Limit, bool? Count) : IPageQuery;

/// <summary>What supervision looks at: findings, and the terms that run.</summary>
internal static class FindingEndpoints
{
    private static readonly EndpointDoc List = new(
        "List findings",
        "What the supervisor [执法监督] must look at: missed terms, late entries, damaged files; the youngest first. Filters: bureau, open, code, stream, article, advisory. "
        + "A finding's id has three parts: kind of stream, id of the case, recording or recorder, finding.");

    private static readonly EndpointDoc Resolve = new(
        "Close a finding",
        "Closes a finding of a case, a recording or a recorder with words. The mark on the case stays for ever.",
        """{ "resolution": "已约谈承办人，责令三日内补正。" }""");

    private static readonly EndpointDoc Running = new(
        "List running clocks", "The terms [期限] that run and have a due instant, the most urgent first, of cases and recordings of bureaus that you may read.");

    public static void MapFindings(this IEndpointRouteBuilder app)
    {
        var findings = app.MapGroup("/api/v1/findings").WithTags("Supervision");
        findings.MapGet("", ListAsync).RequireAccess(Permissions.FindingsRead).OnlyQuery<FindingListQuery>().Produces<PageView<FindingRow>>().Describe(List);
        findings.MapPost("/{kind}/{subject}/{finding}/resolution", ResolveAsync).OnFinding(Permissions.FindingsResolve).IsCommand().Describe(Resolve);
        app.MapGet("/api/v1/clocks/running", RunningAsync).WithTags("Supervision").RequireAccess(Permissions.CasesRead).OnlyQuery<ClockListQuery>()
            .Produces<PageView<ClockRow>>().Describe(Running);
    }

    private static Task<IResult> ListAsync(
        [AsParameters] FindingListQuery query, HttpContext http, IReadModel reads, IAccess access, CancellationToken cancellationToken)
    {
        var scope = access.ScopeOf(http.User, Permissions.FindingsRead).Narrow(query.Bureau);
        FindingQuery wanted = new(query.Open is true, query.Code, query.Stream, query.Article, query.Advisory);
        return Paging.AnswerAsync(query, page => reads.FindingsAsync(scope, wanted, page, cancellationToken), row => row);
    }

    private static Task<IResult> RunningAsync(
        [AsParameters] ClockListQuery query, HttpContext http, IReadModel reads, IAccess access, CancellationToken cancellationToken)
    {
        var scope = access.ScopeOf(http.User, Permissions.CasesRead).Narrow(query.Bureau);
        return Paging.AnswerAsync(query, page => reads.RunningClocksAsync(scope, page, cancellationToken), row => row);
    }

    private static async Task<IResult> ResolveAsync(string finding, ResolutionBody body, HttpContext http, IGrainFactory grains)
    {
        var (kind, id) = StreamNames.Split(http.Found<FindingRow>()!.Stream);
        ResolveFinding command = new(finding, body.Resolution);
        return Commands.Answer(kind switch
        {
            "case" => await grains.GetGrain<ICaseGrain>(id).ResolveFindingAsync(command, http.Caller()),
            "recording" => await grains.GetGrain<IRecordingGrain>(id).ResolveFindingAsync(command, http.Caller()),
            "recorder" => await grains.GetGrain<IRecorderGrain>(id).ResolveFindingAsync(command, http.Caller()),
            _ => throw new UnreachableException($"Streams of kind {kind} have no findings."),
        });
    }
}
