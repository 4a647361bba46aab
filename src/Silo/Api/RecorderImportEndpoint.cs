using Enforcement.Domain;
using Enforcement.Portal.Access;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace Enforcement.Silo.Api;

/// <summary>Whether a file is only to be checked: 1 or 0.</summary>
internal sealed record RecorderImportQuery(string? Check);

/// <summary>Takes a CSV file of recorders.</summary>
internal static class RecorderImportEndpoint
{
    public static async Task<IResult> TakeAsync([AsParameters] RecorderImportQuery query, HttpContext http, IRecorderImportDesk desk, CancellationToken cancellationToken)
    {
        if (query.Check is not (null or "0" or "1"))
        {
            return Paging.Bad("check", "check 须为 1 或 0。", "check is 1 or 0.");
        }

        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || type.MediaType != "text/csv")
        {
            return Problems.Of(
                StatusCodes.Status415UnsupportedMediaType, "request.media-type", new Words("不支持的内容类型", "Unsupported media type"), new Words("请以 text/csv 发送。", "Send text/csv."));
        }

        using MemoryStream file = new();
        await http.Request.Body.CopyToAsync(file, cancellationToken);
        var bytes = file.GetBuffer().AsMemory(0, (int)file.Length);
        var report = query.Check == "1" ? await desk.CheckAsync(http.User, bytes, cancellationToken) : await desk.RunAsync(http.User, bytes, progress: null, cancellationToken);
        return report.Sound ? Results.Ok(report) : Faulty(report);
    }

    /// <summary>The body is a file, not a parameter that the description would find.</summary>
    public static Task DescribeBodyAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["text/csv"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String }, Example = "编号,单位,型号,序列号,存储容量GB,备注\nCM-JLY-21,CM,DSJ-X9,SN20260021,64,二楼采集站\n" },
            },
        };
        return Task.CompletedTask;
    }

    private static IResult Faulty(RecorderImportReport report)
    {
        var (line, rule) = report.Faults[0];
        var (whereZh, whereEn) = line == 0 ? ("", "") : ($"第 {line} 行：", $"Line {line}: ");
        return Problems.Of(
            StatusCodes.Status422UnprocessableEntity,
            "import.faulty",
            new Words($"文件有 {report.FaultCount} 处错误", $"The file has {report.FaultCount} faults"),
            new Words($"{whereZh}{rule.Text.Zh}。{rule.Next.Zh.TrimEnd('。')}。", $"{whereEn}{rule.Text.En}. {rule.Next.En.TrimEnd('.')}."),
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["import"] = report });
    }
}
