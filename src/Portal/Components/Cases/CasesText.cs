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
    public static readonly Phrase DownloadLedger = new("下载本案全部链式记录（JSON）", "Download all ledger entries of the case (JSON)");
    public static readonly Phrase HowToCheck = new(
        "核验方法：下载记录，从第一条起逐条计算 SHA-256，每条含前一条的摘要，最后一条应与上面的末条摘要一致；任何一处改动都会使其后的摘要不同。",
        "To check it: download the entries and compute SHA-256 from the first on; each contains the hash of the one before it, and the last must equal the head hash above. Any change makes all later hashes differ.");
}
