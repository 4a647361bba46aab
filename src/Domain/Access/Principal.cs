namespace Enforcement.Domain.Access;

/// <summary>Who asks: a person or a program, in the active role, in a bureau or in the municipality.</summary>
/// <param name="Id">The account, or the token of a program.</param>
/// <param name="Role">The active role.</param>
/// <param name="Bureau">The code of the bureau, or <see cref="Municipality"/>.</param>
public sealed record Principal(string Id, Role Role, string Bureau)
{
    /// <summary>The seat of those who work for the city and not for one bureau [市级]. Never the code of a bureau.</summary>
    public const string Municipality = "CITY";

    /// <summary>Whether this principal sits in the municipality.</summary>
    public bool InMunicipality => Bureau == Municipality;
}
