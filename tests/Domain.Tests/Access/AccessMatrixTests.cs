using Enforcement.Domain.Access;

namespace Enforcement.Domain.Tests.Access;

public sealed class AccessMatrixTests
{
    /// <summary>The matrix once more, typed independently by permission, so that a slip in one of the two is seen.</summary>
    private static readonly Dictionary<string, string> Expected = new()
    {
        ["session.own"] = "all",
        ["regulations.read"] = "all",
        ["cases.read"] = "window-clerk officer unit-head legal-reviewer leader-in-charge main-leader records-custodian supervisor auditor",
        ["cases.start"] = "window-clerk officer unit-head",
        ["cases.export"] = "legal-reviewer records-custodian supervisor auditor",
        ["acts.record"] = "window-clerk officer unit-head legal-reviewer leader-in-charge main-leader records-custodian",
        ["acts.approve"] = "unit-head legal-reviewer leader-in-charge main-leader",
        ["recordings.read"] = "window-clerk officer unit-head legal-reviewer leader-in-charge main-leader records-custodian supervisor fleet-manager auditor",
        ["recordings.announce"] = "window-clerk officer fleet-manager",
        ["recordings.upload"] = "window-clerk officer records-custodian fleet-manager",
        ["recordings.attach"] = "officer unit-head",
        ["recordings.play"] = "officer unit-head legal-reviewer leader-in-charge main-leader records-custodian supervisor auditor",
        ["findings.read"] = "officer unit-head legal-reviewer leader-in-charge main-leader records-custodian supervisor auditor",
        ["findings.resolve"] = "unit-head leader-in-charge main-leader supervisor",
        ["officers.read"] = "window-clerk officer unit-head legal-reviewer leader-in-charge main-leader records-custodian supervisor fleet-manager administrator auditor",
        ["officers.manage"] = "administrator",
        ["fleet.read"] = "officer unit-head leader-in-charge main-leader supervisor fleet-manager auditor",
        ["fleet.manage"] = "fleet-manager",
        ["telemetry.write"] = "fleet-manager",
        ["admin.accounts"] = "administrator",
        ["admin.clock"] = "administrator",
        ["admin.verify"] = "supervisor administrator auditor",
        ["audit.read"] = "auditor",
    };

    [Fact]
    public void Each_permission_is_held_by_exactly_the_roles_that_were_decided()
    {
        Assert.Equal(Expected.Keys.Order(StringComparer.Ordinal), Permission.All.Select(p => p.Name).Order(StringComparer.Ordinal));
        foreach (var permission in Permission.All)
        {
            var holders = string.Join(' ', RoleNames.All.Where(role => AccessMatrix.ScopeOf(role, permission) is not AccessScope.None).Select(RoleNames.Wire));
            var expected = Expected[permission.Name] == "all" ? string.Join(' ', RoleNames.All.Select(RoleNames.Wire)) : Expected[permission.Name];
            Assert.Equal($"{permission.Name}: {expected}", $"{permission.Name}: {holders}");
        }
    }

    [Fact]
    public void Only_roles_that_may_sit_in_the_municipality_reach_over_the_city_with_anything_but_the_published_law()
    {
        foreach (var role in RoleNames.All.Where(role => !AccessMatrix.MaySitInMunicipality(role)))
        {
            Assert.All(
                Permission.All.Where(permission => permission != Permission.SessionOwn && permission != Permission.RegulationsRead),
                permission => Assert.NotEqual(AccessScope.City, AccessMatrix.ScopeOf(role, permission)));
        }
    }

    [Fact]
    public void The_auditor_changes_nothing_and_the_administrator_reads_no_case()
    {
        Permission[] changes =
        [
            Permission.CasesStart, Permission.ActsRecord, Permission.ActsApprove, Permission.RecordingsAnnounce, Permission.RecordingsUpload, Permission.RecordingsAttach,
            Permission.FindingsResolve, Permission.OfficersManage, Permission.FleetManage, Permission.TelemetryWrite, Permission.AdminAccounts, Permission.AdminClock,
        ];
        Permission[] contents = [Permission.CasesRead, Permission.CasesExport, Permission.RecordingsRead, Permission.RecordingsPlay, Permission.FindingsRead, .. changes[..7]];

        Assert.All(changes, permission => Assert.Equal(AccessScope.None, AccessMatrix.ScopeOf(Role.Auditor, permission)));
        Assert.All(contents, permission => Assert.Equal(AccessScope.None, AccessMatrix.ScopeOf(Role.Administrator, permission)));
    }
}
