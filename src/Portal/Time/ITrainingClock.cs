using System.Collections.Immutable;
using System.Security.Claims;
using Enforcement.Grains.Interfaces;

namespace Enforcement.Portal.Time;

/// <summary>Moves the clock of a training installation forward.</summary>
public interface ITrainingClock
{
    /// <summary>Advances to an instant and handles what falls due on the way.</summary>
    /// <returns>How many due instants were handled, or every broken rule.</returns>
    Task<(int Handled, ImmutableArray<BrokenRule> Broken)> AdvanceAsync(ClaimsPrincipal by, DateTimeOffset to, CancellationToken cancellationToken);
}
