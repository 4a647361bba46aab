using System.Collections.Immutable;
using System.Security.Claims;
using Enforcement.Domain;
using Enforcement.Domain.Access;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Portal.Access;
using Enforcement.Silo.Access;
using Enforcement.Silo.Api;

namespace Enforcement.Silo.Pages;

/// <summary>Keeps accounts for the pages, by the rules of the API: an administrator of a bureau keeps those whose every seat is in it.</summary>
internal sealed class AccountDesk(AccountService accounts, AccountStore store, AccessDecider access, Bureaus bureaus) : IAccountDesk
{
    private static readonly Violation Own = new(
        "account.own",
        null,
        new Words("不能停用本人账户或更改本人角色。", "Nobody disables the own account or changes the own roles."),
        new Words("请由另一名管理员办理。", "Have another administrator do it."));

    private static readonly Violation NoSeat = new(
        "account.seats", null, new Words("至少须有一个岗位。", "At least one seat is needed."), new Words("请添加岗位。", "Add a seat."), "seats");

    public ImmutableArray<AccountLine> List(ClaimsPrincipal by) =>
        [.. store.Accounts.Where(account => Refusal(by, account.Seats) is null).OrderBy(account => account.Name, StringComparer.Ordinal).Select(Line)];

    public ImmutableArray<SeatPlace> Places(ClaimsPrincipal by) =>
    [
        .. bureaus.All.Select(bureau => new SeatPlace(bureau.Code, new Wording(bureau.Name.Zh, bureau.Name.En)))
            .Append(new SeatPlace(Principal.Municipality, new Wording(Bureaus.MunicipalityName.Zh, Bureaus.MunicipalityName.En)))
            .Where(place => access.May(by, Permissions.AdminAccounts, place.Bureau)),
    ];

    public Wording? NameOf(string bureau) => bureaus.NameOf(bureau) is { } name ? new Wording(name.Zh, name.En) : null;

    public DeskAnswer Create(ClaimsPrincipal by, AccountDraft draft)
    {
        var (seats, unknown) = AccountEndpoints.Seats([.. draft.Seats.Select(seat => new SeatBody(seat.Role, seat.Bureau))]);
        if (unknown.Count > 0 || seats.IsEmpty)
        {
            return Rules.Refused(unknown.Count > 0 ? unknown : [NoSeat]);
        }

        if (Refusal(by, seats) is { } refusal)
        {
            return Rules.Refused([refusal]);
        }

        var (password, broken) = accounts.Create(new NewAccount(draft.Name, draft.DisplayName, draft.Certificate, seats));
        return password is null ? Rules.Refused(broken) : new DeskAnswer(password, []);
    }

    public DeskAnswer SetDisabled(ClaimsPrincipal by, string name, bool disabled)
    {
        if (Find(by, name) is { } refusal)
        {
            return Rules.Refused([refusal]);
        }

        if (AccessDecider.PrincipalOf(by)!.Id == name)
        {
            return Rules.Refused([Own]);
        }

        accounts.SetDisabled(name, disabled);
        return new DeskAnswer(null, []);
    }

    public DeskAnswer Reset(ClaimsPrincipal by, string name) =>
        Find(by, name) is { } refusal ? Rules.Refused([refusal]) : new DeskAnswer(accounts.ResetPassword(name), []);

    public ImmutableArray<SeatLine> SeatsOf(ClaimsPrincipal person) =>
        AccessDecider.PrincipalOf(person) is { } principal && store.Find(principal.Id) is { } account ? Seats(account) : [];

    private Violation? Find(ClaimsPrincipal by, string name) =>
        store.Find(name) is { } account ? Refusal(by, account.Seats) : Rules.NotYours;

    private Violation? Refusal(ClaimsPrincipal by, ImmutableArray<Seat> seats) =>
        seats.IsDefaultOrEmpty || seats.Any(seat => !access.May(by, Permissions.AdminAccounts, seat.Bureau)) ? Rules.NotYours : null;

    private static AccountLine Line(Account account) => new(
        account.Name, account.DisplayName, account.Certificate, Seats(account), account.Disabled, account.MustChange, account.LockedUntil);

    private static ImmutableArray<SeatLine> Seats(Account account) =>
        [.. account.Seats.Select(seat => new SeatLine(RoleNames.Wire(seat.Role), seat.Bureau))];
}
