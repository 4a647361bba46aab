namespace Enforcement.Domain.Access;

/// <summary>The capacity in which a person acts [岗位角色]. A person may hold several; exactly one is active in a session and stands in every entry.</summary>
public enum Role
{
    /// <summary>Window clerk [窗口受理人员]: takes applications in, hands receipts and documents out.</summary>
    WindowClerk,

    /// <summary>Enforcement officer [执法人员]: handles cases, with a certificate number [执法证号].</summary>
    Officer,

    /// <summary>Head of the handling unit [办案机构负责人].</summary>
    UnitHead,

    /// <summary>Legal reviewer [法制审核人员]: reviews the draft before the decision.</summary>
    LegalReviewer,

    /// <summary>Leader in charge [分管负责人].</summary>
    LeaderInCharge,

    /// <summary>Main leader of the bureau [局主要负责人].</summary>
    MainLeader,

    /// <summary>Records custodian [档案管理人员]: archives, keeps, and shows the archived file.</summary>
    RecordsCustodian,

    /// <summary>Supervisor [执法监督人员]: of the municipality, or of one bureau.</summary>
    Supervisor,

    /// <summary>Fleet manager [执法记录仪管理员]: recorders, docking stations and what they hand in.</summary>
    FleetManager,

    /// <summary>Administrator [系统管理员]: accounts, clock, health. Reads no case.</summary>
    Administrator,

    /// <summary>Auditor [审计人员]: reads everything, writes nothing.</summary>
    Auditor,
}
