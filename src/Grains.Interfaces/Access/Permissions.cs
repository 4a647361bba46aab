using System.Collections.Immutable;

namespace Enforcement.Grains.Interfaces.Access;

/// <summary>The names of the permissions [权限], for pages and clients that do not see the rules. The same set as the domain's, held equal by a test.</summary>
public static class Permissions
{
    /// <summary>Use one's own session.</summary>
    public const string SessionOwn = "session.own";

    /// <summary>Read cases.</summary>
    public const string CasesRead = "cases.read";

    /// <summary>Start a case.</summary>
    public const string CasesStart = "cases.start";

    /// <summary>Export a dossier.</summary>
    public const string CasesExport = "cases.export";

    /// <summary>Record an act.</summary>
    public const string ActsRecord = "acts.record";

    /// <summary>Approve or send back.</summary>
    public const string ActsApprove = "acts.approve";

    /// <summary>Read the list of recordings.</summary>
    public const string RecordingsRead = "recordings.read";

    /// <summary>Announce a recording.</summary>
    public const string RecordingsAnnounce = "recordings.announce";

    /// <summary>Upload a recording.</summary>
    public const string RecordingsUpload = "recordings.upload";

    /// <summary>Attach a recording to an act.</summary>
    public const string RecordingsAttach = "recordings.attach";

    /// <summary>Play a recording.</summary>
    public const string RecordingsPlay = "recordings.play";

    /// <summary>Read findings.</summary>
    public const string FindingsRead = "findings.read";

    /// <summary>Resolve findings.</summary>
    public const string FindingsResolve = "findings.resolve";

    /// <summary>Read the register of officers.</summary>
    public const string OfficersRead = "officers.read";

    /// <summary>Keep the register of officers.</summary>
    public const string OfficersManage = "officers.manage";

    /// <summary>See the fleet.</summary>
    public const string FleetRead = "fleet.read";

    /// <summary>Manage the fleet.</summary>
    public const string FleetManage = "fleet.manage";

    /// <summary>Send telemetry.</summary>
    public const string TelemetryWrite = "telemetry.write";

    /// <summary>Read regulations and the work calendar.</summary>
    public const string RegulationsRead = "regulations.read";

    /// <summary>Manage accounts and tokens.</summary>
    public const string AdminAccounts = "admin.accounts";

    /// <summary>Manage the legal clock.</summary>
    public const string AdminClock = "admin.clock";

    /// <summary>Verify ledger and media.</summary>
    public const string AdminVerify = "admin.verify";

    /// <summary>Read the audit trail.</summary>
    public const string AuditRead = "audit.read";

    /// <summary>Every name, once.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        SessionOwn, CasesRead, CasesStart, CasesExport, ActsRecord, ActsApprove, RecordingsRead, RecordingsAnnounce, RecordingsUpload,
        RecordingsAttach, RecordingsPlay, FindingsRead, FindingsResolve, OfficersRead, OfficersManage, FleetRead, FleetManage,
        TelemetryWrite, RegulationsRead, AdminAccounts, AdminClock, AdminVerify, AuditRead,
    ];
}
