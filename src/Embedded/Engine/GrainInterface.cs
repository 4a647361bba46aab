using System.Reflection;

namespace Enforcement.Embedded;

/// <summary>The methods of a grain interface and of what it extends.</summary>
internal sealed class GrainInterface
{
    private readonly Dictionary<MethodInfo, GrainMethod> _methods;

    public GrainInterface(Type type)
    {
        if (!type.IsInterface || type.ContainsGenericParameters)
        {
            throw new ArgumentException($"{type} is not a closed grain interface.", nameof(type));
        }

        _methods = type.GetInterfaces().Append(type)
            .SelectMany(part => part.GetMethods(BindingFlags.Instance | BindingFlags.Public))
            .ToDictionary(method => method, GrainMethod.Of);
    }

    public GrainMethod this[MethodInfo method] => _methods[method];

    public IEnumerable<GrainMethod> Methods => _methods.Values;
}
