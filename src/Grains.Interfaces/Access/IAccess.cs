using System.Security.Claims;
using Enforcement.Grains.Interfaces.ReadModel;

namespace Enforcement.Grains.Interfaces.Access;

/// <summary>Asks the one place that decides access. Pages use it to show only what may be done; the API asks it again for each request.</summary>
public interface IAccess
{
    /// <summary>Whether a person may use a permission.</summary>
    /// <param name="person">The signed-in person.</param>
    /// <param name="permission">One of <see cref="Permissions"/>.</param>
    /// <param name="bureau">The bureau that owns the thing, or <see langword="null"/> for nothing in particular.</param>
    /// <exception cref="ArgumentException">There is no such permission.</exception>
    bool May(ClaimsPrincipal person, string permission, string? bureau = null);

    /// <summary>How far lists may reach for a person; <see cref="BureauScope.None"/> when the permission is missing.</summary>
    /// <param name="person">The signed-in person.</param>
    /// <param name="permission">One of <see cref="Permissions"/>.</param>
    /// <exception cref="ArgumentException">There is no such permission.</exception>
    BureauScope ScopeOf(ClaimsPrincipal person, string permission);
}
