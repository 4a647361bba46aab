using static Enforcement.Domain.Access.AccessScope;
using static Enforcement.Domain.Access.Permission;

namespace Enforcement.Domain.Access;

/// <summary>How far a permission reaches.</summary>
public enum AccessScope
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>The bureau in which the person sits [本单位].</summary>
    OwnBureau,

    /// <summary>The whole city for a person of the municipality; a person of one bureau is held to that bureau all the same.</summary>
    City,
}

/// <summary>Who may do what, and how far: the only place where it is written.</summary>
/// <remarks>
/// The choices, one by one:
/// <list type="bullet">
/// <item>Who handles a case (clerk, officer, heads, reviewer, leaders, custodian) never sees another bureau: a case belongs to the bureau whose regulation it runs under.</item>
/// <item>Every role that takes part in the internal approval flow both records acts (its own review, decision) and approves; the profile says which act and at which stage.</item>
/// <item>The window clerk starts cases on application and records receipt and service, but sees no recording played: recordings of on-site acts show third parties.</item>
/// <item>Only roles that answer for the file take it out of the house: custodian, legal reviewer, supervisor, auditor.</item>
/// <item>A list of cases is exported by whoever may read it (<see cref="CasesRead"/>): the file holds no more than the pages that the same person reads one after the other, of the same bureaus,
/// and daily work needs it; <see cref="CasesExport"/> is about dossiers with their documents and proof. Each export is logged with who, which filters and how many.</item>
/// <item>The fleet manager knows that a recording exists and hands it in, since custody starts at the docking station, but does not play it.</item>
/// <item>The supervisor [执法监督] reads everything and resolves findings; it records no act, because supervision must not handle what it supervises.</item>
/// <item>The administrator keeps accounts and the register of officers and may have everything verified, but reads no case: whoever can hand out roles must not profit from them unseen.</item>
/// <item>The auditor reads all, the audit trail included, and writes nothing.</item>
/// </list>
/// </remarks>
public static class AccessMatrix
{
    /// <summary>How far a role may use a permission. Every pair that is not granted is <see cref="None"/>.</summary>
    /// <param name="role">The active role.</param>
    /// <param name="permission">What is asked for.</param>
    public static AccessScope ScopeOf(Role role, Permission permission) =>
        Grants[role].TryGetValue(permission, out var scope) ? scope : None;

    /// <summary>Whether a role may sit in the municipality [市级] and not in a bureau: those that work across bureaus.</summary>
    /// <param name="role">The role.</param>
    public static bool MaySitInMunicipality(Role role) => role is Role.Supervisor or Role.FleetManager or Role.Administrator or Role.Auditor;

    private static readonly Permission[] Everyone = [SessionOwn, RegulationsRead];

    private static readonly Dictionary<Role, Dictionary<Permission, AccessScope>> Grants = new()
    {
        [Role.WindowClerk] = Grant(OwnBureau, CasesRead, CasesStart, ActsRecord, RecordingsRead, RecordingsAnnounce, RecordingsUpload, OfficersRead),
        [Role.Officer] = Grant(
            OwnBureau, CasesRead, CasesStart, ActsRecord, RecordingsRead, RecordingsAnnounce, RecordingsUpload, RecordingsAttach,
            RecordingsPlay, FindingsRead, OfficersRead, FleetRead),
        [Role.UnitHead] = Grant(
            OwnBureau, CasesRead, CasesStart, ActsRecord, ActsApprove, RecordingsRead, RecordingsAttach, RecordingsPlay, FindingsRead,
            FindingsResolve, OfficersRead, FleetRead),
        [Role.LegalReviewer] = Grant(
            OwnBureau, CasesRead, CasesExport, ActsRecord, ActsApprove, RecordingsRead, RecordingsPlay, FindingsRead, OfficersRead),
        [Role.LeaderInCharge] = Grant(
            OwnBureau, CasesRead, ActsRecord, ActsApprove, RecordingsRead, RecordingsPlay, FindingsRead, FindingsResolve, OfficersRead, FleetRead),
        [Role.MainLeader] = Grant(
            OwnBureau, CasesRead, ActsRecord, ActsApprove, RecordingsRead, RecordingsPlay, FindingsRead, FindingsResolve, OfficersRead, FleetRead),
        [Role.RecordsCustodian] = Grant(
            OwnBureau, CasesRead, CasesExport, ActsRecord, RecordingsRead, RecordingsUpload, RecordingsPlay, FindingsRead, OfficersRead),
        [Role.Supervisor] = Grant(
            City, CasesRead, CasesExport, RecordingsRead, RecordingsPlay, FindingsRead, FindingsResolve, OfficersRead, FleetRead, AdminVerify),
        [Role.FleetManager] = Grant(
            City, FleetRead, FleetManage, TelemetryWrite, RecordingsRead, RecordingsAnnounce, RecordingsUpload, OfficersRead),
        [Role.Administrator] = Grant(City, AdminAccounts, AdminClock, AdminVerify, OfficersRead, OfficersManage),
        [Role.Auditor] = Grant(
            City, CasesRead, CasesExport, RecordingsRead, RecordingsPlay, FindingsRead, OfficersRead, FleetRead, AuditRead, AdminVerify),
    };

    private static Dictionary<Permission, AccessScope> Grant(AccessScope scope, params ReadOnlySpan<Permission> permissions)
    {
        // What concerns no bureau (one's own session, the published law) is open to everyone who has signed in.
        var grants = Everyone.ToDictionary(permission => permission, _ => City);
        foreach (var permission in permissions)
        {
            grants.Add(permission, scope);
        }

        return grants;
    }
}
