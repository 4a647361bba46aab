using System.Security.Claims;
using Enforcement.Domain.Access;
using Enforcement.Grains.Interfaces.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Enforcement.Silo.Access;

/// <summary>The sessions of people. The cookie says who and in which seat; whether that still holds is asked of the account at each request.</summary>
public static class Sessions
{
    public const string Scheme = "session";

    public const string CookieName = "enforcement.session";

    public static ClaimsPrincipal PrincipalOf(Account account, Seat seat)
    {
        List<Claim> claims =
        [
            new(AccessClaims.Id, account.Name),
            new(AccessClaims.Name, account.DisplayName),
            new(AccessClaims.Role, RoleNames.Wire(seat.Role)),
            new(AccessClaims.Bureau, seat.Bureau),
            new(AccessClaims.Stamp, account.Stamp),
        ];
        if (account.Certificate is { } certificate)
        {
            claims.Add(new(AccessClaims.Certificate, certificate));
        }

        if (account.MustChange)
        {
            claims.Add(new(AccessClaims.MustChangePassword, "1"));
        }

        return new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme, AccessClaims.Name, AccessClaims.Role));
    }

    /// <summary>The person as the account says now, or <see langword="null"/> when the session is over: disabled, new password, seat gone.</summary>
    public static ClaimsPrincipal? Refresh(AccountStore store, ClaimsPrincipal person)
    {
        if (AccessDecider.PrincipalOf(person) is not { } principal
            || store.Find(principal.Id) is not { Disabled: false } account
            || person.FindFirst(AccessClaims.Stamp)?.Value != account.Stamp)
        {
            return null;
        }

        Seat seat = new(principal.Role, principal.Bureau);
        return account.Seats.Contains(seat) ? PrincipalOf(account, seat) : null;
    }

    /// <summary>Asks the account at each request that carries the cookie.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var store = context.HttpContext.RequestServices.GetRequiredService<AccountStore>();
        if (context.Principal is { } person && Refresh(store, person) is { } refreshed)
        {
            context.ReplacePrincipal(refreshed);
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Scheme);
    }
}
