using Enforcement.Portal.Time;
using Enforcement.Silo.Time;

namespace Enforcement.Silo.Pages;

/// <summary>Shows the legal clock to pages, whether or not commands may use it now.</summary>
internal sealed class PortalTime(LegalClock clock) : ILegalTime
{
    public DateTimeOffset Now => clock.Display;

    public bool Training => clock.Training;
}
