using System.Security.Claims;

namespace Enforcement.Grains.Interfaces.Access;

/// <summary>The claims by which a signed-in person is known to the API and to the pages.</summary>
public static class AccessClaims
{
    /// <summary>The account.</summary>
    public const string Id = "sub";

    /// <summary>The name of the person.</summary>
    public const string Name = "name";

    /// <summary>The active role, by its stable name.</summary>
    public const string Role = "role";

    /// <summary>The bureau of the active role, or <c>CITY</c>.</summary>
    public const string Bureau = "bureau";

    /// <summary>The number of the enforcement certificate; absent for who has none.</summary>
    public const string Certificate = "certificate";

    /// <summary>The security stamp of the account: a session with an older stamp is over.</summary>
    public const string Stamp = "stamp";

    /// <summary>Present with the value <c>1</c> while the password must be changed before anything else.</summary>
    public const string MustChangePassword = "must-change-password";

    /// <summary>The caller of a command.</summary>
    /// <param name="person">A signed-in person or program.</param>
    /// <param name="commandId">The client-made id of the command.</param>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public static Caller ToCaller(this ClaimsPrincipal person, string commandId) => new(
        person.Required(Id),
        person.Required(Name),
        person.Required(Role),
        person.Required(Bureau),
        person.FindFirst(Certificate)?.Value,
        commandId);

    private static string Required(this ClaimsPrincipal person, string claim) =>
        person.FindFirst(claim)?.Value ?? throw new InvalidOperationException($"The signed-in person has no claim {claim}.");
}
