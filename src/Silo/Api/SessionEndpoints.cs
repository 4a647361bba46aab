using System.Security.Claims;
using Enforcement.Domain;
using Enforcement.Domain.Access;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Silo.Access;
using Enforcement.Silo.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;

namespace Enforcement.Silo.Api;

/// <summary>A role and a bureau by their stable names.</summary>
public sealed record SeatBody(string Role, string Bureau);

/// <summary>A name and a password, and the seat wanted when the person holds several.</summary>
public sealed record SignInBody(string Name, string Password, SeatBody? Seat = null);

/// <summary>The old password and the new one.</summary>
public sealed record PasswordBody(string CurrentPassword, string NewPassword);

/// <summary>The proof that a request comes from our own page: to be sent in that header with every change.</summary>
public sealed record AntiforgeryProof(string Header, string Token);

/// <summary>Who is signed in, and what they may do.</summary>
public sealed record SessionView(
    string Account,
    string Name,
    string Role,
    string Bureau,
    string? Certificate,
    IReadOnlyList<SeatBody> Seats,
    IReadOnlyList<string> Permissions,
    bool MustChangePassword,
    bool Training,
    AntiforgeryProof? Antiforgery);

/// <summary>Signing in and out, by program.</summary>
internal static class SessionEndpoints
{
    public const string SignInLimit = "sign-in";

    public static void MapSession(this IEndpointRouteBuilder app)
    {
        var session = app.MapGroup("/api/v1/session").WithTags("Session");
        session.MapPost("", SignInAsync).RequireRateLimiting(SignInLimit).Produces<SessionView>().Describe(EdgeDocs.SignIn);
        session.MapGet("", (HttpContext http) => View(http, http.User)).RequireAccess(Permissions.SessionOwn).Describe(EdgeDocs.Session);
        session.MapDelete("", (Delegate)SignOutAsync).RequireAccess(Permissions.SessionOwn).Describe(EdgeDocs.SignOut);
        session.MapPut("/seat", SwitchAsync).RequireAccess(Permissions.SessionOwn).Produces<SessionView>().Describe(EdgeDocs.Seat);
        session.MapPut("/password", ChangePasswordAsync).RequireAccess(Permissions.SessionOwn).RequireRateLimiting(SignInLimit).Produces<SessionView>().Describe(EdgeDocs.Password);
    }

    private static async Task<IResult> SignInAsync(SignInBody body, HttpContext http, SessionService sessions)
    {
        var (person, broken) = await sessions.SignInAsync(http, body.Name, body.Password, body.Seat);
        return person is not null
            ? Results.Ok(View(http, person))
            : Problems.Refused(broken!.Code == SessionService.LockedCode ? StatusCodes.Status423Locked : StatusCodes.Status401Unauthorized, broken);
    }

    private static async Task<IResult> SignOutAsync(HttpContext http)
    {
        await http.SignOutAsync(Sessions.Scheme);
        return Results.NoContent();
    }

    private static async Task<IResult> SwitchAsync(SeatBody body, HttpContext http, SessionService sessions)
    {
        var (person, broken) = await sessions.SwitchAsync(http, body);
        return person is not null ? Results.Ok(View(http, person)) : Problems.Refused([broken!]);
    }

    private static async Task<IResult> ChangePasswordAsync(PasswordBody body, HttpContext http, SessionService sessions)
    {
        var (person, broken) = await sessions.ChangePasswordAsync(http, body.CurrentPassword, body.NewPassword);
        return person is not null ? Results.Ok(View(http, person)) : Problems.Refused(broken);
    }

    private static SessionView View(HttpContext http, ClaimsPrincipal person)
    {
        var services = http.RequestServices;
        var principal = AccessDecider.PrincipalOf(person)!;
        var account = services.GetRequiredService<AccountStore>().Find(principal.Id);
        var access = services.GetRequiredService<AccessDecider>();
        AntiforgeryProof? proof = null;
        if (person.Identity!.AuthenticationType == Sessions.Scheme)
        {
            http.User = person; // the proof is bound to the person, who may have signed in just now
            var tokens = services.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);
            proof = new AntiforgeryProof(AntiforgeryGate.Header, tokens.RequestToken!);
        }

        return new SessionView(
            principal.Id,
            person.FindFirst(AccessClaims.Name)!.Value,
            RoleNames.Wire(principal.Role),
            principal.Bureau,
            person.FindFirst(AccessClaims.Certificate)?.Value,
            [.. (account?.Seats ?? [new Seat(principal.Role, principal.Bureau)]).Select(seat => new SeatBody(RoleNames.Wire(seat.Role), seat.Bureau))],
            [.. Permissions.All.Where(permission => access.May(person, permission))],
            AccessDecider.MustChangePassword(person),
            services.GetRequiredService<Installation>().IsTraining,
            proof);
    }
}
