namespace Enforcement.Domain.Ledger;

/// <summary>Who did it, as it stood at that moment: written into every entry, so that a later change of name or office changes nothing of the past.</summary>
/// <param name="Id">The officer's id in the platform, or <c>system</c> for a clock that ran out.</param>
/// <param name="Name">The name at that time.</param>
/// <param name="Role">The role the act was done in.</param>
/// <param name="Bureau">The bureau [执法机关] it was done for.</param>
/// <param name="Certificate">The number of the law-enforcement certificate [执法证号], or <see langword="null"/> for who has none.</param>
public sealed record Actor(string Id, string Name, string Role, string Bureau, string? Certificate);
