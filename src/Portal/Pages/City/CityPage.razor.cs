using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Portal.Session;
using Enforcement.Portal.Time;

namespace Enforcement.Portal.Pages.City;

/// <summary>The city at a glance: map, figures, rates and trend; each figure leads to the list behind it.</summary>
public sealed partial class CityPage(ICityFigures figures, IReadModel reads, IFleetReadModel fleet, PortalSession session, ILegalTime time)
    : CityLive(figures, reads, fleet, session, time);
