using System.Text.Json;
using System.Text.Json.Serialization;

namespace Enforcement.Domain.Regulations;

/// <summary>Reads members of enumerations by their exact kebab-case word. The framework's own converter also takes other spellings, which a strict reader must not.</summary>
internal sealed class KebabConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Words<>).MakeGenericType(typeToConvert))!;

    private sealed class Words<T> : JsonConverter<T>
        where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Kebab.Parse<T>(reader.TokenType is JsonTokenType.String ? reader.GetString() : null)
            ?? throw new JsonException($"one of: {string.Join(", ", Enum.GetValues<T>().Select(Kebab.Of))}");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Kebab.Of(value));
    }
}
