using System.Globalization;
using System.Security.Claims;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Portal.Access;
using Enforcement.Portal.Localization;
using Enforcement.Portal.Time;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace Enforcement.Portal.Layout;

/// <summary>The frame of every page with a circuit: who is signed in, where one may go, and that training is training.</summary>
public sealed partial class MainLayout : IDisposable
{
    private ErrorBoundary? _boundary;
    private bool _open;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ILegalTime Time { get; set; } = null!;

    [Inject]
    private IAccountDesk Desk { get; set; } = null!;

    private static string OtherCulture => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "zh-CN" : "en";

    protected override void OnInitialized() => Navigation.LocationChanged += Moved;

    protected override void OnParametersSet() => _boundary?.Recover();

    private string Seat(ClaimsPrincipal person)
    {
        var bureau = person.FindFirst(AccessClaims.Bureau)?.Value ?? "";
        return $"{Names.Role(person.FindFirst(AccessClaims.Role)?.Value ?? "")} · {Desk.NameOf(bureau)?.Here() ?? bureau}";
    }

    private static bool Active(ClaimsPrincipal person, SeatLine seat) =>
        person.FindFirst(AccessClaims.Role)?.Value == seat.Role && person.FindFirst(AccessClaims.Bureau)?.Value == seat.Bureau;

    private void Moved(object? sender, LocationChangedEventArgs e)
    {
        if (_open)
        {
            _open = false;
            _ = InvokeAsync(StateHasChanged);
        }
    }

    public void Dispose() => Navigation.LocationChanged -= Moved;
}
