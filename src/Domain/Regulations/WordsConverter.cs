using System.Text.Json;
using System.Text.Json.Serialization;

namespace Enforcement.Domain.Regulations;

/// <summary>Reads a wording written as one string, <c>中文 | English</c>, so that a profile stays readable.</summary>
internal sealed class WordsConverter : JsonConverter<Words>
{
    private const string Separator = " | ";

    public override Words Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.String)
        {
            throw new JsonException("a wording is a string \"中文 | English\"");
        }

        var parts = reader.GetString()!.Split(Separator);
        return parts is [{ Length: > 0 } zh, { Length: > 0 } en] && zh.Trim() == zh && en.Trim() == en
            ? new Words(zh, en)
            : throw new JsonException("a wording is \"中文 | English\", both present, parted once by \" | \"");
    }

    public override void Write(Utf8JsonWriter writer, Words value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Zh + Separator + value.En);
}
