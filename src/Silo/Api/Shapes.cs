using System.Collections;
using System.Reflection;
using Enforcement.Domain;

namespace Enforcement.Silo.Api;

/// <summary>What the JSON reader lets through although no command means it: a null inside of a list or a map.</summary>
internal static class Shapes
{
    /// <summary>Refuses a body with a null inside of a list or a map.</summary>
    /// <typeparam name="TBody">The type of the body, one of the handler's parameters.</typeparam>
    public static RouteHandlerBuilder WithoutNulls<TBody>(this RouteHandlerBuilder endpoint)
        where TBody : class =>
        endpoint.AddEndpointFilter(static async (context, next) =>
            context.Arguments.OfType<TBody>().FirstOrDefault() is { } body && NullIn(body, "$") is { } path ? Malformed(path) : await next(context));

    private static string? NullIn(object value, string path) => value switch
    {
        string => null,
        IDictionary map => map.Keys.Cast<object>().Select(key => ItemIn(map[key], $"{path}.{key}")).FirstOrDefault(fault => fault is not null),
        IEnumerable list => list.Cast<object?>().Select((item, i) => ItemIn(item, $"{path}[{i}]")).FirstOrDefault(fault => fault is not null),
        _ when value.GetType().Assembly == typeof(Grains.Interfaces.CommandReply).Assembly => value.GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(member => (member.Name, Value: member.GetValue(value)))
            .Select(member => member.Value is null ? null : NullIn(member.Value, $"{path}.{char.ToLowerInvariant(member.Name[0])}{member.Name[1..]}"))
            .FirstOrDefault(fault => fault is not null),
        _ => null,
    };

    private static string? ItemIn(object? item, string path) => item is null ? path : NullIn(item, path);

    private static IResult Malformed(string path) => Problems.Of(
        StatusCodes.Status400BadRequest,
        "json.malformed",
        new Words("JSON 无法读取", "Malformed JSON"),
        new Words($"位置 {path} 不能为 null。", $"At {path}: null cannot stand there. Leave the item out."),
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["path"] = path });
}
