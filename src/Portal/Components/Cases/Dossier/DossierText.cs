using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Components.Cases.Dossier;

internal static class DossierText
{
    public static readonly Phrase Title = new("行政执法案卷", "Administrative enforcement case file");
    public static readonly Phrase Training = new("培训案件，不具有法律效力", "Training case, without legal effect");
    public static readonly Phrase Tools = new("打印", "Print");
    public static readonly Phrase PrintNow = new("打印案卷", "Print the file");
    public static readonly Phrase Hint = new("在打印窗口中可选择打印机，也可另存为 PDF。", "In the print dialog choose a printer, or save as PDF.");
    public static readonly Phrase Back = new("返回案件", "Back to the case");
    public static readonly Phrase Contents = new("卷内目录", "Contents");
    public static readonly Phrase Place = new("序号", "No.");
    public static readonly Phrase Code = new("编号", "Code");
    public static readonly Phrase Heading = new("题名", "Title");
    public static readonly Phrase Day = new("日期", "Date");
    public static readonly Phrase Responsible = new("责任者", "By");
    public static readonly Phrase Paper = new("文号", "Paper no.");
    public static readonly Phrase Note = new("备注", "Note");
    public static readonly Phrase Party = new("当事人", "Party");
    public static readonly Phrase PartyId = new("证件号码或统一社会信用代码", "Identity or credit code");
    public static readonly Phrase PartyContact = new("住址、电话", "Address, phone");
    public static readonly Phrase Cause = new("案由", "Cause");
    public static readonly Phrase Acts = new("执法过程记录", "Acts in order");
    public static readonly Phrase Occurred = new("发生时间", "Happened");
    public static readonly Phrase Written = new("记录时间", "Written down");
    public static readonly Phrase Recorder = new("记录人", "Written down by");
    public static readonly Phrase Basis = new("依据", "Article");
    public static readonly Phrase Corrected = new("本条已由 {0} 更正，仅供查考", "Corrected by {0}; kept for reference");
    public static readonly Phrase Recordings = new("音像记录目录", "Recordings");
    public static readonly Phrase NoRecordings = new("本案没有音像记录。", "The case has no recordings.");
    public static readonly Phrase Mode = new("方式", "Kind");
    public static readonly Phrase Stored = new("存储时间", "Stored");
    public static readonly Phrase Terms = new("期限", "Terms");
    public static readonly Phrase NoTerms = new("本案没有期限。", "The case has no terms.");
    public static readonly Phrase Term = new("期限名称", "Term");
    public static readonly Phrase State = new("状态", "State");
    public static readonly Phrase Due = new("届满", "Ends");
    public static readonly Phrase Why = new("计算说明", "How it is counted");
    public static readonly Phrase Findings = new("监督问题与记录完整性", "Findings and completeness");
    public static readonly Phrase Missing = new("尚缺的记录", "Records that are missing");
    public static readonly Phrase Open = new("未处理", "open");
    public static readonly Phrase Proof = new("链式存证", "Proof");
    public static readonly Phrase EntryCount = new("链式记录条数", "Entries");
    public static readonly Phrase Position = new("末条记录在全库中的位置", "Place of the last entry in the whole ledger");
    public static readonly Phrase ProfileHash = new("适用制度文本的摘要", "Hash of the text of the regulation");
    public static readonly Phrase Foot = new("案号 {0}　打印时间 {1}", "Case {0}, printed {1}");
    public static readonly Phrase PrintedBy = new("打印人", "Printed by");
    public static readonly Phrase PrintedAt = new("打印时间", "Printed");
}
