using System.Collections.Immutable;
using System.Security.Claims;
using Enforcement.Domain;
using Enforcement.Domain.Access;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Portal.Access;
using Enforcement.Silo.Access;
using Enforcement.Silo.Api;

namespace Enforcement.Silo.Pages;

/// <summary>Keeps the keys of programs for the page, by the rules of the API.</summary>
internal sealed class TokenDesk(TokenService tokens, AccountStore store, AccessDecider access, TimeProvider machine) : ITokenDesk
{
    public ImmutableArray<TokenLine> List(ClaimsPrincipal by)
    {
        var now = machine.GetUtcNow();
        return
        [
            .. store.Tokens
                .Where(token => access.May(by, Permissions.AdminAccounts, token.Seat.Bureau))
                .OrderByDescending(token => token.CreatedAt)
                .Select(token => Line(token, now)),
        ];
    }

    public DeskAnswer Create(ClaimsPrincipal by, TokenDraft draft)
    {
        var (seats, unknown) = AccountEndpoints.Seats([new SeatBody(draft.Seat.Role, draft.Seat.Bureau)]);
        if (unknown.Count > 0)
        {
            return Rules.Refused(unknown);
        }

        if (!access.May(by, Permissions.AdminAccounts, seats[0].Bureau))
        {
            return Rules.Refused([Rules.NotYours]);
        }

        var (token, secret, broken) = tokens.Create(draft.Name, seats[0], draft.Days, AccessDecider.PrincipalOf(by)!.Id);
        return token is null ? Rules.Refused(broken) : new DeskAnswer(secret, []);
    }

    public DeskAnswer Revoke(ClaimsPrincipal by, string id)
    {
        if (store.Tokens.FirstOrDefault(token => token.Id == id) is not { } token || !access.May(by, Permissions.AdminAccounts, token.Seat.Bureau))
        {
            return Rules.Refused([Rules.NotYours]);
        }

        tokens.Revoke(id);
        return new DeskAnswer(null, []);
    }

    private static TokenLine Line(ProgramToken token, DateTimeOffset now) => new(
        token.Id, token.Name, new SeatLine(RoleNames.Wire(token.Seat.Role), token.Seat.Bureau), token.CreatedBy, token.CreatedAt, token.ExpiresAt, token.RevokedAt,
        token.RevokedAt is not null ? "revoked" : token.ExpiresAt <= now ? "expired" : "live");
}
