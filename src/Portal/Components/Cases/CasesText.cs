using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Components.Cases;

internal static class CasesText
{
    public static readonly Phrase StageLine = new("案件阶段", "Stages of the case");
    public static readonly Phrase Entries = new("记录 {0} 条", "{0} entries");
    public static readonly Phrase Head = new("末条摘要", "Head hash");
    public static readonly Phrase Verified = new("链条核验于 {0}", "Chain verified {0}");
}
