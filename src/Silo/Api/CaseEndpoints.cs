using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Ledger;
using Enforcement.Grains.Streams;
using Enforcement.Silo.Access;
using Enforcement.Silo.Export;
using Enforcement.Silo.Intake;

namespace Enforcement.Silo.Api;

/// <summary>A recording's description for the archive: its text by field id, and the text of its sound.</summary>
public sealed record DescriptionBody(ImmutableDictionary<string, string> Fields, string? Transcript = null);

/// <summary>The term of another law: how many hours, days or working-days, the provision that sets it, and why it applies.</summary>
public sealed record OverrideBody(string Unit, int Value, string Source, string Reason);

/// <summary>What was done about a finding.</summary>
public sealed record ResolutionBody(string Resolution);

/// <summary>Cases, from start to archive. Every change is a command of the case's grain.</summary>
internal static class CaseEndpoints
{
    public static void MapCases(this IEndpointRouteBuilder app)
    {
        var cases = app.MapGroup("/api/v1/cases").WithTags("Cases");
        cases.MapGet("", CaseList.ReadAsync).RequireAccess(Permissions.CasesRead).OnlyQuery<CaseListQuery>()
            .Produces<PageView<CaseItem>>().Describe(CaseDocs.List);
        cases.MapGet("/export", CaseExport.WriteAsync).RequireAccess(Permissions.CasesRead).OnlyQuery<CaseExportQuery>()
            .Produces(StatusCodes.Status200OK, contentType: CsvCaseSheet.ContentType, additionalContentTypes: XlsxCaseSheet.ContentType).Describe(CaseDocs.Export);
        cases.MapPut("/{id}", OpenAsync).RequireAccess<OpenCase>(Permissions.CasesStart, body => body.Bureau)
            .WithChosenId().WithoutNulls<OpenCase>().WithKnownFiles<OpenCase>(body => body.First.Documents, body => body.Bureau).IsCommand(StatusCodes.Status201Created).Describe(CaseDocs.Open);
        cases.MapGet("/{id}", ViewAsync).OnCase(Permissions.CasesRead).Produces<CaseView>().Describe(CaseDocs.View);
        cases.MapGet("/{id}/ledger", LedgerAsync).OnCase(Permissions.CasesRead).Describe(CaseDocs.Ledger);
        cases.MapPost("/{id}/acts", RecordAsync).OnCase(Permissions.ActsRecord).WithoutNulls<ActDraft>()
            .WithKnownFiles<ActDraft>(body => body.Documents).IsCommand().Describe(CaseDocs.Record);
        cases.MapPost("/{id}/documents", AttachAsync).OnCase(Permissions.ActsRecord).WithoutNulls<AttachDocument>()
            .WithKnownFiles<AttachDocument>(body => [body.Document]).IsCommand().Describe(CaseDocs.Attach);
        cases.MapPost("/{id}/recordings", LinkAsync).OnCase(Permissions.RecordingsAttach).IsCommand().Describe(CaseDocs.Link);
        cases.MapPost("/{id}/recordings/{recording}/description", DescribeAsync).OnCase(Permissions.ActsRecord)
            .IsCommand().Describe(CaseDocs.DescribeRecording);
        cases.MapPost("/{id}/clocks/{clock}/override", OverrideAsync).OnCase(Permissions.ActsRecord).IsCommand().Describe(CaseDocs.Override);
        cases.MapPost("/{id}/findings/{finding}/resolution", ResolveAsync).OnCase(Permissions.FindingsResolve).IsCommand().Describe(CaseDocs.Resolve);
    }

    private static async Task<IResult> OpenAsync(string id, OpenCase body, HttpContext http, IGrainFactory grains) =>
        Commands.Answer(await grains.GetGrain<ICaseGrain>(id).OpenAsync(body, http.Caller()), $"/api/v1/cases/{id}");

    private static async Task<IResult> ViewAsync(string id, HttpContext http, IGrainFactory grains) =>
        await grains.GetGrain<ICaseGrain>(id).ViewAsync(http.Reader()) is { } view ? Results.Ok(view) : Subjects.NoCase();

    private static Task<IResult> LedgerAsync(string id, ILedger ledger, CancellationToken cancellationToken) =>
        StreamEntries.ReadAsync(StreamNames.Case(id), ledger, cancellationToken);

    private static async Task<IResult> RecordAsync(string id, ActDraft body, HttpContext http, IGrainFactory grains) =>
        Commands.Answer(await grains.GetGrain<ICaseGrain>(id).RecordActAsync(body, http.Caller()));

    private static async Task<IResult> AttachAsync(string id, AttachDocument body, HttpContext http, IGrainFactory grains) =>
        Commands.Answer(await grains.GetGrain<ICaseGrain>(id).AttachDocumentAsync(body, http.Caller()));

    private static async Task<IResult> LinkAsync(string id, LinkRecording body, HttpContext http, IGrainFactory grains) =>
        Commands.Answer(await grains.GetGrain<ICaseGrain>(id).LinkRecordingAsync(body, http.Caller()));

    private static async Task<IResult> DescribeAsync(string id, string recording, DescriptionBody body, HttpContext http, IGrainFactory grains) =>
        Commands.Answer(await grains.GetGrain<ICaseGrain>(id).DescribeRecordingAsync(new DescribeRecording(recording, body.Fields, body.Transcript), http.Caller()));

    private static async Task<IResult> OverrideAsync(string id, string clock, OverrideBody body, HttpContext http, IGrainFactory grains) =>
        Commands.Answer(await grains.GetGrain<ICaseGrain>(id).OverrideClockAsync(new OverrideClock(clock, body.Unit, body.Value, body.Source, body.Reason), http.Caller()));

    private static async Task<IResult> ResolveAsync(string id, string finding, ResolutionBody body, HttpContext http, IGrainFactory grains) =>
        Commands.Answer(await grains.GetGrain<ICaseGrain>(id).ResolveFindingAsync(new ResolveFinding(finding, body.Resolution), http.Caller()));
}
