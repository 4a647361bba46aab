using Enforcement.Domain;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Grains.Recorders;
using Enforcement.Silo.Access;

namespace Enforcement.Silo.Api;

/// <summary>What a request is about: a case, a recording, a finding. The bureau that owns it decides who may; what is not there is 404 for whoever may ask.</summary>
internal static class Subjects
{
    private static readonly object Key = new();

    /// <summary>The case whose id stands in the path.</summary>
    public static AccessTarget Case { get; } = http => CaseAsync(http, http.GetRouteValue("id") as string);

    /// <summary>The recording whose id stands in the path.</summary>
    public static AccessTarget Recording { get; } = async http =>
        Keep(http, await Reads(http).RecordingAsync(BureauScope.City, http.GetRouteValue("id") as string ?? "", http.RequestAborted))?.Bureau;

    /// <summary>The recorder whose id stands in the path.</summary>
    public static AccessTarget Recorder { get; } = async http => Keep(
        http, await http.RequestServices.GetRequiredService<IRecorderRegister>().FindAsync(http.GetRouteValue("id") as string ?? "", http.RequestAborted))?.Bureau;

    /// <summary>The finding whose id stands in the path, in three parts.</summary>
    public static AccessTarget Finding { get; } = async http =>
    {
        var id = $"{http.GetRouteValue("kind")}/{http.GetRouteValue("subject")}/{http.GetRouteValue("finding")}";
        return Keep(http, await Reads(http).FindingAsync(BureauScope.City, id, http.RequestAborted))?.Bureau;
    };

    /// <summary>A case that a request names.</summary>
    public static async ValueTask<string?> CaseAsync(HttpContext http, string? id) =>
        Keep(http, await Reads(http).CaseAsync(BureauScope.City, id ?? "", http.RequestAborted))?.Bureau;

    /// <summary>Needs a permission on a case, which must exist.</summary>
    public static RouteHandlerBuilder OnCase(this RouteHandlerBuilder endpoint, string permission) =>
        endpoint.RequireAccess(permission, Case).MustExist<CaseRow>(NoCase).ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>Needs a permission on a recording, which must exist.</summary>
    public static RouteHandlerBuilder OnRecording(this RouteHandlerBuilder endpoint, string permission) =>
        endpoint.RequireAccess(permission, Recording).MustExist<RecordingRow>(NoRecording).ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>Needs a permission on a recorder, which must be registered.</summary>
    public static RouteHandlerBuilder OnRecorder(this RouteHandlerBuilder endpoint, string permission) =>
        endpoint.RequireAccess(permission, Recorder).MustExist<RecorderEntry>(NoRecorder).ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>Needs a permission on a finding, which must exist.</summary>
    public static RouteHandlerBuilder OnFinding(this RouteHandlerBuilder endpoint, string permission) =>
        endpoint.RequireAccess(permission, Finding).MustExist<FindingRow>(NoFinding).ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>The row that was found when access was decided, or <see langword="null"/>.</summary>
    public static T? Found<T>(this HttpContext http)
        where T : ReadRow => http.Items.TryGetValue(Key, out var row) ? row as T : null;

    public static IResult NoCase() => Problems.NotFound("case.unknown", new Words("没有这个案件。请核对案件编号。", "There is no such case. Check its id."));

    public static IResult NoRecording() =>
        Problems.NotFound("recording.unknown", new Words("没有登记过这段音像记录。请先登记。", "No such recording was announced. Announce it first."));

    public static IResult NoRecorder() =>
        Problems.NotFound("recorder.unknown", new Words("没有登记过这台执法记录仪。请核对编号。", "There is no such recorder. Check its id."));

    private static IResult NoFinding() => Problems.NotFound("finding.unknown", new Words("没有这个问题。请核对编号。", "There is no such finding. Check its id."));

    private static RouteHandlerBuilder MustExist<T>(this RouteHandlerBuilder endpoint, Func<IResult> missing)
        where T : ReadRow =>
        endpoint.AddEndpointFilter(async (context, next) => context.HttpContext.Found<T>() is null ? missing() : await next(context));

    private static T? Keep<T>(HttpContext http, T? row)
        where T : ReadRow
    {
        http.Items[Key] = row;
        return row;
    }

    private static IReadModel Reads(HttpContext http) => http.RequestServices.GetRequiredService<IReadModel>();
}
