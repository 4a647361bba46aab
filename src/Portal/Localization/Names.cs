using Enforcement.Grains.Interfaces;

namespace Enforcement.Portal.Localization;

/// <summary>Words for the stable ids that rows of lists carry. An id without words is shown as it is: a deployer's own profile may bring new ones.</summary>
public static class Names
{
    public static readonly (string Id, Phrase Name)[] Stages =
    [
        ("registered", new("登记", "Registered")),
        ("started", new("程序启动", "Started")),
        ("investigation", new("调查取证", "Investigation")),
        ("review", new("审查", "Review")),
        ("decided", new("决定", "Decided")),
        ("served", new("送达", "Served")),
        ("performance", new("履行执行", "Performance")),
        ("ended", new("行为终结", "Ended")),
        ("archived", new("已归档", "Archived")),
    ];

    public static readonly (string Id, Phrase Name)[] ActTypes =
    [
        ("licence", new("行政许可", "Licence")),
        ("penalty", new("行政处罚", "Penalty")),
        ("coercion", new("行政强制", "Coercion")),
        ("inspection", new("行政检查", "Inspection")),
        ("fee", new("行政收费", "Fee")),
        ("levy", new("行政征收", "Levy")),
        ("other", new("其他行政行为", "Other act")),
    ];

    public static readonly (string Id, Phrase Name)[] Origins =
    [
        ("application", new("依申请", "On application")),
        ("ex-officio", new("依职权", "Ex officio")),
        ("complaint", new("投诉举报", "Complaint")),
        ("double-random", new("双随机抽查", "Double-random check")),
        ("urgent", new("情况紧急先行启动", "Urgent start")),
        ("summary", new("简易程序", "Summary procedure")),
    ];

    public static readonly (string Id, Phrase Name)[] Roles =
    [
        ("window-clerk", new("窗口受理人员", "Window clerk")),
        ("officer", new("执法人员", "Officer")),
        ("unit-head", new("办案机构负责人", "Unit head")),
        ("legal-reviewer", new("法制审核人员", "Legal reviewer")),
        ("leader-in-charge", new("分管负责人", "Leader in charge")),
        ("main-leader", new("主要负责人", "Main leader")),
        ("records-custodian", new("档案管理人员", "Records custodian")),
        ("supervisor", new("执法监督人员", "Supervisor")),
        ("fleet-manager", new("记录仪管理员", "Fleet manager")),
        ("administrator", new("系统管理员", "Administrator")),
        ("auditor", new("审计人员", "Auditor")),
    ];

    public static readonly (string Id, Phrase Name)[] Modes =
    [
        ("photo", new("拍照", "Photo")),
        ("audio", new("录音", "Audio")),
        ("video", new("录像", "Video")),
        ("surveillance", new("视频监控", "Surveillance")),
    ];

    public static readonly (string Id, Phrase Name)[] PartyKinds =
    [
        ("person", new("自然人", "Person")),
        ("organisation", new("法人或者其他组织", "Organisation")),
        ("unknown", new("尚未查明", "Not yet known")),
    ];

    private static readonly (string Id, Phrase Name)[] Phases =
    [
        ("running", new("进行中", "Running")),
        ("suspended", new("已中止", "Suspended")),
        ("waiting", new("待载明日期", "Waiting for its date")),
        ("met", new("已按期完成", "Met")),
        ("met-late", new("逾期完成", "Met late")),
        ("missed", new("已逾期", "Missed")),
        ("cancelled", new("已取消", "Cancelled")),
        ("stopped", new("已完成", "Stopped")),
    ];

    private static readonly (string Id, Phrase Name)[] RecordingStates =
    [
        ("recording", new("录制中", "Recording")),
        ("announced", new("已登记，待移交", "Announced")),
        ("received", new("接收中", "Receiving")),
        ("stored", new("已存储", "Stored")),
        ("linked", new("已关联案件", "Linked")),
        ("corrupted", new("校验不符", "Corrupted")),
    ];

    private static readonly (string Id, Phrase Name)[] Requirements =
    [
        ("act", new("环节", "Act")),
        ("field", new("载明事项", "Field")),
        ("officer", new("执法人员", "Officers")),
        ("officers", new("执法人员", "Officers")),
        ("document", new("文书", "Document")),
        ("signature", new("签名", "Signature")),
        ("recording", new("音像记录", "Recording")),
        ("av", new("音像记录", "Recording")),
        ("description", new("文字说明", "Description")),
        ("transcript", new("文字整理", "Transcript")),
    ];

    private static readonly (string Id, Phrase Name)[] Statuses =
    [
        ("present", new("已具备", "Present")),
        ("exempt", new("免予", "Exempt")),
        ("missing", new("缺少", "Missing")),
    ];

    public static string Stage(string id) => Find(Stages, id);

    public static string ActType(string id) => Find(ActTypes, id);

    public static string Origin(string id) => Find(Origins, id);

    public static string Role(string id) => Find(Roles, id);

    public static string Mode(string id) => Find(Modes, id);

    public static string Phase(string id) => Find(Phases, id);

    public static string RecordingState(string id) => Find(RecordingStates, id);

    public static string Requirement(string id) => Find(Requirements, id);

    public static string Status(string id) => Find(Statuses, id);

    public static string PartyKind(string id) => Find(PartyKinds, id);

    public static string Bureau(string nameZh, string nameEn) => new Wording(nameZh, nameEn).Here();

    private static string Find((string Id, Phrase Name)[] words, string id) =>
        Array.Find(words, word => word.Id == id) is { Name: { } name } ? name : id;
}
