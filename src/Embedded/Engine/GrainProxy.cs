using System.Reflection;
using Orleans.Runtime;

namespace Enforcement.Embedded;

/// <summary>A reference to a grain: every call becomes a message.</summary>
internal class GrainProxy : DispatchProxy
{
    private GrainInterface _interface = null!;
    private GrainClass _class = null!;
    private Silo _silo = null!;
    private string _key = null!;

    public GrainId GrainId => GrainId.Create(_class.GrainType, _key);

    /// <summary>The pattern from which references of an interface are cloned: far cheaper than making each one anew.</summary>
    public static GrainProxy Pattern(Type type, GrainInterface methods, Silo silo)
    {
        var proxy = (GrainProxy)DispatchProxy.Create(type, typeof(GrainProxy));
        proxy._interface = methods;
        proxy._silo = silo;
        return proxy;
    }

    public GrainProxy To(GrainClass target, string key)
    {
        var copy = (GrainProxy)MemberwiseClone();
        copy._class = target;
        copy._key = key;
        return copy;
    }

    public T As<T>() => _silo.Factory.Reference<T>(_class, _key);

    public override bool Equals(object? obj) => obj is GrainProxy other && ReferenceEquals(other._class, _class) && string.Equals(other._key, _key, StringComparison.Ordinal);

    public override int GetHashCode() => HashCode.Combine(_class.GrainType, _key);

    public override string ToString() => $"{_class.GrainType}/{_key}";

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        _interface[targetMethod!].Send(_silo, _class, _key, args ?? []);
}
