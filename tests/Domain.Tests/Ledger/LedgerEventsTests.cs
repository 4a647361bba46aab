using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Ledger;

namespace Enforcement.Domain.Tests.Ledger;

/// <summary>Whatever an event says stands in the ledger: a member that a serializer passes over would be lost with the process.</summary>
public sealed class LedgerEventsTests
{
    public static TheoryData<Type> Events() => [.. typeof(DomainEvent).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(DomainEvent)) && !t.IsAbstract)];

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_event_has_a_name_and_every_member_of_it_is_written_and_read_again(Type type)
    {
        var fact = Sample(type)!;

        var (name, payload) = LedgerEvents.Serializer.Write(fact);
        var again = LedgerEvents.Serializer.Read(name.Name, name.Version, payload);

        using var json = JsonDocument.Parse(payload);
        Holds(type, fact, json.RootElement, type.Name);
        Assert.Equal(payload, LedgerEvents.Serializer.Write(again).Payload);
    }

    private static void Holds(Type type, object value, JsonElement json, string path)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Array:
                var items = ((IEnumerable)value).Cast<object>().ToArray();
                Assert.True(items.Length == json.GetArrayLength(), $"{path} has {items.Length} items, {json.GetArrayLength()} were written");
                Assert.All(items.Zip(json.EnumerateArray()), pair => Holds(pair.First.GetType(), pair.First, pair.Second, path + "[]"));
                break;
            case JsonValueKind.Object when value is IDictionary map:
                Assert.Equal(map.Count, json.EnumerateObject().Count());
                break;
            case JsonValueKind.Object:
                foreach (var member in Members(type))
                {
                    Assert.True(json.TryGetProperty(JsonNamingPolicy.CamelCase.ConvertName(member.Name), out var written), $"{path}.{member.Name} is not written");
                    Holds(member.PropertyType, member.GetValue(value)!, written, $"{path}.{member.Name}");
                }

                break;
        }
    }

    /// <summary>What a value is made of: what can be set, and what its constructor takes. The rest is computed.</summary>
    private static IEnumerable<PropertyInfo> Members(Type type)
    {
        var taken = type.GetConstructors().SelectMany(c => c.GetParameters()).Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0 && (p.SetMethod is not null || taken.Contains(p.Name)));
    }

    private static object? Sample(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => "文𠮷",
            _ when type == typeof(int) => 3,
            _ when type == typeof(long) => 4L,
            _ when type == typeof(bool) => true,
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 3, 2, 1, 2, 3, TimeSpan.Zero),
            _ when type == typeof(DateOnly) => new DateOnly(2026, 3, 2),
            _ when type == typeof(Term) => Term.Hours(24),
            { IsEnum: true } => Enum.GetValues(type).GetValue(0),
            { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) => OneItem(type.GetGenericArguments()[0]),
            _ when type == typeof(ImmutableDictionary<string, string>) => ImmutableDictionary<string, string>.Empty.Add("key", "value"),
            _ => Made(type),
        };
    }

    private static object? OneItem(Type item) =>
        typeof(LedgerEventsTests).GetMethod(nameof(ArrayOf), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(item).Invoke(null, [Sample(item)]);

    private static ImmutableArray<T> ArrayOf<T>(object item) => [(T)item];

    private static object Made(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        var made = constructor.Invoke([.. constructor.GetParameters().Select(p => Sample(p.ParameterType))]);
        foreach (var member in type.GetProperties().Where(p => p.SetMethod is not null && constructor.GetParameters().All(c => !string.Equals(c.Name, p.Name, StringComparison.OrdinalIgnoreCase))))
        {
            member.SetValue(made, Sample(member.PropertyType));
        }

        return made;
    }
}
