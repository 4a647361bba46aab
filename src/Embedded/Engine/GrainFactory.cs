using System.Collections.Concurrent;

namespace Enforcement.Embedded;

/// <summary>Makes references.</summary>
internal sealed class GrainFactory(Silo silo, IServiceProvider services) : IClusterClient
{
    private readonly ConcurrentDictionary<Type, GrainProxy> _patterns = new();
    private readonly ConcurrentDictionary<Type, GrainClass> _classes = new();

    public IServiceProvider ServiceProvider => services;

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey =>
        (TGrainInterface)(object)Make(typeof(TGrainInterface), ClassFor(typeof(TGrainInterface), grainClassNamePrefix), primaryKey);

    public IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey)
    {
        ArgumentNullException.ThrowIfNull(grainInterfaceType);
        return (IGrain)(object)Make(grainInterfaceType, ClassFor(grainInterfaceType, null), grainPrimaryKey);
    }

    public T Reference<T>(GrainClass target, string key) => (T)(object)Make(typeof(T), target, key);

    private GrainProxy Make(Type type, GrainClass target, string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return _patterns.GetOrAdd(type, static (t, s) => GrainProxy.Pattern(t, s.Classes.Interface(t), s), silo).To(target, key);
    }

    private GrainClass ClassFor(Type type, string? prefix) =>
        prefix is null
            ? _classes.GetOrAdd(type, static (t, s) => s.Classes.Implementing(t, null), silo)
            : silo.Classes.Implementing(type, prefix);
}
