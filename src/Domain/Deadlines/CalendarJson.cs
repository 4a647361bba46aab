using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Enforcement.Domain.Deadlines;

/// <summary>Takes members out of a JSON file and notes every problem with its path, so that one look at a file shows all of them.</summary>
internal sealed class CalendarJson(string file)
{
    private readonly ImmutableArray<CalendarProblem>.Builder _problems = ImmutableArray.CreateBuilder<CalendarProblem>();

    public ImmutableArray<CalendarProblem> Problems => _problems.ToImmutable();

    public void Refuse(string path, string reason) => _problems.Add(new CalendarProblem(file, path, reason));

    /// <summary>The members of an object; unknown, missing and repeated ones are refused.</summary>
    public Dictionary<string, JsonElement>? Members(JsonElement element, string path, params ReadOnlySpan<string> known)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            Refuse(path, $"expected an object, found {Kind(element)}");
            return null;
        }

        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            if (!known.Contains(member.Name))
            {
                Refuse($"{path}.{member.Name}", $"unknown member; known are {string.Join(", ", known!)}");
            }
            else if (!members.TryAdd(member.Name, member.Value))
            {
                Refuse($"{path}.{member.Name}", "the member appears twice");
            }
        }

        foreach (var name in known)
        {
            if (!members.ContainsKey(name))
            {
                Refuse($"{path}.{name}", "the member is missing");
            }
        }

        return members;
    }

    public IEnumerable<(JsonElement Element, string Path)> Items(Dictionary<string, JsonElement> members, string name)
    {
        if (!members.TryGetValue(name, out var array))
        {
            return [];
        }

        if (array.ValueKind != JsonValueKind.Array)
        {
            Refuse($"$.{name}", $"expected an array, found {Kind(array)}");
            return [];
        }

        return array.EnumerateArray().Select((element, index) => (element, string.Create(CultureInfo.InvariantCulture, $"$.{name}[{index}]")));
    }

    /// <summary>A text with at least one visible character; <see langword="null"/> after a refusal, or when null is allowed and found.</summary>
    public string? Text(Dictionary<string, JsonElement> members, string path, string name, bool mayBeNull = false)
    {
        if (!members.TryGetValue(name, out var element) || (mayBeNull && element.ValueKind == JsonValueKind.Null))
        {
            return null;
        }

        if (element.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(element.GetString()))
        {
            return element.GetString();
        }

        Refuse($"{path}.{name}", element.ValueKind == JsonValueKind.String ? "the text is empty" : $"expected a text, found {Kind(element)}");
        return null;
    }

    /// <summary>A day of one year, written <c>yyyy-MM-dd</c>.</summary>
    public DateOnly? Day(JsonElement element, string path, int? year)
    {
        if (element.ValueKind != JsonValueKind.String
            || !DateOnly.TryParseExact(element.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            Refuse(path, "expected a day written yyyy-MM-dd");
            return null;
        }

        if (year is { } expected && day.Year != expected)
        {
            Refuse(path, string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} lies outside the year {expected}; days of another year belong into the file of that year"));
            return null;
        }

        return day;
    }

    private static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => "null",
        JsonValueKind.Array => "an array",
        JsonValueKind.Object => "an object",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        _ => "true or false",
    };
}
