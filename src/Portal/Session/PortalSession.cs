using System.Security.Claims;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.ReadModel;
using Microsoft.AspNetCore.Components.Authorization;

namespace Enforcement.Portal.Session;

/// <summary>Who sits before the page, and what that person may do: asked anew each time, for a session may have changed meanwhile.</summary>
public sealed class PortalSession(AuthenticationStateProvider state, IAccess access)
{
    public async Task<ClaimsPrincipal> PersonAsync() => (await state.GetAuthenticationStateAsync()).User;

    /// <summary>Whether the person may use a permission on something of a bureau.</summary>
    public async Task<bool> MayAsync(string permission, string? bureau = null) => access.May(await PersonAsync(), permission, bureau);

    /// <summary>How far lists reach for the person.</summary>
    public async Task<BureauScope> ScopeAsync(string permission) => access.ScopeOf(await PersonAsync(), permission);

    /// <summary>The caller of a command. The id is made once per form, so that a double click or a retry is the same command.</summary>
    public async Task<Caller> CallerAsync(string commandId) => (await PersonAsync()).ToCaller(commandId);

    /// <summary>The caller of a question, which needs no command id.</summary>
    public Task<Caller> ReaderAsync() => CallerAsync("read");

    /// <summary>The bureau of the active seat, or <see langword="null"/> for the municipality.</summary>
    public async Task<string?> OwnBureauAsync() =>
        (await PersonAsync()).FindFirst(AccessClaims.Bureau)?.Value is { } bureau && bureau != Municipality ? bureau : null;

    /// <summary>A new command id.</summary>
    public static string NewCommandId() => Guid.NewGuid().ToString("n");

    /// <summary>The place of those who work across bureaus.</summary>
    public const string Municipality = "CITY";
}
