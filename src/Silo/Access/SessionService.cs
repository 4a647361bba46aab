using System.Security.Claims;
using Enforcement.Domain;
using Enforcement.Domain.Access;
using Enforcement.Silo.Api;
using Microsoft.AspNetCore.Authentication;

namespace Enforcement.Silo.Access;

/// <summary>Begins and changes the session of a person; shared by the API and the forms.</summary>
public sealed partial class SessionService(AccountService accounts, AccountStore store, ILogger<SessionService> logger)
{
    public const string LockedCode = "session.locked";

    public async Task<(ClaimsPrincipal? Person, Violation? Broken)> SignInAsync(HttpContext http, string name, string password, SeatBody? wanted)
    {
        name = name.Trim().ToLowerInvariant();
        switch (accounts.SignIn(name, password))
        {
            case SignInResult.Welcome { Account: var account }:
                if (Choose(account, wanted) is not { } seat)
                {
                    return (null, NotYourSeat);
                }

                LogSignedIn(account.Name, seat.Role, seat.Bureau);
                return (await BeginAsync(http, account, seat), null);

            case SignInResult.Locked { Until: var until }:
                LogRefused("locked");
                return (null, new Violation(
                    LockedCode,
                    null,
                    new Words("密码错误次数过多，账户已锁定。", "Too many wrong passwords: the account is locked."),
                    new Words($"请于 {until.ToOffset(TimeSpan.FromHours(8)):HH:mm} 后重试，或请管理员重置密码。", $"Try again after {until:HH:mm} UTC, or have an administrator reset the password.")));

            case SignInResult.Disabled:
                LogRefused("disabled");
                return (null, new Violation(
                    "session.disabled", null, new Words("账户已停用。", "The account is disabled."), new Words("请联系管理员。", "Ask an administrator.")));

            default:
                LogRefused("wrong");
                return (null, new Violation(
                    "session.wrong-password",
                    null,
                    new Words("账户名或密码不正确。", "The name or the password is wrong."),
                    new Words("请核对后重新输入。", "Check both and try again.")));
        }
    }

    /// <summary>Makes another seat of the same person the active one.</summary>
    public async Task<(ClaimsPrincipal? Person, Violation? Broken)> SwitchAsync(HttpContext http, SeatBody wanted) =>
        AccessDecider.PrincipalOf(http.User) is { } principal && store.Find(principal.Id) is { } account && Choose(account, wanted) is { } seat
            ? (await BeginAsync(http, account, seat), null)
            : (null, NotYourSeat);

    /// <summary>Changes the password. Every other session of the person ends; this one goes on.</summary>
    public async Task<(ClaimsPrincipal? Person, IReadOnlyList<Violation> Broken)> ChangePasswordAsync(HttpContext http, string current, string replacement)
    {
        var principal = AccessDecider.PrincipalOf(http.User)!;
        if (store.Find(principal.Id) is null)
        {
            return (null, [new Violation("session.program", null, new Words("程序令牌没有密码。", "A program's token has no password."), new Words("请管理员另发令牌。", "Have an administrator make another token."))]);
        }

        var broken = accounts.ChangePassword(principal.Id, current, replacement);
        return broken.Count > 0 ? (null, broken) : (await BeginAsync(http, store.Find(principal.Id)!, new Seat(principal.Role, principal.Bureau)), []);
    }

    private static Seat? Choose(Account account, SeatBody? wanted)
    {
        if (wanted is null)
        {
            return account.Seats[0];
        }

        return RoleNames.Parse(wanted.Role) is { } role && account.Seats.Contains(new Seat(role, wanted.Bureau)) ? new Seat(role, wanted.Bureau) : null;
    }

    private static async Task<ClaimsPrincipal> BeginAsync(HttpContext http, Account account, Seat seat)
    {
        var person = Sessions.PrincipalOf(account, seat);
        await http.SignInAsync(Sessions.Scheme, person);
        return person;
    }

    private static readonly Violation NotYourSeat = new(
        "session.seat",
        null,
        new Words("您未担任该角色。", "You do not hold that role."),
        new Words("请选择您担任的角色。", "Choose one of your own roles."),
        "seat");

    [LoggerMessage(Level = LogLevel.Information, Message = "{Account} signed in as {Role} of {Bureau}")]
    private partial void LogSignedIn(string account, Role role, string bureau);

    // Not the name that was typed: people type their password there.
    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in was refused: {Reason}")]
    private partial void LogRefused(string reason);
}
