using System.Reflection;
using Enforcement.Grains.Interfaces.Cases;

namespace Enforcement.Architecture.Tests.Messages;

/// <summary>Everything that crosses a grain call, found from the grain interfaces.</summary>
internal static class MessageWalk
{
    public static readonly Assembly Contracts = typeof(ICaseGrain).Assembly;

    public static IReadOnlyList<Type> Interfaces { get; } =
        [.. Contracts.GetTypes().Where(type => type.IsInterface && typeof(IGrain).IsAssignableFrom(type)).OrderBy(type => type.FullName, StringComparer.Ordinal)];

    /// <summary>Every type that is named on the way, with the first way that leads to it.</summary>
    public static IReadOnlyDictionary<Type, string> Types { get; } = Walk();

    /// <summary>The types among them that are ours, enumerations apart.</summary>
    public static IEnumerable<Type> Messages => Types.Keys.Where(type => IsOwn(type) && !type.IsEnum).OrderBy(type => type.FullName, StringComparer.Ordinal);

    public static bool IsOwn(Type type) => type.Assembly.GetName().Name!.StartsWith("Enforcement.", StringComparison.Ordinal) && !typeof(IGrain).IsAssignableFrom(type);

    /// <summary>The members of a message: its instance fields, under the name of their property.</summary>
    public static IEnumerable<(string Name, Type Type, FieldInfo Field, uint? Id)> Members(Type type) =>
        from field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        let name = field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name
        let id = field.GetCustomAttribute<IdAttribute>() ?? type.GetProperty(name)?.GetCustomAttribute<IdAttribute>()
        select (name, field.FieldType, field, id?.Id);

    private static Dictionary<Type, string> Walk()
    {
        var found = new Dictionary<Type, string>();
        foreach (var method in Interfaces.SelectMany(type => type.GetMethods()))
        {
            var way = $"{method.DeclaringType!.Name}.{method.Name}";
            foreach (var argument in method.ReturnType.GetGenericArguments())
            {
                Visit(argument, way, found);
            }

            foreach (var parameter in method.GetParameters().Where(parameter => parameter.ParameterType != typeof(CancellationToken)))
            {
                Visit(parameter.ParameterType, $"{way}({parameter.Name})", found);
            }
        }

        return found;
    }

    private static void Visit(Type type, string way, Dictionary<Type, string> found)
    {
        if (!found.TryAdd(type, way))
        {
            return;
        }

        foreach (var part in type.IsArray ? [type.GetElementType()!] : type.GetGenericArguments())
        {
            Visit(part, way, found);
        }

        if (!IsOwn(type) || type.IsEnum)
        {
            return;
        }

        foreach (var (name, member, _, _) in Members(type))
        {
            Visit(member, $"{way}.{name}", found);
        }

        foreach (var member in type.Assembly.GetTypes().Where(candidate => candidate.BaseType == type))
        {
            Visit(member, $"{way}:{member.Name}", found);
        }
    }
}
