using System.Security.Claims;
using System.Text.Encodings.Web;
using Enforcement.Domain.Access;
using Enforcement.Grains.Interfaces.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Enforcement.Silo.Access;

/// <summary>Knows programs by the key in their Authorization header.</summary>
internal sealed class BearerTokens(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, TokenService tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "token";

    private const string Prefix = "Bearer ";

    public static bool Carries(HttpRequest request) =>
        request.Headers.Authorization.ToString().StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Carries(Request))
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        if (tokens.Find(Request.Headers.Authorization.ToString()[Prefix.Length..].Trim()) is not { } token)
        {
            return Task.FromResult(AuthenticateResult.Fail("unknown, expired or revoked"));
        }

        ClaimsIdentity identity = new(
            [
                new Claim(AccessClaims.Id, $"token:{token.Id}"),
                new Claim(AccessClaims.Name, token.Name),
                new Claim(AccessClaims.Role, RoleNames.Wire(token.Seat.Role)),
                new Claim(AccessClaims.Bureau, token.Seat.Bureau),
            ],
            Scheme,
            AccessClaims.Name,
            AccessClaims.Role);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme)));
    }
}
