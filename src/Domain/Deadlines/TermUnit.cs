using System.Text.Json;
using System.Text.Json.Serialization;

namespace Enforcement.Domain.Deadlines;

/// <summary>What a term counts [期限单位]. In JSON kebab-case: <c>hours, days, working-days, date, promptly</c>.</summary>
[JsonConverter(typeof(TermUnitJsonConverter))]
public enum TermUnit
{
    /// <summary>Natural hours [小时]: from instant to instant, never paused by nights or holidays; the first hour counts.</summary>
    Hours,

    /// <summary>Calendar days [日]: the day of the start event does not count; ends at 24:00 of the last day.</summary>
    Days,

    /// <summary>Working days [工作日]: as days, but only working days count; a make-up working day [调休上班日] counts.</summary>
    WorkingDays,

    /// <summary>A day named in a document [文书载明的日期], such as the decision date told to an applicant: ends at its 24:00.</summary>
    Date,

    /// <summary>Promptly [及时]: the text gives no number, so no due instant exists.</summary>
    Promptly,
}

/// <summary>The names of <see cref="TermUnit"/> in data files and JSON. Case matters, numbers are refused.</summary>
public static class TermUnitNames
{
    /// <summary>The stable name of a unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a member of the enumeration.</exception>
    public static string Of(TermUnit unit) => unit switch
    {
        TermUnit.Hours => "hours",
        TermUnit.Days => "days",
        TermUnit.WorkingDays => "working-days",
        TermUnit.Date => "date",
        TermUnit.Promptly => "promptly",
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Unknown term unit."),
    };

    /// <summary>Finds the unit of a name, exactly as written by <see cref="Of"/>.</summary>
    /// <param name="name">The name, or <see langword="null"/>.</param>
    /// <returns>The unit, or <see langword="null"/> when the name is unknown.</returns>
    public static TermUnit? Parse(string? name)
    {
        foreach (var unit in Enum.GetValues<TermUnit>())
        {
            if (string.Equals(Of(unit), name, StringComparison.Ordinal))
            {
                return unit;
            }
        }

        return null;
    }
}

internal sealed class TermUnitJsonConverter : JsonConverter<TermUnit>
{
    public override TermUnit Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var name = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return TermUnitNames.Parse(name) ?? throw new JsonException("Expected one of hours, days, working-days, date, promptly.");
    }

    public override void Write(Utf8JsonWriter writer, TermUnit value, JsonSerializerOptions options) =>
        writer.WriteStringValue(TermUnitNames.Of(value));
}
