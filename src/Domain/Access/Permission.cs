using System.Collections.Immutable;

namespace Enforcement.Domain.Access;

/// <summary>One thing that may be done [权限]. A closed set: no other value can be made.</summary>
/// <remarks>A permission opens the door only. Which act a role may record at which stage, and who may approve whose work, is decided by the regulation profile.</remarks>
public sealed record Permission
{
    private Permission(string name, string zh, string en)
    {
        Name = name;
        Text = new Words(zh, en);
    }

    /// <summary>Stable name: <c>cases.read</c>.</summary>
    public string Name { get; }

    /// <summary>What it allows, for people.</summary>
    public Words Text { get; }

    /// <summary>Use one's own session: sign out, change the password, choose the active role, see the home page.</summary>
    public static Permission SessionOwn { get; } = new("session.own", "使用本人会话", "use one's own session");

    /// <summary>Read cases, their acts, clocks and completeness.</summary>
    public static Permission CasesRead { get; } = new("cases.read", "查阅案件", "read cases");

    /// <summary>Start a case, ex officio or on an application [立案、受理].</summary>
    public static Permission CasesStart { get; } = new("cases.start", "启动案件", "start a case");

    /// <summary>Export the dossier of a case with its proof.</summary>
    public static Permission CasesExport { get; } = new("cases.export", "导出案卷", "export a dossier");

    /// <summary>Record an act in a case; the profile says which.</summary>
    public static Permission ActsRecord { get; } = new("acts.record", "记录执法行为", "record an act");

    /// <summary>Approve or send back what another recorded [审批].</summary>
    public static Permission ActsApprove { get; } = new("acts.approve", "审批", "approve or send back");

    /// <summary>See which recordings exist and where they stand.</summary>
    public static Permission RecordingsRead { get; } = new("recordings.read", "查阅音像记录目录", "read the list of recordings");

    /// <summary>Announce a recording before its file exists.</summary>
    public static Permission RecordingsAnnounce { get; } = new("recordings.announce", "登记音像记录", "announce a recording");

    /// <summary>Hand a recording's file in [移交].</summary>
    public static Permission RecordingsUpload { get; } = new("recordings.upload", "上传音像记录", "upload a recording");

    /// <summary>Link a recording to an act.</summary>
    public static Permission RecordingsAttach { get; } = new("recordings.attach", "关联音像记录", "attach a recording to an act");

    /// <summary>Play a recording; each view is an audited act.</summary>
    public static Permission RecordingsPlay { get; } = new("recordings.play", "调阅音像记录", "play a recording");

    /// <summary>Read findings of supervision [监督发现的问题].</summary>
    public static Permission FindingsRead { get; } = new("findings.read", "查阅监督问题", "read findings");

    /// <summary>Answer or close a finding.</summary>
    public static Permission FindingsResolve { get; } = new("findings.resolve", "处理监督问题", "resolve findings");

    /// <summary>Read the register of officers and certificates.</summary>
    public static Permission OfficersRead { get; } = new("officers.read", "查阅执法人员名录", "read the register of officers");

    /// <summary>Keep the register of officers and certificates.</summary>
    public static Permission OfficersManage { get; } = new("officers.manage", "维护执法人员名录", "keep the register of officers");

    /// <summary>See recorders and docking stations.</summary>
    public static Permission FleetRead { get; } = new("fleet.read", "查看执法记录仪", "see the fleet");

    /// <summary>Issue, return, repair and retire recorders.</summary>
    public static Permission FleetManage { get; } = new("fleet.manage", "管理执法记录仪", "manage the fleet");

    /// <summary>Send telemetry of recorders and docking stations; held by gateways.</summary>
    public static Permission TelemetryWrite { get; } = new("telemetry.write", "上报记录仪状态", "send telemetry");

    /// <summary>Read regulation profiles and the work calendar.</summary>
    public static Permission RegulationsRead { get; } = new("regulations.read", "查阅执法规定", "read regulations");

    /// <summary>Keep accounts, roles and tokens of programs.</summary>
    public static Permission AdminAccounts { get; } = new("admin.accounts", "管理账户", "manage accounts");

    /// <summary>Advance a training clock; record the reason why a clock behind the ledger is accepted.</summary>
    public static Permission AdminClock { get; } = new("admin.clock", "管理法定时钟", "manage the legal clock");

    /// <summary>Have the ledger and the media verified.</summary>
    public static Permission AdminVerify { get; } = new("admin.verify", "校验账本", "verify the ledger");

    /// <summary>Read the audit trail: who viewed what, who signed in.</summary>
    public static Permission AuditRead { get; } = new("audit.read", "查阅审计日志", "read the audit trail");

    /// <summary>Every permission, once.</summary>
    public static ImmutableArray<Permission> All { get; } =
    [
        SessionOwn, CasesRead, CasesStart, CasesExport, ActsRecord, ActsApprove, RecordingsRead, RecordingsAnnounce, RecordingsUpload,
        RecordingsAttach, RecordingsPlay, FindingsRead, FindingsResolve, OfficersRead, OfficersManage, FleetRead, FleetManage,
        TelemetryWrite, RegulationsRead, AdminAccounts, AdminClock, AdminVerify, AuditRead,
    ];

    /// <summary>The permission of that name, or <see langword="null"/>.</summary>
    /// <param name="name">The stable name, exact.</param>
    public static Permission? Parse(string? name)
    {
        foreach (var permission in All)
        {
            if (permission.Name == name)
            {
                return permission;
            }
        }

        return null;
    }
}
