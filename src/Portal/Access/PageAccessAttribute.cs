using Microsoft.AspNetCore.Authorization;

namespace Enforcement.Portal.Access;

/// <summary>Says which permission a page needs. A page without it, and not on the list of anonymous pages, keeps the program from starting.</summary>
/// <param name="permission">One of <see cref="Enforcement.Grains.Interfaces.Access.Permissions"/>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PageAccessAttribute(string permission) : AuthorizeAttribute(PolicyPrefix + permission)
{
    /// <summary>What the names of access policies begin with; the rest is the permission.</summary>
    public const string PolicyPrefix = "access:";

    /// <summary>The permission.</summary>
    public string Permission { get; } = permission;
}
