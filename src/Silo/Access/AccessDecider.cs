using System.Security.Claims;
using Enforcement.Domain.Access;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.ReadModel;

namespace Enforcement.Silo.Access;

/// <summary>Puts the signed-in person before the rules of the domain: for the API, for the pages, for lists.</summary>
public sealed class AccessDecider : IAccess
{
    public bool May(ClaimsPrincipal person, string permission, string? bureau = null) => Decide(person, permission, bureau) is AccessDecision.Allowed;

    public BureauScope ScopeOf(ClaimsPrincipal person, string permission) => Decide(person, permission, bureau: null) switch
    {
        AccessDecision.Allowed { WholeCity: true } => BureauScope.City,
        AccessDecision.Allowed => BureauScope.Of(PrincipalOf(person)!.Bureau),
        _ => BureauScope.None,
    };

    /// <summary>The decision, or <see langword="null"/> when nobody is signed in.</summary>
    public AccessDecision? Decide(ClaimsPrincipal person, string permission, string? bureau)
    {
        var asked = Permission.Parse(permission) ?? throw new ArgumentException($"There is no permission {permission}.", nameof(permission));
        if (PrincipalOf(person) is not { } principal)
        {
            return null;
        }

        return MustChangePassword(person) && asked != Permission.SessionOwn
            ? new AccessDecision.Refused(AccessViolations.PasswordMustChange)
            : AccessRules.Decide(principal, asked, bureau);
    }

    public static bool MustChangePassword(ClaimsPrincipal person) => person.HasClaim(AccessClaims.MustChangePassword, "1");

    /// <summary>Who this is to the rules, or <see langword="null"/> when nobody is signed in.</summary>
    public static Principal? PrincipalOf(ClaimsPrincipal person) =>
        person.Identity is { IsAuthenticated: true }
        && person.FindFirst(AccessClaims.Id)?.Value is { } id
        && RoleNames.Parse(person.FindFirst(AccessClaims.Role)?.Value) is { } role
        && person.FindFirst(AccessClaims.Bureau)?.Value is { } bureau
            ? new Principal(id, role, bureau)
            : null;
}
