using System.Text.Json;
using System.Text.Json.Serialization;

namespace Enforcement.Domain.Deadlines;

/// <summary>Terms as <c>{"unit":"hours","value":24}</c>, in profiles and in the ledger. Its members are read-only, so that only valid terms exist; a serializer would pass over them.</summary>
internal sealed class TermConverter : JsonConverter<Term>
{
    public override Term Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var parts = JsonSerializer.Deserialize<Parts>(ref reader, options) ?? throw new JsonException("a term is an object with unit and value");
        return Term.IsValid(parts.Unit, parts.Value)
            ? new Term(parts.Unit, parts.Value)
            : throw new JsonException("hours, days and working-days have a value above 0 and within a century, date and promptly have none");
    }

    public override void Write(Utf8JsonWriter writer, Term value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, new Parts(value.Unit, value.Value), options);

    private sealed record Parts(TermUnit Unit, int? Value = null);
}
