using System.Globalization;
using System.Numerics;
using Orleans.Runtime;

namespace Enforcement.Embedded;

/// <summary>Types whose values never change and always cross.</summary>
internal static class StrictLeaves
{
    private static readonly HashSet<Type> Known =
    [
        typeof(string), typeof(decimal), typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly), typeof(TimeSpan), typeof(Guid), typeof(Uri), typeof(Version),
        typeof(Int128), typeof(UInt128), typeof(Half), typeof(BigInteger), typeof(CultureInfo), typeof(CancellationToken), typeof(GrainId), typeof(GrainType), typeof(IdSpan), typeof(object),
    ];

    public static bool Contains(Type type) => type.IsPrimitive || type.IsEnum || Known.Contains(type) || typeof(Type).IsAssignableFrom(type);
}
