using System.Collections.Concurrent;
using Orleans.Runtime;

namespace Enforcement.Embedded;

/// <summary>All grain classes of the program.</summary>
internal sealed class GrainClasses
{
    private readonly Dictionary<GrainType, GrainClass> _byName = [];
    private readonly List<GrainClass> _all = [];
    private readonly ConcurrentDictionary<Type, GrainInterface> _interfaces = new();

    /// <exception cref="OrleansConfigurationException">Two classes have one name, or a class cannot be made.</exception>
    public GrainClasses(Silo silo, IEnumerable<Type> types)
    {
        foreach (var type in types)
        {
            var grainClass = new GrainClass(silo, type);
            if (!_byName.TryAdd(grainClass.GrainType, grainClass))
            {
                throw new OrleansConfigurationException(
                    $"{type.FullName} and {_byName[grainClass.GrainType].Type.FullName} share the grain type '{grainClass.GrainType}'. Give one of them another [GrainType].");
            }

            _all.Add(grainClass);
        }
    }

    public IReadOnlyList<GrainClass> All => _all;

    public GrainClass? Named(GrainType name) => _byName.GetValueOrDefault(name);

    public GrainInterface Interface(Type type) => _interfaces.GetOrAdd(type, static t => new GrainInterface(t));

    /// <summary>The one class behind an interface.</summary>
    /// <exception cref="ArgumentException">There is none, or more than one.</exception>
    public GrainClass Implementing(Type type, string? prefix)
    {
        var found = _all.Where(candidate => type.IsAssignableFrom(candidate.Type)
            && (prefix is null || candidate.Type.FullName!.StartsWith(prefix, StringComparison.Ordinal))).ToList();
        return found switch
        {
            [var only] => only,
            [] => throw new ArgumentException($"Could not find an implementation for interface {type}.", nameof(type)),
            _ => throw new ArgumentException(
                $"Unable to identify a single appropriate grain type for interface {type}. Candidates: {string.Join(", ", found.Select(candidate => candidate.Type.FullName))}", nameof(type)),
        };
    }
}
