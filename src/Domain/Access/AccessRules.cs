namespace Enforcement.Domain.Access;

/// <summary>The answer to "may they?".</summary>
public abstract record AccessDecision
{
    private AccessDecision()
    {
    }

    /// <summary>Yes.</summary>
    /// <param name="WholeCity">Whether it reaches over the whole city; if not, only over the principal's own bureau. Lists are narrowed by it.</param>
    public sealed record Allowed(bool WholeCity) : AccessDecision;

    /// <summary>No, and why.</summary>
    /// <param name="Violation">The rule that forbids it and what to do next.</param>
    public sealed record Refused(Violation Violation) : AccessDecision;
}

/// <summary>Decides access from the matrix and the seat. Pure; used by the API, the pages and the tests alike.</summary>
public static class AccessRules
{
    /// <summary>Whether a principal may use a permission on something that belongs to a bureau.</summary>
    /// <param name="principal">Who asks.</param>
    /// <param name="permission">What for.</param>
    /// <param name="bureau">
    /// The bureau that owns the thing, or <see cref="Principal.Municipality"/>. <see langword="null"/>: nothing in particular, as in a list;
    /// then <see cref="AccessDecision.Allowed.WholeCity"/> says how far the list may reach.
    /// </param>
    public static AccessDecision Decide(Principal principal, Permission permission, string? bureau)
    {
        var scope = AccessMatrix.ScopeOf(principal.Role, permission);
        if (scope is AccessScope.None)
        {
            return new AccessDecision.Refused(PermissionMissing(principal.Role, permission));
        }

        // A seat never widens: the municipality is needed for the whole city, whatever the role.
        var wholeCity = scope is AccessScope.City && principal.InMunicipality;
        return bureau is null || wholeCity || bureau == principal.Bureau
            ? new AccessDecision.Allowed(wholeCity)
            : new AccessDecision.Refused(ForeignBureau(principal, permission, bureau));
    }

    /// <summary>Whether a role may be held in a seat: handling roles sit in a bureau, never in the municipality.</summary>
    /// <param name="role">The role.</param>
    /// <param name="bureau">The code of the bureau, or <see cref="Principal.Municipality"/>.</param>
    /// <returns>The broken rule, or <see langword="null"/>.</returns>
    public static Violation? CheckSeat(Role role, string bureau) =>
        bureau != Principal.Municipality || AccessMatrix.MaySitInMunicipality(role)
            ? null
            : new Violation(
                "access.seat",
                null,
                new Words($"“{RoleNames.Of(role).Zh}”只能设在执法单位，不能设在市级。", $"The role {RoleNames.Of(role).En} sits in a bureau, not in the municipality."),
                new Words("请选择所属执法单位。", "Choose the bureau in which the person works."),
                "bureau");

    private static Violation PermissionMissing(Role role, Permission permission) => new(
        "access.permission",
        null,
        new Words(
            $"当前角色“{RoleNames.Of(role).Zh}”无权{permission.Text.Zh}。",
            $"The active role {RoleNames.Of(role).En} may not {permission.Text.En}."),
        NextFor(permission));

    private static Violation ForeignBureau(Principal principal, Permission permission, string bureau) => new(
        "access.foreign-bureau",
        null,
        new Words(
            $"您所属单位为 {principal.Bureau}，不能在 {bureau} 范围内{permission.Text.Zh}。",
            $"You belong to {principal.Bureau} and may not {permission.Text.En} of {bureau}."),
        new Words(
            "请联系该单位办理，或请市级监督人员处理。",
            "Ask that bureau to do it, or turn to the supervisor of the municipality."),
        "bureau");

    private static Words NextFor(Permission permission)
    {
        var roles = RoleNames.All.Where(role => AccessMatrix.ScopeOf(role, permission) is not AccessScope.None).Select(RoleNames.Of).ToList();
        return new Words(
            $"可由下列角色办理：{string.Join('、', roles.Select(words => words.Zh))}。如您兼任其中角色，请先切换。",
            $"These roles may: {string.Join(", ", roles.Select(words => words.En))}. If you hold one of them, switch to it first.");
    }
}
