using Enforcement.Embedded;
using Orleans.Runtime;

namespace Orleans;

/// <summary>Identity of grains and references.</summary>
public static class GrainExtensions
{
    /// <summary>A reference of the given interface to the grain, from the grain itself or from another reference.</summary>
    public static TGrainInterface AsReference<TGrainInterface>(this IAddressable grain)
    {
        ArgumentNullException.ThrowIfNull(grain);
        return grain switch
        {
            GrainProxy proxy => proxy.As<TGrainInterface>(),
            IGrainBase { GrainContext: Activation activation } => activation.Silo.Factory.Reference<TGrainInterface>(activation.Class, activation.Key),
            _ => throw new ArgumentException("The object is neither a reference nor a grain that the engine has created.", nameof(grain)),
        };
    }

    /// <inheritdoc cref="AsReference{TGrainInterface}(IAddressable)" />
    public static TGrainInterface Cast<TGrainInterface>(this IAddressable grain) => grain.AsReference<TGrainInterface>();

    /// <summary>Type and key of the grain.</summary>
    public static GrainId GetGrainId(this IAddressable grain)
    {
        ArgumentNullException.ThrowIfNull(grain);
        return grain switch
        {
            GrainProxy proxy => proxy.GrainId,
            IGrainBase { GrainContext: { } context } => context.GrainId,
            _ => throw new ArgumentException("The object is neither a reference nor a grain that the engine has created.", nameof(grain)),
        };
    }

    /// <summary>The key of the grain.</summary>
    public static string GetPrimaryKeyString(this IAddressable grain) => GetGrainId(grain).Key.ToString();
}
