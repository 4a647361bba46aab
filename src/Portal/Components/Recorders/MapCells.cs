using System.Collections.Immutable;
using System.Globalization;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Portal.Components.Maps;

namespace Enforcement.Portal.Components.Recorders;

/// <summary>Recorders that stand near each other, drawn as one.</summary>
/// <param name="Id">The cell, for the address.</param>
/// <param name="X">The middle of its recorders in the drawing.</param>
/// <param name="Y">The middle of its recorders in the drawing.</param>
/// <param name="Dots">The recorders.</param>
internal sealed record MapCell(string Id, double X, double Y, ImmutableArray<RecorderDot> Dots)
{
    private const double Side = 50;

    public int Online => Count("online");

    public int Offline => Count("offline");

    public int Unknown => Count("unknown");

    /// <summary>The contact state of most of them; the worse one of two that are equal.</summary>
    public string Contact => (Offline >= Online && Offline >= Unknown) ? "offline" : Online >= Unknown ? "online" : "unknown";

    /// <summary>Its radius in the drawing: its area follows the number.</summary>
    public double Radius => Math.Min(Side / 2, 7 + (1.9 * Math.Sqrt(Dots.Length)));

    /// <summary>The cell a place lies in.</summary>
    public static string IdOf(RecorderDot dot)
    {
        var (x, y) = MapProjection.Of(new GeoPoint(dot.LatitudeE7, dot.LongitudeE7));
        return string.Create(CultureInfo.InvariantCulture, $"{(int)Math.Floor(x / Side)}.{(int)Math.Floor(y / Side)}");
    }

    /// <summary>The cells that hold something, the fullest first, so that small ones lie on top.</summary>
    public static ImmutableArray<MapCell> Of(IEnumerable<RecorderDot> dots) =>
    [
        .. dots.GroupBy(IdOf, StringComparer.Ordinal)
            .Select(cell =>
            {
                var places = cell.Select(dot => MapProjection.Of(new GeoPoint(dot.LatitudeE7, dot.LongitudeE7))).ToList();
                return new MapCell(cell.Key, places.Average(p => p.X), places.Average(p => p.Y), [.. cell]);
            })
            .OrderByDescending(cell => cell.Dots.Length)
            .ThenBy(cell => cell.Id, StringComparer.Ordinal),
    ];

    private int Count(string contact) => Dots.Count(dot => dot.Contact == contact);
}
