using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.Recorders;

namespace Enforcement.Grains.Interfaces.ReadModel;

/// <summary>A district [区] as the map draws it.</summary>
/// <param name="Code">A stable code, for addresses and styles.</param>
/// <param name="Name">The name; the Chinese one is what a bureau's row carries as its district.</param>
/// <param name="Border">The border, clockwise and closed in thought: the last point meets the first.</param>
/// <param name="Label">Where the name stands; always inside.</param>
public sealed record District(string Code, Wording Name, ImmutableArray<GeoPoint> Border, GeoPoint Label)
{
    /// <summary>Whether a point lies inside; a point on the border belongs to one neighbour or the other.</summary>
    /// <param name="point">The point.</param>
    public bool Contains(GeoPoint point)
    {
        // A ray to the east crosses the border an odd number of times from inside.
        var inside = false;
        for (int i = 0, j = Border.Length - 1; i < Border.Length; j = i++)
        {
            var (a, b) = (Border[i], Border[j]);
            if (a.LatitudeE7 > point.LatitudeE7 != b.LatitudeE7 > point.LatitudeE7
                && point.LongitudeE7 < ((double)(b.LongitudeE7 - a.LongitudeE7) * (point.LatitudeE7 - a.LatitudeE7) / (b.LatitudeE7 - a.LatitudeE7)) + a.LongitudeE7)
            {
                inside = !inside;
            }
        }

        return inside;
    }
}

/// <summary>The made-up city: five districts that share their borders, and the river. The only place where its geometry is written.</summary>
/// <remarks>About 47 km from west to east. Map, simulator and demo city draw on it, so that whatever moves does so inside what is drawn.</remarks>
public static class CityMap
{
    // Points that several districts share, by where they lie: n, e, s, w on the outer border, c1 to c9 around the centre, b between.
    private static readonly GeoPoint N = At(35.215, 113.020), E = At(35.020, 113.270), S = At(34.790, 113.030), W = At(34.985, 112.735);
    private static readonly GeoPoint Bn = At(35.150, 113.000), Be = At(35.005, 113.180), Bs = At(34.855, 113.000), Bw = At(34.990, 112.820);
    private static readonly GeoPoint C1 = At(35.085, 112.955), C2 = At(35.095, 113.010), C3 = At(35.070, 113.070), C4 = At(35.010, 113.095);
    private static readonly GeoPoint C5 = At(34.950, 113.075), C6 = At(34.915, 113.015), C7 = At(34.925, 112.945), C8 = At(34.975, 112.900), C9 = At(35.045, 112.910);

    /// <summary>The districts, the centre first.</summary>
    public static ImmutableArray<District> Districts { get; } =
    [
        new("center", new("中心区", "Central District"), [C1, C2, C3, C4, C5, C6, C7, C8, C9], At(35.010, 113.000)),
        new(
            "taihang",
            new("太行区", "Taihang District"),
            [W, At(35.060, 112.720), At(35.140, 112.770), At(35.190, 112.850), At(35.205, 112.940), N, Bn, C2, C1, C9, C8, Bw],
            At(35.090, 112.845)),
        new(
            "daiyue",
            new("岱岳区", "Daiyue District"),
            [N, At(35.200, 113.110), At(35.165, 113.190), At(35.100, 113.250), E, Be, C4, C3, C2, Bn],
            At(35.115, 113.135)),
        new(
            "gaochang",
            new("高昌区", "Gaochang District"),
            [E, At(34.950, 113.265), At(34.880, 113.215), At(34.825, 113.130), S, Bs, C6, C5, C4, Be],
            At(34.915, 113.145)),
        new(
            "hunhe",
            new("浑河区", "Hunhe District"),
            [S, At(34.800, 112.930), At(34.835, 112.840), At(34.905, 112.765), W, Bw, C8, C7, C6, Bs],
            At(34.890, 112.865)),
    ];

    /// <summary>The river Hun [浑河], from where it enters the city to where it leaves it.</summary>
    public static ImmutableArray<GeoPoint> River { get; } =
    [
        At(35.165, 112.810), At(35.120, 112.870), At(35.070, 112.925), At(35.030, 112.960), At(35.005, 113.005), At(34.975, 113.020), At(34.935, 113.010),
        At(34.890, 112.985), At(34.850, 112.960), At(34.800, 112.930),
    ];

    /// <summary>The corner with the least latitude and longitude.</summary>
    public static GeoPoint SouthWest { get; } = new(Districts.SelectMany(d => d.Border).Min(p => p.LatitudeE7), Districts.SelectMany(d => d.Border).Min(p => p.LongitudeE7));

    /// <summary>The corner with the greatest latitude and longitude.</summary>
    public static GeoPoint NorthEast { get; } = new(Districts.SelectMany(d => d.Border).Max(p => p.LatitudeE7), Districts.SelectMany(d => d.Border).Max(p => p.LongitudeE7));

    /// <summary>The district of that Chinese name or code, or <see langword="null"/>.</summary>
    /// <param name="name">As the row of a bureau carries it, or the code.</param>
    public static District? Find(string? name) => Districts.FirstOrDefault(d => d.Name.Zh == name || d.Code == name);

    /// <summary>The district a point lies in, or <see langword="null"/> outside the city.</summary>
    /// <param name="point">The point.</param>
    public static District? Of(GeoPoint point) => Districts.FirstOrDefault(d => d.Contains(point));

    private static GeoPoint At(double latitude, double longitude) => new((int)Math.Round(latitude * 1e7), (int)Math.Round(longitude * 1e7));
}
