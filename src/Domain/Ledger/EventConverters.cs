using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Enforcement.Domain.Ledger;

/// <summary>Instants in their one spelling.</summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String ? CanonicalInstant.Parse(reader.GetString()!) : throw new JsonException("an instant is a string");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(CanonicalInstant.Format(value));
}

/// <summary>Strings without lone surrogates: the framework would silently write U+FFFD in their place.</summary>
internal sealed class TextConverter : JsonConverter<string>
{
    public static string Checked(string value)
    {
        for (var i = value.AsSpan().IndexOfAnyInRange('\ud800', '\udfff'); i >= 0 && i < value.Length; i++)
        {
            if (!char.IsSurrogate(value[i]))
            {
                continue;
            }

            if (i + 1 == value.Length || !char.IsSurrogatePair(value[i], value[i + 1]))
            {
                throw new CanonicalJsonException("lone surrogate in a string");
            }

            i++;
        }

        return value;
    }

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String ? reader.GetString() : throw new JsonException("not a string");

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!;

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(Checked(value));

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(Checked(value));
}

/// <summary>Refuses types that would bring fractions or several spellings of one value into the ledger.</summary>
internal sealed class UnwelcomeConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert == typeof(double) || typeToConvert == typeof(float) || typeToConvert == typeof(decimal) || typeToConvert == typeof(Half)
        || typeToConvert == typeof(TimeSpan) || typeToConvert == typeof(DateTime) || typeToConvert == typeof(object);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        throw new CanonicalJsonException($"{typeToConvert} has no place in the ledger: use whole numbers, instants, dates and words");
}

/// <summary>A type that only wraps a string called <c>Value</c> (an id) is written as that string, also as the key of a dictionary.</summary>
internal sealed class ValueConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsValueType
        && !typeToConvert.IsPrimitive
        && !typeToConvert.IsEnum
        && typeToConvert.GetProperty("Value") is { } value && value.PropertyType == typeof(string)
        && typeToConvert.GetProperties(BindingFlags.Instance | BindingFlags.Public).Count(static p => p.CanWrite) <= 1
        && typeToConvert.GetConstructor([typeof(string)]) is not null;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(ValueConverter<>).MakeGenericType(typeToConvert))!;

    private sealed class ValueConverter<T> : JsonConverter<T>
        where T : struct
    {
        private readonly ConstructorInfo _make = typeof(T).GetConstructor([typeof(string)])!;
        private readonly PropertyInfo _value = typeof(T).GetProperty("Value")!;

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType is JsonTokenType.String ? Make(reader.GetString()!) : throw new JsonException($"{typeof(T)} is a string");

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Make(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Text(value));

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(Text(value));

        private T Make(string text)
        {
            try
            {
                return (T)_make.Invoke([text]);
            }
            catch (TargetInvocationException e) when (e.InnerException is ArgumentException or FormatException)
            {
                throw new JsonException($"\"{text}\" is no {typeof(T)}: {e.InnerException.Message}", e.InnerException);
            }
        }

        private string Text(T value) => TextConverter.Checked((string?)_value.GetValue(value) ?? throw new JsonException($"a {typeof(T)} without a value"));
    }
}

/// <summary>Enumerations as kebab-case words, in exactly that spelling: the framework's converter also reads the name in the code and any case.</summary>
internal sealed class WordConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(WordConverter<>).MakeGenericType(typeToConvert))!;

    private sealed class WordConverter<T> : JsonConverter<T>
        where T : struct, Enum
    {
        private readonly FrozenDictionary<T, string> _words = Enum.GetValues<T>().Distinct().ToFrozenDictionary(static v => v, static v => JsonNamingPolicy.KebabCaseLower.ConvertName($"{v}"));
        private readonly FrozenDictionary<string, T> _values;

        public WordConverter() => _values = _words.ToFrozenDictionary(static w => w.Value, static w => w.Key, StringComparer.Ordinal);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType is JsonTokenType.String ? Value(reader.GetString()!) : throw new JsonException($"a {typeof(T)} is a word");

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Value(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Word(value));

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(Word(value));

        private string Word(T value) => _words.TryGetValue(value, out var word) ? word : throw new JsonException($"{value} is no {typeof(T)}");

        private T Value(string word) => _values.TryGetValue(word, out var value) ? value : throw new JsonException($"\"{word}\" is no {typeof(T)}");
    }
}
