using System.Collections.Immutable;
using Enforcement.Grains.Interfaces;
using Enforcement.Portal.Localization;
using Enforcement.Portal.Session;
using Enforcement.Portal.Time;

namespace Enforcement.Portal.Pages.Administration;

/// <summary>Moves the clock of a training installation forward, never back.</summary>
public sealed partial class ClockPage(ILegalTime time, ITrainingClock clock, PortalSession session)
{
    private static readonly (Phrase Name, TimeSpan Span)[] Steps =
    [
        (AdministrationText.Hours24, TimeSpan.FromHours(24)),
        (AdministrationText.Days7, TimeSpan.FromDays(7)),
        (AdministrationText.Days30, TimeSpan.FromDays(30)),
    ];

    private ImmutableArray<BrokenRule> _broken = [];
    private int? _handled;
    private string _to = "";
    private bool _asking;

    private async Task AdvanceAsync()
    {
        _asking = false;
        if (Dates.FromInput(_to) is { } to)
        {
            _handled = null;
            await TryAsync(async () =>
            {
                var (handled, broken) = await clock.AdvanceAsync(await session.PersonAsync(), to, Leaving);
                _broken = broken;
                _handled = broken.IsDefaultOrEmpty ? handled : null;
            });
        }
    }
}
