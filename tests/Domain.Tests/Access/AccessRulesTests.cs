using Enforcement.Domain.Access;

namespace Enforcement.Domain.Tests.Access;

public sealed class AccessRulesTests
{
    private static readonly Principal Officer = new("cm-officer", Role.Officer, "CM");
    private static readonly Principal CitySupervisor = new("city-supervisor", Role.Supervisor, Principal.Municipality);
    private static readonly Principal BureauSupervisor = new("cm-supervisor", Role.Supervisor, "CM");

    [Fact]
    public void An_officer_reads_the_cases_of_the_own_bureau_and_a_list_is_held_to_it()
    {
        Assert.Equal(new AccessDecision.Allowed(WholeCity: false), AccessRules.Decide(Officer, Permission.CasesRead, "CM"));
        Assert.Equal(new AccessDecision.Allowed(WholeCity: false), AccessRules.Decide(Officer, Permission.CasesRead, bureau: null));
    }

    [Fact]
    public void A_foreign_bureau_is_refused_by_name()
    {
        var refused = Assert.IsType<AccessDecision.Refused>(AccessRules.Decide(Officer, Permission.CasesRead, "TA"));

        Assert.Equal("access.foreign-bureau", refused.Violation.Code);
        Assert.Contains("TA", refused.Violation.Text.Zh, StringComparison.Ordinal);
        Assert.Contains("TA", refused.Violation.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_permission_names_the_roles_that_hold_it()
    {
        var refused = Assert.IsType<AccessDecision.Refused>(AccessRules.Decide(Officer, Permission.AuditRead, "CM"));

        Assert.Equal("access.permission", refused.Violation.Code);
        Assert.Contains("审计人员", refused.Violation.Next.Zh, StringComparison.Ordinal);
        Assert.Contains("Auditor", refused.Violation.Next.En, StringComparison.Ordinal);
    }

    [Fact]
    public void The_supervisor_of_the_municipality_sees_the_city()
    {
        Assert.Equal(new AccessDecision.Allowed(WholeCity: true), AccessRules.Decide(CitySupervisor, Permission.CasesRead, "GC"));
        Assert.Equal(new AccessDecision.Allowed(WholeCity: true), AccessRules.Decide(CitySupervisor, Permission.CasesRead, bureau: null));
    }

    [Fact]
    public void The_supervisor_of_a_bureau_sees_that_bureau_only()
    {
        Assert.Equal(new AccessDecision.Allowed(WholeCity: false), AccessRules.Decide(BureauSupervisor, Permission.CasesRead, "CM"));
        Assert.IsType<AccessDecision.Refused>(AccessRules.Decide(BureauSupervisor, Permission.CasesRead, "GC"));
    }

    [Fact]
    public void An_administrator_of_a_bureau_has_no_say_over_the_clock_of_the_city()
    {
        Principal administrator = new("cm-administrator", Role.Administrator, "CM");

        Assert.IsType<AccessDecision.Allowed>(AccessRules.Decide(administrator, Permission.AdminAccounts, "CM"));
        Assert.IsType<AccessDecision.Refused>(AccessRules.Decide(administrator, Permission.AdminClock, Principal.Municipality));
    }

    [Theory]
    [InlineData(Role.Officer, "CM", true)]
    [InlineData(Role.Officer, Principal.Municipality, false)]
    [InlineData(Role.MainLeader, Principal.Municipality, false)]
    [InlineData(Role.Supervisor, Principal.Municipality, true)]
    [InlineData(Role.Supervisor, "CM", true)]
    [InlineData(Role.Auditor, Principal.Municipality, true)]
    public void Handling_roles_sit_in_a_bureau(Role role, string bureau, bool allowed) =>
        Assert.Equal(allowed ? null : "access.seat", AccessRules.CheckSeat(role, bureau)?.Code);
}
