using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Components.Cases;

internal static class CasesText
{
    public static readonly Phrase StageLine = new("案件阶段", "Stages of the case");
    public static readonly Phrase Entries = new("记录 {0} 条", "{0} entries");
    public static readonly Phrase Head = new("末条摘要", "Head hash");
    public static readonly Phrase Verified = new("链条核验于 {0}", "Chain verified {0}");
    public static readonly Phrase OverdueMark = new("逾期 {0}", "{0} overdue");
    public static readonly Phrase MissedMark = new("曾逾期 {0}", "{0} missed");
    public static readonly Phrase MissingMark = new("缺 {0} 项", "{0} missing");
    public static readonly Phrase FindingMark = new("问题 {0}", "{0} findings");
}
