using Orleans.Runtime;

namespace Orleans;

/// <summary>The name of a grain class in the stores.</summary>
/// <param name="grainType">Unique among grain classes, never changed.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false)]
public sealed class GrainTypeAttribute(string grainType) : Attribute
{
    private readonly GrainType _grainType = GrainType.Create(grainType);

    /// <summary>The name as the engine uses it.</summary>
    public GrainType GetGrainType(IServiceProvider services, Type type) => _grainType;
}
