using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Orleans.Runtime;
using Orleans.Storage;

namespace Enforcement.Embedded;

/// <summary>Grain state as JSON.</summary>
internal static class StateJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        IncludeFields = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { CloseFamilies, SetPrivately } },
    };

    public static byte[] Write<T>(T? state) => JsonSerializer.SerializeToUtf8Bytes(state, Options);

    public static T? Read<T>(byte[] json) => JsonSerializer.Deserialize<T>(json, Options);

    /// <summary>Puts what a store has found into the state of a grain.</summary>
    public static void Loaded<T>(this IGrainState<T> state, byte[]? json, string? version)
    {
        state.State = json is null ? default : Read<T>(json);
        state.ETag = version;
        state.RecordExists = json is not null;
    }

    public static InconsistentStateException Stale(GrainId grain, string name, string? stored, string? expected) =>
        new($"State '{name}' of grain {grain} has another version than expected (stored {stored ?? "none"}, expected {expected ?? "none"}).", stored, expected);

    // An abstract record with nested sealed ones is written with the alias of the one it is.
    private static void CloseFamilies(JsonTypeInfo info)
    {
        if (info.Kind != JsonTypeInfoKind.Object || !info.Type.IsAbstract || info.PolymorphismOptions is not null)
        {
            return;
        }

        var members = info.Type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic).Where(type => type.IsSealed && type.IsSubclassOf(info.Type)).ToList();
        if (members.Count == 0)
        {
            return;
        }

        info.PolymorphismOptions = new JsonPolymorphismOptions { UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization };
        foreach (var member in members)
        {
            info.PolymorphismOptions.DerivedTypes.Add(new(member, member.GetCustomAttribute<AliasAttribute>()?.Alias ?? member.Name));
        }
    }

    // A property with an [Id] is state whether or not its setter is public.
    private static void SetPrivately(JsonTypeInfo info)
    {
        foreach (var property in info.Properties)
        {
            if (property.Set is null && property.AttributeProvider is PropertyInfo { SetMethod: { } setter } && property.AttributeProvider.IsDefined(typeof(IdAttribute), inherit: true))
            {
                property.Set = (target, value) => setter.Invoke(target, [value]);
            }
        }
    }
}
