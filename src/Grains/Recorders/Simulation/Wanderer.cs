using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recorders;

namespace Enforcement.Grains.Recorders.Simulation;

/// <summary>Walks from one place of a district to the next and never leaves it.</summary>
internal sealed class Wanderer
{
    private const double DegreesOfAMetre = 1 / 111_000.0;

    private readonly District _district;
    private readonly Random _chance;
    private (double Latitude, double Longitude) _at;
    private (double Latitude, double Longitude) _goal;

    public Wanderer(District district, Random chance)
    {
        (_district, _chance) = (district, chance);
        _at = Somewhere();
        _goal = Somewhere();
    }

    public GeoPoint Place => ToPoint(_at);

    /// <summary>Goes on towards the goal, or chooses another one.</summary>
    public void Walk(double metres)
    {
        var (north, east) = (_goal.Latitude - _at.Latitude, _goal.Longitude - _at.Longitude);
        var left = Math.Sqrt((north * north) + (east * east));
        var step = Math.Min(metres * DegreesOfAMetre, left);
        if (left < DegreesOfAMetre || step <= 0)
        {
            _goal = Somewhere();
            return;
        }

        var next = (_at.Latitude + (north / left * step), _at.Longitude + (east / left * step));
        if (_district.Contains(ToPoint(next)))
        {
            _at = next;
        }
        else
        {
            _goal = Somewhere();
        }
    }

    private (double Latitude, double Longitude) Somewhere()
    {
        var border = _district.Border;
        var (south, north) = (border.Min(static p => p.LatitudeE7), border.Max(static p => p.LatitudeE7));
        var (west, east) = (border.Min(static p => p.LongitudeE7), border.Max(static p => p.LongitudeE7));
        for (var i = 0; i < 100; i++)
        {
            GeoPoint point = new(_chance.Next(south, north), _chance.Next(west, east));
            if (_district.Contains(point))
            {
                return (point.LatitudeE7 / 1e7, point.LongitudeE7 / 1e7);
            }
        }

        return (_district.Label.LatitudeE7 / 1e7, _district.Label.LongitudeE7 / 1e7);
    }

    private static GeoPoint ToPoint((double Latitude, double Longitude) at) => new((int)Math.Round(at.Latitude * 1e7), (int)Math.Round(at.Longitude * 1e7));
}
