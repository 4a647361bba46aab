namespace Enforcement.Walk;

/// <summary>One step: an act with the field values that decide the course; everything else is filled in from the form.</summary>
internal sealed record Step(string Kind, params (string Field, string Value)[] Say);

/// <summary>The course of one case under one regulation.</summary>
internal sealed record Course(string Code, string Bureau, string NameZh, string NameEn, string Mark, string ActType, string Origin, string Title, string Party, Step[] Steps)
{
    private static readonly Step[] Ending =
    [
        new("performance"), new("end-of-act", ("ground", "performed")),
    ];

    private static readonly Step[] Filing = [new("archive-handover"), new("archive")];

    private static readonly Step[] Start =
    [
        new("urgent-start"), new("start-report", ("major", "false")), new("start-unit-opinion", ("outcome", "passed")), new("start-approval", ("outcome", "approved")),
    ];

    private static readonly Step[] Deciding =
    [
        new("draft", ("major", "false")), new("draft-review", ("outcome", "passed")), new("legal-review", ("outcome", "passed")), new("decision-approval", ("outcome", "approved")), new("decision"),
        new("service-direct", ("served", "decision")),
    ];

    /// <summary>An urgent case for CM, TA, FS and GC, an application with on-site check and hearing for CZ.</summary>
    public static Course[] All { get; } =
    [
        new("CM", "CM", "城市管理局", "City Management Bureau", "城管", "penalty", "urgent", "擅自挖掘城市道路", "畅通管道工程有限公司",
            [.. Start, new("on-site-inspection"), new("inquiry"), new("rights-notice"), .. Deciding, .. Ending, .. Filing]),
        new("TA", "TA", "综合行政执法局", "Integrated Enforcement Bureau", "综执", "penalty", "urgent", "擅自倾倒工程泥浆", "泰丰基础工程有限公司",
            [.. Start.Where(s => s.Kind != "start-unit-opinion"), new("on-site-inspection"), new("inquiry"), new("rights-notice"), new("legal-review", ("outcome", "passed")), new("decision-approval", ("outcome", "approved")), new("decision"), new("service-direct", ("served", "decision")), .. Ending, new("end-of-execution"), .. Filing]),
        new("FS", "FS", "文化市场综合执法局", "Culture Market Enforcement Bureau", "文执", "penalty", "urgent", "未经许可从事营业性演出", "欢乐谷演艺吧",
            [.. Start, new("on-site-inspection"), new("inquiry"), new("rights-notice"), new("statement-defence", ("phase", "before-decision")), new("re-check", ("phase", "before-decision")), .. Deciding, .. Ending, .. Filing]),
        new("GC", "GC", "生态环境局", "Ecology and Environment Bureau", "环", "penalty", "urgent", "大气污染防治设施不正常运行", "西域建材有限公司",
            [.. Start.Where(s => s.Kind != "start-unit-opinion"), new("on-site-inspection"), new("inquiry"), new("rights-notice"), new("closing-report"), new("legal-review", ("outcome", "passed")), new("decision-approval", ("outcome", "approved")), new("decision"), new("service-direct", ("served", "decision")), new("performance"), new("supervision-report"), new("end-of-act", ("ground", "performed")), .. Filing]),
        new("CZ", "CZ", "行政审批服务管理局", "Administrative Approvals Bureau", "审批", "licence", "application", "公共场所卫生许可申请", "悦来宾馆有限公司",
            [new("application"), new("application-outcome", ("outcome", "accepted")), new("decision-date-notice"), new("on-site-inspection"), new("hearing-notice"), new("hearing"), .. Deciding, new("end-of-act", ("ground", "licence-given")), .. Filing]),
    ];
}
