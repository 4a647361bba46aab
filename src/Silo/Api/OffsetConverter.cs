using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Enforcement.Silo.Api;

/// <summary>Reads an instant only with its offset: without one it would be taken for the machine's zone, hours off in a legal clock.</summary>
internal sealed class OffsetConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType is JsonTokenType.String ? reader.GetString()! : string.Empty;
        var zone = text.IndexOf('T', StringComparison.Ordinal) is var at and > 0 ? text[at..] : string.Empty;
        return (zone.EndsWith('Z') || zone.Contains('+', StringComparison.Ordinal) || zone.Contains('-', StringComparison.Ordinal))
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var instant)
            ? instant
            : throw new JsonException("an instant is written with its offset, such as 2026-03-02T09:00:00+08:00");
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
