using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Enforcement.Embedded.Tests.Api;

/// <summary>Prints what a program can see of a type, one fact a line, so that two engines can be compared as sets of lines.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static IEnumerable<Type> VisibleTypes(Assembly assembly) => assembly.GetTypes().Where(IsVisible);

    public static IEnumerable<string> Lines(Type type)
    {
        var name = Name(type);
        yield return $"{name} | {Kind(type)}{Constraints(type.GetGenericArguments())}";
        if (type is { IsClass: true, BaseType: { } parent } && parent != typeof(object))
        {
            yield return $"{name} : {Name(parent)}";
        }

        foreach (var contract in type.GetInterfaces().Where(candidate => candidate.IsVisible))
        {
            yield return $"{name} : {Name(contract)}";
        }

        if (type.GetCustomAttribute<AttributeUsageAttribute>(inherit: false) is { } usage)
        {
            yield return $"{name} usage {usage.ValidOn}, multiple {usage.AllowMultiple}, inherited {usage.Inherited}";
        }

        foreach (var member in type.GetMembers(Declared).Select(Member).OfType<string>())
        {
            yield return $"{name} . {member}";
        }
    }

    private static bool IsVisible(Type type) => type.IsNested ? (type.IsNestedPublic || type.IsNestedFamily) && IsVisible(type.DeclaringType!) : type.IsPublic;

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => $"enum of {Name(Enum.GetUnderlyingType(type))}",
        { IsInterface: true } => "interface",
        { IsValueType: true } => type.IsDefined(typeof(IsReadOnlyAttribute), inherit: false) ? "readonly struct" : "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string? Member(MemberInfo member) => member switch
    {
        ConstructorInfo { IsStatic: false } constructor when Access(constructor) is { } access => $"{access}ctor({Parameters(constructor)})",
        MethodInfo { IsSpecialName: false } method when Access(method) is { } access => $"{access}{Virtuality(method)}{Signature(method)}",
        MethodInfo method when method.Name.StartsWith("op_", StringComparison.Ordinal) => $"static {Signature(method)}",
        PropertyInfo property => Property(property),
        FieldInfo { IsSpecialName: false } field when field.IsPublic || field.IsFamily => Field(field),
        _ => null,
    };

    private static string? Property(PropertyInfo property)
    {
        var accessors = new[] { Accessor(property.GetMethod, "get"), Accessor(property.SetMethod, IsInit(property.SetMethod) ? "init" : "set") }.OfType<string>().ToList();
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        return accessors.Count == 0 ? null : $"{required}{Name(property.PropertyType)} {property.Name} {{ {string.Join(" ", accessors)} }}";
    }

    private static string? Accessor(MethodInfo? method, string word) =>
        method is not null && Access(method) is { } access ? $"{access}{Virtuality(method)}{word};" : null;

    private static bool IsInit(MethodInfo? setter) => setter?.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "IsExternalInit") ?? false;

    private static string Field(FieldInfo field) => field switch
    {
        { IsLiteral: true, DeclaringType.IsEnum: true } => $"{field.Name} = {Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}",
        { IsLiteral: true } => $"const {Name(field.FieldType)} {field.Name} = {field.GetRawConstantValue()}",
        _ => $"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{Name(field.FieldType)} {field.Name}",
    };

    private static string? Access(MethodBase method) => method switch
    {
        { IsPublic: true } => "",
        { IsFamily: true } or { IsFamilyOrAssembly: true } => "protected ",
        _ => null,
    };

    // Whether a member of an interface has a body of its own makes no difference for who calls it or implements it anew.
    private static string Virtuality(MethodInfo method) => method switch
    {
        { IsStatic: true } => "static ",
        { DeclaringType.IsInterface: true } or { IsVirtual: false } => "",
        _ when method.GetBaseDefinition() != method => "override ",
        { IsAbstract: true } => "abstract ",
        { IsFinal: true } => "",
        _ => "virtual ",
    };

    private static string Signature(MethodInfo method)
    {
        var arguments = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";
        return $"{Name(method.ReturnType)} {method.Name}{arguments}({Parameters(method)}){Constraints(method.GetGenericArguments(), method.IsGenericMethod)}";
    }

    private static string Parameters(MethodBase method) =>
        (method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "") + string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var default_ = parameter.HasDefaultValue ? $" = {parameter.DefaultValue ?? (parameter.ParameterType.IsValueType ? "default" : "null")}" : "";
        return $"{(parameter.IsOut ? "out " : "")}{Name(parameter.ParameterType)} {parameter.Name}{default_}";
    }

    private static string Constraints(Type[] arguments, bool own = true) => !own ? "" : string.Concat(
        arguments.Where(argument => argument.IsGenericParameter && argument.GetGenericParameterConstraints().Length > 0)
            .Select(argument => $" where {argument.Name} : {string.Join(", ", argument.GetGenericParameterConstraints().Select(Name))}"));

    private static string Name(Type type)
    {
        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        if (type.HasElementType)
        {
            return Name(type.GetElementType()!) + (type.IsArray ? "[]" : type.IsByRef ? "&" : "*");
        }

        var plain = (type.IsNested ? Name(type.DeclaringType!) + "." : type.Namespace + ".") + type.Name.Split('`')[0];
        return type.IsGenericType ? $"{plain}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : plain;
    }
}
