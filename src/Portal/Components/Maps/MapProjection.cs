using System.Globalization;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recorders;

namespace Enforcement.Portal.Components.Maps;

/// <summary>From places to a drawing: north is up, and a kilometre is as long to the east as to the north, which is true enough for one city.</summary>
public static class MapProjection
{
    /// <summary>The width of the drawing; its height follows from the city's shape.</summary>
    public const double Width = 1000;

    private const double Margin = 24;

    private static readonly double Shrink = Math.Cos((CityMap.SouthWest.LatitudeE7 + CityMap.NorthEast.LatitudeE7) / 2e7 * Math.PI / 180);
    private static readonly double Scale = (Width - (2 * Margin)) / ((CityMap.NorthEast.LongitudeE7 - (double)CityMap.SouthWest.LongitudeE7) * Shrink);

    /// <summary>The height of the drawing.</summary>
    public static double Height { get; } = ((CityMap.NorthEast.LatitudeE7 - (double)CityMap.SouthWest.LatitudeE7) * Scale) + (2 * Margin);

    /// <summary>Where a place stands in the drawing.</summary>
    public static (double X, double Y) Of(GeoPoint place) => (
        Margin + ((place.LongitudeE7 - (double)CityMap.SouthWest.LongitudeE7) * Shrink * Scale),
        Margin + ((CityMap.NorthEast.LatitudeE7 - (double)place.LatitudeE7) * Scale));

    /// <summary>Places as the points of a polygon or polyline.</summary>
    public static string Points(IEnumerable<GeoPoint> places) => string.Join(' ', places.Select(Of).Select(p => $"{Text(p.X)},{Text(p.Y)}"));

    /// <summary>A number as it stands in a drawing.</summary>
    public static string Text(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
