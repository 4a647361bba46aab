namespace Enforcement.Domain;

/// <summary>Who did something [行为人], as known when it was done. Written into the fact, so that a later change of name or office does not change the past.</summary>
/// <param name="Id">The account id.</param>
/// <param name="Name">The name.</param>
/// <param name="Role">The role used, kebab-case.</param>
/// <param name="Bureau">The bureau's id.</param>
/// <param name="Certificate">The number of the law-enforcement certificate [执法证号], for those who have one.</param>
public sealed record Person(string Id, string Name, string Role, string Bureau, string? Certificate = null)
{
    /// <summary>The platform itself: sweeps, checks, imports.</summary>
    public static Person System { get; } = new("system", "系统", "system", "system");
}
