using Enforcement.Grains.Interfaces.Access;
using Enforcement.Silo.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;

namespace Enforcement.Silo.Api;

/// <summary>The same for the plain forms of the pages: they work without a circuit, and lead back to a page with a code that it puts into words.</summary>
internal static class SessionForms
{
    public static void MapSessionForms(this IEndpointRouteBuilder app)
    {
        var forms = app.MapGroup("").ExcludeFromDescription();
        forms.MapPost("/session/sign-in", SignInAsync).RequireRateLimiting(SessionEndpoints.SignInLimit);
        forms.MapPost("/session/sign-out", SignOutAsync).RequireAccess(Permissions.SessionOwn);
        forms.MapPost("/session/seat", SwitchAsync).RequireAccess(Permissions.SessionOwn);
        forms.MapPost("/session/password", ChangePasswordAsync).RequireAccess(Permissions.SessionOwn).RequireRateLimiting(SessionEndpoints.SignInLimit);
        forms.MapGet("/culture/set", SetCulture);
    }

    private static async Task<IResult> SignInAsync(
        HttpContext http, SessionService sessions, [FromForm] string? name, [FromForm] string? password, [FromForm] string? returnUrl)
    {
        var (person, broken) = await sessions.SignInAsync(http, name ?? "", password ?? "", wanted: null);
        if (person is null)
        {
            return Results.LocalRedirect($"~/sign-in?error={Uri.EscapeDataString(broken!.Code)}&returnUrl={Uri.EscapeDataString(Local(returnUrl))}");
        }

        return Results.LocalRedirect(AccessDecider.MustChangePassword(person) ? "~/password" : "~" + Local(returnUrl));
    }

    private static async Task<IResult> SignOutAsync(HttpContext http, [FromForm] string? returnUrl)
    {
        await http.SignOutAsync(Sessions.Scheme);
        return Results.LocalRedirect(returnUrl is null ? "~/sign-in" : "~" + Local(returnUrl));
    }

    private static async Task<IResult> SwitchAsync(
        HttpContext http, SessionService sessions, [FromForm] string? role, [FromForm] string? bureau, [FromForm] string? returnUrl)
    {
        await sessions.SwitchAsync(http, new SeatBody(role ?? "", bureau ?? ""));
        return Results.LocalRedirect("~" + Local(returnUrl));
    }

    private static async Task<IResult> ChangePasswordAsync(
        HttpContext http, SessionService sessions, [FromForm] string? currentPassword, [FromForm] string? newPassword, [FromForm] string? repeated)
    {
        if (newPassword != repeated)
        {
            return Results.LocalRedirect("~/password?error=password.repeated");
        }

        var (_, broken) = await sessions.ChangePasswordAsync(http, currentPassword ?? "", newPassword ?? "");
        return Results.LocalRedirect(broken.Count == 0 ? "~/" : $"~/password?error={Uri.EscapeDataString(string.Join(',', broken.Select(rule => rule.Code)))}");
    }

    private static IResult SetCulture(HttpContext http, string? culture, string? returnUrl)
    {
        if (!Localisation.Cultures.Contains(culture, StringComparer.Ordinal))
        {
            return Problems.Of(400, "culture.unknown", "Unknown culture", $"Use one of {string.Join(", ", Localisation.Cultures)}.");
        }

        http.Response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture!)),
            new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, IsEssential = true, Path = "/" });
        return Results.LocalRedirect("~" + Local(returnUrl));
    }

    /// <summary>A path of our own, or the home page: nobody is led elsewhere by a crafted link.</summary>
    private static string Local(string? url) =>
        url is ['/', ..] && url is not ['/', '/' or '\\', ..] && !url.Any(char.IsControl) && !url.StartsWith("/sign-in", StringComparison.OrdinalIgnoreCase) ? Ascii(url) : "/";

    /// <summary>A header carries ASCII only: the rest is percent-encoded, what is encoded already stays.</summary>
    private static string Ascii(string url) => string.Concat(url.EnumerateRunes().Select(r => r.IsAscii ? r.ToString() : Uri.EscapeDataString(r.ToString())));
}
