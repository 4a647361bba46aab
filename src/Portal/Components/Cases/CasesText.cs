using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Components.Cases;

internal static class CasesText
{
    public static readonly Phrase StageNow = new("所处阶段", "Stage");
    public static readonly Phrase StageLine = new("案件阶段", "Stages of the case");
    public static readonly Phrase Entries = new("记录 {0} 条", "{0} entries");
    public static readonly Phrase Head = new("末条摘要", "Head hash");
    public static readonly Phrase Verified = new("链条核验于 {0}", "Chain verified {0}");
    public static readonly Phrase OverdueMark = new("逾期 {0}", "{0} overdue");
    public static readonly Phrase MissedMark = new("曾逾期 {0}", "{0} missed");
    public static readonly Phrase MissingMark = new("缺 {0} 项", "{0} missing");
    public static readonly Phrase FindingMark = new("问题 {0}", "{0} findings");
    public static readonly Phrase DownloadLedger = new("下载本案全部链式记录（JSON）", "Download all ledger entries of the case (JSON)");
    public static readonly Phrase Checkpoint = new("检查点", "Checkpoint");
    public static readonly Phrase Covered = new(
        "{0} 的检查点已涵盖本案末条记录，其时全库 {1} 条，根摘要",
        "Covered by the checkpoint of {0} over all {1} entries of the ledger, with the root");
    public static readonly Phrase NotCovered = new(
        "最近一次检查点之后又有新记录，将由下一检查点涵盖。",
        "Entries were added since the last checkpoint; the next one will cover them.");
    public static readonly Phrase HowTo = new("核验方法", "How to check it");
    public static readonly Phrase HowToCheck = new(
        "下载记录，对每条的 entry（规范 JSON，UTF-8）逐条计算 SHA-256，应与其 hash 一致；每条的 previous 应为前一条的 hash，第一条为 64 个 0；最后一条的 hash 应与上面的末条摘要一致。任何一处改动都会使其后的摘要不同。截去末尾或者删除整案，由检查点的条数和根摘要发现。",
        "Download the entries and compute SHA-256 over the entry (canonical JSON, UTF-8) of each; it must equal its hash. The previous of each is the hash of the one before it, 64 zeros for the first, and the last hash must equal the head hash above. Any change makes all later hashes differ. An end cut off or a case dropped is found by the count and root of a checkpoint.");
}
