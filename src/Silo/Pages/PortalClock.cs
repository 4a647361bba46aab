using System.Collections.Immutable;
using System.Security.Claims;
using Enforcement.Domain;
using Enforcement.Domain.Access;
using Enforcement.Grains.Deadlines;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Portal.Time;
using Enforcement.Silo.Access;
using Enforcement.Silo.Api;
using Enforcement.Silo.Time;

namespace Enforcement.Silo.Pages;

/// <summary>Moves the training clock for the page of the administrator, by the rules of the API.</summary>
internal sealed class PortalClock(LegalClock clock, IEnumerable<IDeadlineSweep> sweeps, AccessDecider access) : ITrainingClock
{
    private static readonly Violation Unfinished = new(
        "clock.sweep-unfinished",
        null,
        new Words("时钟已推进，期限检查尚未完成。", "The clock was advanced; the deadlines are not all checked."),
        new Words("后台将继续检查期限。", "The check goes on in the background."));

    public async Task<(int Handled, ImmutableArray<BrokenRule> Broken)> AdvanceAsync(ClaimsPrincipal by, DateTimeOffset to, CancellationToken cancellationToken)
    {
        if (access.Decide(by, Permissions.AdminClock, Principal.Municipality) is not AccessDecision.Allowed)
        {
            return (0, [Rules.Of(Rules.NotYours)]);
        }

        try
        {
            await clock.AdvanceToAsync(to);
        }
        catch (ClockRefusedException refused)
        {
            return (0, [Rules.Of(ClockEndpoints.ViolationOf(refused))]);
        }

        return await ClockEndpoints.SweepAsync(sweeps, cancellationToken) is { } handled ? (handled, []) : (0, [Rules.Of(Unfinished)]);
    }
}
