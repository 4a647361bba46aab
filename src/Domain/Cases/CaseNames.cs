using System.Diagnostics;
using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Cases;

/// <summary>Names of the kinds of administrative act [行政行为类别].</summary>
public static class ActTypeNames
{
    /// <summary>The name in both languages.</summary>
    public static Words Of(ActType type) => type switch
    {
        ActType.Licence => new("行政许可", "Licence"),
        ActType.Penalty => new("行政处罚", "Penalty"),
        ActType.Coercion => new("行政强制", "Coercion"),
        ActType.Inspection => new("行政检查", "Inspection"),
        ActType.Fee => new("行政收费", "Fee"),
        ActType.Levy => new("行政征收", "Levy"),
        ActType.Other => new("其他行政行为", "Other act"),
        _ => throw new UnreachableException($"Unknown act type {type}."),
    };
}

/// <summary>Names of the origins of a case [案件来源].</summary>
public static class OriginNames
{
    /// <summary>The name in both languages.</summary>
    public static Words Of(CaseOrigin origin) => origin switch
    {
        CaseOrigin.Application => new("依申请", "On application"),
        CaseOrigin.ExOfficio => new("依职权", "Ex officio"),
        CaseOrigin.Complaint => new("投诉举报", "Complaint"),
        CaseOrigin.DoubleRandom => new("双随机抽查", "Double-random check"),
        CaseOrigin.Urgent => new("情况紧急先行启动", "Urgent start"),
        CaseOrigin.Summary => new("简易程序", "Summary procedure"),
        _ => throw new UnreachableException($"Unknown origin {origin}."),
    };
}

/// <summary>Names of the stages [阶段].</summary>
public static class StageNames
{
    /// <summary>The name in both languages.</summary>
    public static Words Of(CaseStage stage) => stage switch
    {
        CaseStage.Registered => new("登记", "Registered"),
        CaseStage.Started => new("程序启动", "Started"),
        CaseStage.Investigation => new("调查取证", "Investigation"),
        CaseStage.Review => new("审查", "Review"),
        CaseStage.Decided => new("决定", "Decided"),
        CaseStage.Served => new("送达", "Served"),
        CaseStage.Performance => new("履行执行", "Performance"),
        CaseStage.Ended => new("行为终结", "Ended"),
        CaseStage.Archived => new("已归档", "Archived"),
        _ => throw new UnreachableException($"Unknown stage {stage}."),
    };
}
