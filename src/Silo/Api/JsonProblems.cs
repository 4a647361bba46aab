using System.Text.Json;
using Enforcement.Domain;

namespace Enforcement.Silo.Api;

/// <summary>What is wrong with a JSON body, and where.</summary>
internal static class JsonProblems
{
    public static IResult NoBody() => Problems.Of(
        StatusCodes.Status400BadRequest,
        "json.malformed",
        new Words("JSON 无法读取", "Malformed JSON"),
        new Words("请求正文为空。请发送 JSON 对象。", "The body is empty or null. Send a JSON object."));

    public static IResult Of(JsonException exception)
    {
        // The serializer says it in words only; the sentence is its own and tested.
        var unknown = exception.Message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal);
        var (line, column) = (exception.LineNumber + 1, exception.BytePositionInLine + 1);
        Dictionary<string, object?> where = new() { ["path"] = exception.Path, ["line"] = line, ["column"] = column };
        var zh = $"位置 {exception.Path ?? "$"}，第 {line} 行第 {column} 字节。";
        var en = $"At {exception.Path ?? "$"}, line {line}, byte {column}.";
        if (Missing(exception.Message) is { } missing)
        {
            where["missing"] = missing;
            return Problems.Of(
                StatusCodes.Status400BadRequest,
                "json.malformed",
                new Words("JSON 无法读取", "Malformed JSON"),
                new Words($"{zh}缺少必填成员：{string.Join('、', missing)}。", $"{en} These members are missing: {string.Join(", ", missing)}."),
                where);
        }

        return unknown
            ? Problems.Of(
                StatusCodes.Status400BadRequest,
                "json.unknown-member",
                new Words("JSON 含有未知成员", "Unknown member in JSON"),
                new Words(zh + "请对照接口说明核对成员名称。", en + " Compare the name with the description of the API."),
                where)
            : Problems.Of(
                StatusCodes.Status400BadRequest,
                "json.malformed",
                new Words("JSON 无法读取", "Malformed JSON"),
                new Words(zh + "请核对格式、必填成员和取值。", en + " Check the syntax, the required members and the values."),
                where);
    }

    private static string[]? Missing(string message)
    {
        const string Before = "missing required properties including: ";
        return message.IndexOf(Before, StringComparison.Ordinal) is var at and >= 0
            ? [.. message[(at + Before.Length)..].Split('\'').Where((_, i) => i % 2 == 1)]
            : null;
    }
}
