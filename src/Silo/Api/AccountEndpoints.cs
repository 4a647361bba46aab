using System.Collections.Immutable;
using Enforcement.Domain;
using Enforcement.Domain.Access;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Silo.Access;

namespace Enforcement.Silo.Api;

/// <summary>A person to be given an account.</summary>
public sealed record NewAccountBody(string Name, string DisplayName, IReadOnlyList<SeatBody> Seats, string? Certificate = null);

/// <summary>What to change of an account; what is absent stays.</summary>
public sealed record AccountChangeBody(bool? Disabled = null, IReadOnlyList<SeatBody>? Seats = null);

/// <summary>An account as an administrator sees it: never its password.</summary>
public sealed record AccountView(
    string Name, string DisplayName, string? Certificate, IReadOnlyList<SeatBody> Seats, bool Disabled, bool MustChangePassword, DateTimeOffset? LockedUntil, DateTimeOffset CreatedAt);

/// <summary>A one-time password, shown once.</summary>
public sealed record OneTimePassword(AccountView Account, string Password);

/// <summary>Accounts of people. An administrator of a bureau keeps those whose every seat is in that bureau; one of the municipality keeps all.</summary>
internal static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder app)
    {
        var accounts = app.MapGroup("/api/v1/accounts").WithTags("Accounts");
        accounts.MapGet("", List).RequireAccess(Permissions.AdminAccounts).Describe(EdgeDocs.Accounts);
        accounts.MapPost("", Create).RequireAccess(Permissions.AdminAccounts).Produces<OneTimePassword>(StatusCodes.Status201Created).Describe(EdgeDocs.NewAccount);
        accounts.MapGet("/{name}", Get).RequireAccess(Permissions.AdminAccounts).Produces<AccountView>().Describe(EdgeDocs.Account);
        accounts.MapPatch("/{name}", Change).RequireAccess(Permissions.AdminAccounts).Produces<AccountView>().Describe(EdgeDocs.ChangeAccount);
        accounts.MapPost("/{name}/password-reset", Reset).RequireAccess(Permissions.AdminAccounts).Produces<OneTimePassword>().Describe(EdgeDocs.ResetPassword);
    }

    private static IEnumerable<AccountView> List(HttpContext http, AccountStore store, AccessDecider access) =>
        store.Accounts.Where(account => Refusal(http, access, account.Seats) is null).Select(View);

    private static IResult Get(string name, HttpContext http, AccountStore store, AccessDecider access) =>
        Find(name, http, store, access, out var account) ?? Results.Ok(View(account!));

    private static IResult Create(NewAccountBody body, HttpContext http, AccountService accounts, AccountStore store, AccessDecider access)
    {
        var (seats, unknown) = Seats(body.Seats);
        if (unknown.Count > 0)
        {
            return Problems.Refused(unknown);
        }

        if (Refusal(http, access, seats) is { } refusal)
        {
            return Problems.Forbidden(refusal);
        }

        var (password, broken) = accounts.Create(new NewAccount(body.Name, body.DisplayName, body.Certificate, seats));
        return password is null
            ? Problems.Refused(broken)
            : Results.Created($"/api/v1/accounts/{body.Name}", new OneTimePassword(View(store.Find(body.Name)!), password));
    }

    private static IResult Change(string name, AccountChangeBody body, HttpContext http, AccountService accounts, AccountStore store, AccessDecider access)
    {
        if (Find(name, http, store, access, out var account) is { } missing)
        {
            return missing;
        }

        if (name == AccessDecider.PrincipalOf(http.User)!.Id)
        {
            return Problems.Refused([new Violation(
                "account.own",
                null,
                new Words("不能停用本人账户或更改本人角色。", "Nobody disables the own account or changes the own roles."),
                new Words("请由另一名管理员办理。", "Have another administrator do it."))]);
        }

        if (body.Seats is { } wanted)
        {
            var (seats, unknown) = Seats(wanted);
            if (unknown.Count > 0)
            {
                return Problems.Refused(unknown);
            }

            if (Refusal(http, access, seats) is { } refusal)
            {
                return Problems.Forbidden(refusal);
            }

            var (changed, broken) = accounts.SetSeats(name, seats);
            if (changed is null)
            {
                return Problems.Refused(broken);
            }

            account = changed;
        }

        return Results.Ok(View(body.Disabled is { } disabled ? accounts.SetDisabled(name, disabled)! : account!));
    }

    private static IResult Reset(string name, HttpContext http, AccountService accounts, AccountStore store, AccessDecider access) =>
        Find(name, http, store, access, out _) ?? Results.Ok(new OneTimePassword(View(store.Find(name)!), accounts.ResetPassword(name)!));

    private static IResult? Find(string name, HttpContext http, AccountStore store, AccessDecider access, out Account? account)
    {
        account = store.Find(name);
        return account is null
            ? Problems.NotFound("account.none", new Words($"没有账户 {name}。", $"There is no account {name}."))
            : Refusal(http, access, account.Seats) is { } refusal ? Problems.Forbidden(refusal) : null;
    }

    private static Violation? Refusal(HttpContext http, AccessDecider access, ImmutableArray<Seat> seats) => seats
        .Select(seat => access.Decide(http.User, Permissions.AdminAccounts, seat.Bureau))
        .OfType<AccessDecision.Refused>()
        .Select(refused => refused.Violation)
        .FirstOrDefault();

    internal static (ImmutableArray<Seat> Seats, IReadOnlyList<Violation> Unknown) Seats(IReadOnlyList<SeatBody> bodies)
    {
        List<Violation> unknown = [];
        var seats = ImmutableArray.CreateBuilder<Seat>();
        foreach (var body in bodies.OfType<SeatBody>().Distinct())
        {
            if (RoleNames.Parse(body.Role) is { } role)
            {
                seats.Add(new Seat(role, body.Bureau));
            }
            else
            {
                unknown.Add(new Violation(
                    "access.unknown-role",
                    null,
                    new Words($"没有角色 {body.Role}。", $"There is no role {body.Role}."),
                    new Words($"可选：{string.Join('、', RoleNames.All.Select(RoleNames.Wire))}。", $"Choose one of {string.Join(", ", RoleNames.All.Select(RoleNames.Wire))}."),
                    "role"));
            }
        }

        return (seats.ToImmutable(), unknown);
    }

    private static AccountView View(Account account) => new(
        account.Name,
        account.DisplayName,
        account.Certificate,
        [.. account.Seats.Select(seat => new SeatBody(RoleNames.Wire(seat.Role), seat.Bureau))],
        account.Disabled,
        account.MustChange,
        account.LockedUntil,
        account.CreatedAt);
}
