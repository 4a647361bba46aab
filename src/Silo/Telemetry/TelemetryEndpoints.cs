using System.Collections.Immutable;
using System.Text.Json;
using Enforcement.Domain;
using Enforcement.Domain.Recorders.Telemetry;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Silo.Api;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Enforcement.Silo.Telemetry;

/// <summary>Reports of recorders come in here. No Idempotency-Key: the numbers of the reports do that.</summary>
internal static class TelemetryEndpoints
{
    private const int MostReports = 500;
    private const int MostRecorders = 500;

    /// <summary>Bytes that one recorder may send at once; a gateway may send as much as any other program.</summary>
    private const int RecorderBytes = 256 * 1024;

    private static readonly EndpointDoc Doc = new(
        "Send reports of recorders",
        "A recorder sends its own reports with its own key (Bearer rk_…): recorder and reports. A gateway with a token that holds telemetry.write sends those of many: recorders. "
        + "Reports may come late, repeated and in any order; sequence tells. What cannot be true is refused one by one and the rest counts. live: false marks what was kept while there was no network. "
        + "401: unknown recorder or wrong key; 410: retired; 429 with Retry-After: too many. now is the server's clock.",
        """
        { "recorder": "CM-0001", "reports": [ { "sequence": 1, "at": "2026-03-02T09:00:00+08:00", "battery": 87, "storageFree": 21474836480, "storageTotal": 34359738368,
          "firmware": "2.1.4", "position": { "latitude": 35.01, "longitude": 113.02 }, "events": [ { "kind": "recording-started", "at": "2026-03-02T08:59:58+08:00", "file": "20260302-0001", "mode": "video" } ] } ] }
        """);

    public static void MapTelemetry(this IEndpointRouteBuilder app) => app.MapPost("/api/v1/telemetry", TakeAsync)
        .WithTags("Recorders").Accepts<TelemetryBody>("application/json").Produces<TelemetryAnswer>().ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status410Gone).ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status429TooManyRequests).Describe(Doc);

    private static async Task<IResult> TakeAsync(HttpContext http, TelemetryDoor door, IGrainFactory grains, TimeProvider machine, IOptions<JsonOptions> json)
    {
        if (TelemetryDoor.SecretOf(http.Request) is not { } secret)
        {
            return door.Unknown(http);
        }

        var byRecorder = TelemetryDoor.IsRecorderKey(secret);
        var scope = BureauScope.None;
        if (byRecorder)
        {
            if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            {
                size.MaxRequestBodySize = RecorderBytes;
            }
        }
        else if (door.Gateway(http, out scope) is { } refused)
        {
            return refused;
        }

        if (!http.Request.HasJsonContentType())
        {
            return Problems.Of(
                StatusCodes.Status415UnsupportedMediaType, "request.media-type", new Words("不支持的内容类型", "Unsupported media type"), new Words("请以 application/json 发送。", "Send application/json."));
        }

        if (await JsonSerializer.DeserializeAsync<TelemetryBody>(http.Request.Body, json.Value.SerializerOptions, http.RequestAborted) is not { } body)
        {
            return JsonProblems.NoBody();
        }

        return byRecorder
            ? await OneAsync(http, door, grains, secret, body)
            : Shape(body) ?? await ManyAsync(door, grains, machine, scope, body, http);
    }

    private static async Task<IResult> OneAsync(HttpContext http, TelemetryDoor door, IGrainFactory grains, string key, TelemetryBody body)
    {
        if (await door.RecorderAsync(http, body.Recorder, key) is { } refused)
        {
            return refused;
        }

        if (body is not { Reports: { } reports, Recorders: null })
        {
            return Malformed("$.reports", "记录仪上报须为 recorder 和 reports。", "A recorder sends recorder and reports.");
        }

        if (Counted(reports, "$.reports") is { } tooMany)
        {
            return tooMany;
        }

        var reply = await grains.GetGrain<IRecorderGrain>(body.Recorder!).ReportAsync(Batch(reports), "recorder");
        return reply.Refused is [{ Rule.Code: var code }, ..] && code == PulseCheck.Retired.Code
            ? Problems.Refused(StatusCodes.Status410Gone, PulseCheck.Retired)
            : Results.Ok(new TelemetryAnswer(reply.Now, reply.Taken, reply.Repeated, reply.Refused));
    }

    private static async Task<IResult> ManyAsync(TelemetryDoor door, IGrainFactory grains, TimeProvider machine, BureauScope scope, TelemetryBody body, HttpContext http)
    {
        var via = http.User.FindFirst(Grains.Interfaces.Access.AccessClaims.Id)!.Value;
        var recorders = body.Recorders ?? [new RecorderBody(body.Recorder!, body.Reports!)];
        var answers = await Task.WhenAll(recorders.Select(async one =>
        {
            if (await door.SpeaksForAsync(scope, one.Recorder, http.RequestAborted) is { } broken)
            {
                return new RecorderAnswer(one.Recorder, 0, 0, [], Problems.Rule(broken));
            }

            var reply = await grains.GetGrain<IRecorderGrain>(one.Recorder).ReportAsync(Batch(one.Reports), via);
            return new RecorderAnswer(one.Recorder, reply.Taken, reply.Repeated, reply.Refused, null);
        }));
        return Results.Ok(new GatewayAnswer(machine.GetUtcNow(), answers.Sum(a => a.Taken), answers.Sum(a => a.Repeated), answers.Sum(a => a.Refused.Length), answers));
    }

    private static IResult? Shape(TelemetryBody body)
    {
        var one = body is { Recorder: not null, Reports: not null, Recorders: null };
        var many = body is { Recorder: null, Reports: null, Recorders: not null };
        return !one && !many ? Malformed("$", "请给出 recorder 和 reports，或仅给出 recorders。", "Send recorder and reports, or recorders alone.")
            : one ? Counted(body.Reports!, "$.reports")
            : body.Recorders!.Count is 0 or > MostRecorders ? Malformed("$.recorders", $"一次须有 1 至 {MostRecorders} 台记录仪。", $"There are 1 to {MostRecorders} recorders in a request.")
            : body.Recorders.Select(static (r, i) => Counted(r.Reports, $"$.recorders[{i}].reports")).FirstOrDefault(static problem => problem is not null);
    }

    private static IResult? Counted(IReadOnlyList<ReportBody> reports, string path) => reports.Count is 0 or > MostReports
        ? Malformed(path, $"一批须有 1 至 {MostReports} 份报告。", $"A batch has 1 to {MostReports} reports.")
        : reports.Any(static r => r is null || r.Events?.Any(static e => e is null) is true) ? Malformed(path, "报告和事件不能为 null。", "A report or an event is not null.")
        : null;

    private static IResult Malformed(string path, string zh, string en) => Problems.Of(
        StatusCodes.Status400BadRequest,
        "json.malformed",
        new Words("JSON 无法读取", "Malformed JSON"),
        new Words($"位置 {path}。{zh}", $"At {path}. {en}"),
        new Dictionary<string, object?> { ["path"] = path });

    private static TelemetryBatch Batch(IReadOnlyList<ReportBody> reports) => new([.. reports.Select(static r => r.ToReport())]);
}
