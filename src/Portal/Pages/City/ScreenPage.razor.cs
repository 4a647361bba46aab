using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Portal.Session;
using Enforcement.Portal.Time;

namespace Enforcement.Portal.Pages.City;

/// <summary>The cockpit for a wall: no navigation, large figures, dark, and always saying how old it is.</summary>
public sealed partial class ScreenPage(ICityFigures figures, IReadModel reads, IFleetReadModel fleet, PortalSession session, ILegalTime time)
    : CityLive(figures, reads, fleet, session, time);
