using System.Globalization;
using System.Text.Json.Nodes;

namespace Enforcement.Walk;

/// <summary>Fills the form of an act as the API describes it.</summary>
internal static class Form
{
    public static JsonObject Fill(JsonNode form, Step step, IReadOnlyList<string> officers, string? recording, DateTimeOffset now)
    {
        JsonObject fields = [];
        foreach (var field in form["fields"]!.AsArray())
        {
            var id = Text(field!, "id");
            var said = step.Say.FirstOrDefault(s => s.Field == id).Value;
            if (said is not null || field!["required"]!.GetValue<bool>())
            {
                fields[id] = said ?? Value(field!, now);
            }
        }

        return new JsonObject
        {
            ["kind"] = step.Kind,
            ["fields"] = fields,
            ["officers"] = form["minOfficers"]!.GetValue<int>() == 0 ? [] : new JsonArray([.. officers.Select(o => new JsonObject { ["id"] = o, ["shown"] = true })]),
            ["documents"] = new JsonArray([.. form["documents"]!.AsArray().Select((d, i) => new JsonObject { ["id"] = Text(d!, "id"), ["title"] = Zh(d!), ["number"] = $"第{i + 1}号" })]),
            ["signatures"] = new JsonArray([.. form["signatures"]!.AsArray().Select(s => new JsonObject { ["by"] = Text(s!, "by"), ["name"] = "签名人" })]),
            ["recordings"] = recording is null ? [] : new JsonArray(recording),
        };
    }

    /// <summary>Whether the form demands a recording whatever is filled in.</summary>
    public static bool NeedsRecording(JsonNode form) => form["av"]!.AsArray() is [{ } first, ..] && Text(first, "need") == "required" && !first["conditional"]!.GetValue<bool>();

    public static string Zh(JsonNode named) => named["name"]!["zh"]!.GetValue<string>();

    public static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();

    private static string Value(JsonNode field, DateTimeOffset now) => Text(field, "type") switch
    {
        "boolean" => "false",
        "choice" => Text(field["choices"]!.AsArray()[0]!, "id"),
        "number" or "money" => "1",
        "date" => now.ToOffset(TimeSpan.FromHours(8)).AddDays(10).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "instant" => now.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
        _ => $"{Zh(field)}：如实记载",
    };
}
