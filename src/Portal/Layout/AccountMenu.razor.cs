using System.Security.Claims;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Portal.Access;
using Enforcement.Portal.Localization;
using Microsoft.AspNetCore.Components;

namespace Enforcement.Portal.Layout;

/// <summary>The person before the page.</summary>
public sealed partial class AccountMenu(IAccountDesk desk, NavigationManager navigation)
{
    [Parameter, EditorRequired]
    public ClaimsPrincipal Person { get; set; } = null!;

    private static string OtherCulture => Phrase.English ? "zh-CN" : "en";

    private IAccountDesk Desk => desk;

    private NavigationManager Navigation => navigation;

    private string Role => Person.FindFirst(AccessClaims.Role)?.Value ?? "";

    private string Bureau => Person.FindFirst(AccessClaims.Bureau)?.Value ?? "";

    private string Seat => $"{Names.Role(Role)} · {desk.NameOf(Bureau)?.Here() ?? Bureau}";

    private IEnumerable<SeatLine> OtherSeats => desk.SeatsOf(Person).Where(seat => seat.Role != Role || seat.Bureau != Bureau);
}
