using System.Collections.Immutable;
using System.Diagnostics;

namespace Enforcement.Domain.Access;

/// <summary>How a role is written: for programs and files (<see cref="Wire"/>), and for people (<see cref="Of"/>).</summary>
public static class RoleNames
{
    /// <summary>Every role, in the order of the organisation.</summary>
    public static ImmutableArray<Role> All { get; } = [.. Enum.GetValues<Role>()];

    /// <summary>The stable name of a role: lower case, words joined by a hyphen. Stored in accounts, tokens and ledger entries.</summary>
    /// <param name="role">The role.</param>
    public static string Wire(Role role) => role switch
    {
        Role.WindowClerk => "window-clerk",
        Role.Officer => "officer",
        Role.UnitHead => "unit-head",
        Role.LegalReviewer => "legal-reviewer",
        Role.LeaderInCharge => "leader-in-charge",
        Role.MainLeader => "main-leader",
        Role.RecordsCustodian => "records-custodian",
        Role.Supervisor => "supervisor",
        Role.FleetManager => "fleet-manager",
        Role.Administrator => "administrator",
        Role.Auditor => "auditor",
        _ => throw new UnreachableException($"RoleNames does not know {role}."),
    };

    /// <summary>The role behind a stable name, or <see langword="null"/> when there is none. Exact: no other case, no blanks.</summary>
    /// <param name="wire">The stable name.</param>
    public static Role? Parse(string? wire)
    {
        foreach (var role in All)
        {
            if (Wire(role) == wire)
            {
                return role;
            }
        }

        return null;
    }

    /// <summary>The name of a role for people.</summary>
    /// <param name="role">The role.</param>
    public static Words Of(Role role) => role switch
    {
        Role.WindowClerk => new("窗口受理人员", "Window clerk"),
        Role.Officer => new("执法人员", "Officer"),
        Role.UnitHead => new("办案机构负责人", "Unit head"),
        Role.LegalReviewer => new("法制审核人员", "Legal reviewer"),
        Role.LeaderInCharge => new("分管负责人", "Leader in charge"),
        Role.MainLeader => new("主要负责人", "Main leader"),
        Role.RecordsCustodian => new("档案管理人员", "Records custodian"),
        Role.Supervisor => new("执法监督人员", "Supervisor"),
        Role.FleetManager => new("记录仪管理员", "Fleet manager"),
        Role.Administrator => new("系统管理员", "Administrator"),
        Role.Auditor => new("审计人员", "Auditor"),
        _ => throw new UnreachableException($"RoleNames does not know {role}."),
    };
}
