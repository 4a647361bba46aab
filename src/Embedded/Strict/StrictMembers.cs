using System.Reflection;

namespace Enforcement.Embedded;

/// <summary>The fields of a type that a serializer carries: those with [Id], and what a primary constructor of a record names.</summary>
internal static class StrictMembers
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static IEnumerable<FieldInfo> Of(Type type)
    {
        if (type.GetCustomAttribute<GenerateSerializerAttribute>() is null)
        {
            return [];
        }

        var named = type.GetProperties(Own)
            .Where(property => property.IsDefined(typeof(IdAttribute)) || IsPositional(type, property))
            .Select(property => $"<{property.Name}>k__BackingField")
            .ToHashSet(StringComparer.Ordinal);
        return type.GetFields(Own).Where(field => field.IsDefined(typeof(IdAttribute)) || named.Contains(field.Name));
    }

    private static bool IsPositional(Type type, PropertyInfo property) =>
        type.GetMethod("PrintMembers", Own) is not null
        && type.GetConstructors(Own).Any(constructor => constructor.GetParameters().Any(parameter => parameter.Name == property.Name && parameter.ParameterType == property.PropertyType));
}
