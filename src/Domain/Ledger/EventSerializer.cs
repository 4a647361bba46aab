using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Enforcement.Domain.Deadlines;

namespace Enforcement.Domain.Ledger;

/// <summary>Events to canonical JSON and back.</summary>
/// <remarks>
/// Members in camelCase, enumerations as kebab-case words, instants as in <see cref="CanonicalInstant"/>, dates as <c>yyyy-MM-dd</c>, absent members omitted.
/// A type with one string called <c>Value</c> is written as that string. Floating-point numbers, decimals and durations are refused: money is counted in fen, time in whole units.
/// On reading, an unknown member and a missing one that may not be absent are refused: what an event means must never be guessed.
/// </remarks>
public sealed class EventSerializer
{
    private readonly EventNames _names;

    /// <summary>Makes a serializer for the registered events.</summary>
    /// <param name="names">The map of names.</param>
    public EventSerializer(EventNames names)
    {
        ArgumentNullException.ThrowIfNull(names);
        _names = names;
    }

    /// <summary>The settings that events are written with; also right for other values that are kept as canonical JSON, such as answers.</summary>
    public static JsonSerializerOptions Options { get; } = MakeOptions();

    /// <summary>The map of names.</summary>
    public EventNames Names => _names;

    /// <summary>Writes an event.</summary>
    /// <param name="fact">An event of a registered class.</param>
    /// <returns>Its name, its version and its canonical JSON object.</returns>
    /// <exception cref="ArgumentException">The class is not registered.</exception>
    /// <exception cref="CanonicalJsonException">It holds something without a canonical spelling.</exception>
    public (EventName Name, string Payload) Write(object fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return (_names.NameOf(fact.GetType()), Canonical(fact, fact.GetType()));
    }

    /// <summary>Reads an event.</summary>
    /// <param name="name">The stable name.</param>
    /// <param name="version">The version.</param>
    /// <param name="payload">The canonical JSON object.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException">The name is unknown.</exception>
    /// <exception cref="CanonicalJsonException">The payload does not fit the class.</exception>
    public object Read(string name, int version, string payload) => Parse(payload, _names.TypeOf(name, version));

    /// <summary>Reads the event of an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException">The name is unknown.</exception>
    /// <exception cref="CanonicalJsonException">The payload does not fit the class.</exception>
    public object Read(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Read(entry.Name, entry.Version, entry.Payload);
    }

    /// <summary>Any value as canonical JSON, by the same rules as events.</summary>
    /// <param name="value">The value.</param>
    /// <typeparam name="T">Its type.</typeparam>
    /// <returns>The canonical spelling.</returns>
    public static string Canonical<T>(T value) => Canonical(value, typeof(T));

    /// <summary>A value back from canonical JSON.</summary>
    /// <param name="json">What <see cref="Canonical{T}"/> gave.</param>
    /// <typeparam name="T">Its type.</typeparam>
    /// <returns>The value.</returns>
    /// <exception cref="CanonicalJsonException">The text does not fit the type.</exception>
    public static T Parse<T>(string json) => (T)Parse(json, typeof(T));

    private static string Canonical(object? value, Type type)
    {
        try
        {
            return CanonicalJson.Canonicalize(JsonSerializer.SerializeToUtf8Bytes(value, type, Options));
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            // The writer below us finds a lone surrogate as an ArgumentException, and an array that was never made as an InvalidOperationException.
            throw new CanonicalJsonException($"{type} cannot be written: {e.Message}", e);
        }
    }

    private static object Parse(string json, Type type)
    {
        try
        {
            return JsonSerializer.Deserialize(json, type, Options) ?? throw new CanonicalJsonException("null is no event");
        }
        catch (JsonException e)
        {
            throw new CanonicalJsonException($"not a {type}: {e.Message}", e);
        }
    }

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            AllowOutOfOrderMetadataProperties = true,
            AllowDuplicateProperties = false,
            IgnoreReadOnlyProperties = true,
            RespectNullableAnnotations = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            MaxDepth = CanonicalJson.MaxDepth,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RequireWhatMayNotBeAbsent } },
        };
        options.Converters.Add(new TextConverter());
        options.Converters.Add(new WordConverterFactory());
        options.Converters.Add(new InstantConverter());
        options.Converters.Add(new TermConverter());
        options.Converters.Add(new ValueConverterFactory());
        options.Converters.Add(new UnwelcomeConverterFactory());
        options.MakeReadOnly();
        return options;
    }

    private static void RequireWhatMayNotBeAbsent(JsonTypeInfo type)
    {
        if (type.Kind is not JsonTypeInfoKind.Object)
        {
            return;
        }

        foreach (var member in type.Properties)
        {
            var mayBeAbsent = member.Set is null
                || Nullable.GetUnderlyingType(member.PropertyType) is not null
                || (!member.PropertyType.IsValueType && member.IsGetNullable)
                || member.AssociatedParameter is { HasDefaultValue: true }
                || (member.AssociatedParameter is null && member.AttributeProvider is PropertyInfo p && !p.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute)));
            member.IsRequired = !mayBeAbsent;
        }
    }
}
