using Enforcement.Domain;
using Enforcement.Domain.Access;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Silo.Access;

namespace Enforcement.Silo.Api;

/// <summary>A key to be made for a program, in one role of one bureau.</summary>
public sealed record NewTokenBody(string Name, string Role, string Bureau, int Days = 365);

/// <summary>A key as an administrator sees it: never its secret.</summary>
public sealed record TokenView(
    string Id, string Name, string Role, string Bureau, string CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? RevokedAt);

/// <summary>A new key with its secret, shown once.</summary>
public sealed record NewToken(TokenView Token, string Secret);

/// <summary>Keys of programs.</summary>
internal static class TokenEndpoints
{
    public static void MapTokens(this IEndpointRouteBuilder app)
    {
        var tokens = app.MapGroup("/api/v1/tokens").WithTags("Tokens");
        tokens.MapGet("", List).RequireAccess(Permissions.AdminAccounts).Describe(EdgeDocs.Tokens);
        tokens.MapPost("", Create).RequireAccess<NewTokenBody>(Permissions.AdminAccounts, body => body.Bureau).Produces<NewToken>(StatusCodes.Status201Created).Describe(EdgeDocs.NewToken);
        tokens.MapDelete("/{id}", Revoke).RequireAccess(Permissions.AdminAccounts).Produces<TokenView>().Describe(EdgeDocs.Revoke);
    }

    private static IEnumerable<TokenView> List(HttpContext http, AccountStore store, AccessDecider access) =>
        store.Tokens.Where(token => access.May(http.User, Permissions.AdminAccounts, token.Seat.Bureau)).Select(View);

    private static IResult Create(NewTokenBody body, HttpContext http, TokenService tokens)
    {
        var (seats, unknown) = AccountEndpoints.Seats([new SeatBody(body.Role, body.Bureau)]);
        if (unknown.Count > 0)
        {
            return Problems.Refused(unknown);
        }

        var (token, secret, broken) = tokens.Create(body.Name, seats[0], body.Days, AccessDecider.PrincipalOf(http.User)!.Id);
        return token is null ? Problems.Refused(broken) : Results.Created($"/api/v1/tokens/{token.Id}", new NewToken(View(token), secret!));
    }

    private static IResult Revoke(string id, HttpContext http, TokenService tokens, AccountStore store, AccessDecider access)
    {
        if (store.Tokens.FirstOrDefault(token => token.Id == id) is not { } token)
        {
            return Problems.NotFound("token.none", new Words($"没有令牌 {id}。", $"There is no token {id}."));
        }

        return access.Decide(http.User, Permissions.AdminAccounts, token.Seat.Bureau) is AccessDecision.Refused { Violation: var refusal }
            ? Problems.Forbidden(refusal)
            : Results.Ok(View(tokens.Revoke(id)!));
    }

    private static TokenView View(ProgramToken token) => new(
        token.Id, token.Name, RoleNames.Wire(token.Seat.Role), token.Seat.Bureau, token.CreatedBy, token.CreatedAt, token.ExpiresAt, token.RevokedAt);
}
