using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Components.Forms;

internal static class FormsText
{
    public static readonly Phrase OccurredAt = new("发生时间", "When it happened");
    public static readonly Phrase OccurredHint = new("空着即为现在；时间由系统与记录时间分别保存", "Empty means now; kept apart from when it is written down");
    public static readonly Phrase Measured = new("发生时间由系统在提交时记载", "The system takes the instant when you submit");
    public static readonly Phrase Fields = new("载明事项", "What must be stated");
    public static readonly Phrase Officers = new("在场执法人员", "Officers present");
    public static readonly Phrase OfficersNeed = new("不少于 {0} 人", "at least {0}");
    public static readonly Phrase Certificate = new("执法证号", "Certificate");
    public static readonly Phrase Present = new("在场", "Present");
    public static readonly Phrase CertificateShown = new("已出示证件", "Certificate shown");
    public static readonly Phrase Expired = new("证件已过期", "Expired");
    public static readonly Phrase NoOfficers = new("本机关名册中没有持证在岗的执法人员，请先在“执法人员”中登记。", "The register of this bureau has no active officer with a certificate. Register one first.");
    public static readonly Phrase Documents = new("文书", "Documents");
    public static readonly Phrase DocumentTitle = new("文书名称", "Title");
    public static readonly Phrase DocumentNumber = new("文号", "Number");
    public static readonly Phrase AnyOf = new("以下文书任选其一", "one of these is enough");
    public static readonly Phrase AddDocument = new("添加其他文书", "Add another document");
    public static readonly Phrase Signatures = new("签名", "Signatures");
    public static readonly Phrase SignerName = new("签名人姓名", "Name of the signer");
    public static readonly Phrase Refused = new("拒绝签名", "Refused to sign");
    public static readonly Phrase RefusalReason = new("拒绝的情况", "Circumstances of the refusal");
    public static readonly Phrase Av = new("音像记录", "Audio-video record");
    public static readonly Phrase AvRequired = new("本环节应当进行音像记录", "This act must be recorded");
    public static readonly Phrase AvRequiredWhen = new("符合规定情形的，应当进行音像记录", "Must be recorded in the circumstances of the article");
    public static readonly Phrase AvOptional = new("本环节可以进行音像记录", "This act may be recorded");
    public static readonly Phrase AvNone = new("本环节不要求音像记录", "No recording is asked for");
    public static readonly Phrase AvChoose = new("关联已登记的音像记录", "Recordings of this act");
    public static readonly Phrase AvNoneThere = new("没有尚未关联的音像记录；可先提交，稍后在案件页面关联。", "There is no unlinked recording. Submit now and link it on the case page later.");
    public static readonly Phrase AvEnded = new("现场音像记录结束时间", "End of recording on the spot");
    public static readonly Phrase AvEndedHint = new("空着即与行为同时结束；移交期限由此起算", "Empty: with the act. The hand-in term counts from here");
    public static readonly Phrase ClaimExemption = new("不适宜音像记录，申请免予", "Recording is unsuitable: claim the exemption");
    public static readonly Phrase Ground = new("事由", "Ground");
    public static readonly Phrase GroundSecret = new("涉及国家秘密等", "State secrets and the like");
    public static readonly Phrase GroundUnsuitable = new("不适宜进行音像记录", "Unsuitable for recording");
    public static readonly Phrase Reason = new("原因", "Reason");
    public static readonly Phrase RefersTo = new("针对的记录", "The entry it is about");
    public static readonly Phrase RefersToLatest = new("最近一条可针对的记录", "The latest it can be about");
    public static readonly Phrase Correcting = new("更正记录", "Correction");
    public static readonly Phrase CorrectingHint = new("原记录保留不变，本次提交作为新的记录更正它", "The entry stays as it is; this one corrects it");
    public static readonly Phrase CorrectionReason = new("更正的理由", "Reason of the correction");
    public static readonly Phrase Consent = new("补录同意", "Consent to a late entry");
    public static readonly Phrase NoConsent = new("不需要", "Not needed");
    public static readonly Phrase Yuan = new("元", "yuan");
    public static readonly Phrase Content = new("内容", "Content");
    public static readonly Phrase Now = new("现在", "Now");
    public static readonly Phrase NowFor = new("现在：{0}", "Now: {0}");
    public static readonly Phrase When = new("必填情形：{0}", "Required when {0}");
    public static readonly Phrase OfficersAlways = new("不少于 {0} 人", "at least {0}");
    public static readonly Phrase OfficersWhen = new("{0}的，不少于 {1} 人", "at least {1} when {0}");
    public static readonly Phrase OfficersShow = new("应当出示证件并记录", "certificates shown and recorded");
    public static readonly Phrase ValidUntil = new("有效期至 {0}", "valid until {0}");
    public static readonly Phrase ValidOpen = new("长期有效", "valid without end");
    public static readonly Phrase ExpiredOn = new("证件在 {0} 已失效", "Not valid on {0}");
    public static readonly Phrase OfficersCount = new("已选 {0} 人", "{0} chosen");
    public static readonly Phrase OfficersShort = new("，还差 {0} 人", ", {0} more needed");
    public static readonly Phrase Me = new("本人", "me");
    public static readonly Phrase Witness = new("拒绝签名的，写明情况；有见证人的，请见证人签名", "Write down the circumstances; if a witness is there, the witness signs");
    public static readonly Phrase RefusalExample = new("如：当事人阅后拒绝签名，未说明理由；见证人某某在场", "such as: read it and refused to sign without giving a reason; witness so-and-so was there");
    public static readonly Phrase NotRefusable = new("不能以拒绝代替", "cannot be replaced by a refusal");
    public static readonly Phrase FileChoose = new("附上文书文件（扫描件、照片或 PDF）", "Attach the file (scan, photo or PDF)");
    public static readonly Phrase FileGiven = new("已附文件", "File attached");
    public static readonly Phrase FileRemove = new("移除文件", "Remove the file");
    public static readonly Phrase Preview = new("预览文书", "Preview");
    public static readonly Phrase PreviewClose = new("关闭预览", "Close the preview");
    public static readonly Phrase Print = new("打印", "Print");
    public static readonly Phrase AvWhen = new("{0}的，{1}", "When {0}: {1}");
    public static readonly Phrase AvMine = new("本人或本人记录仪", "Mine or of my recorder");
    public static readonly Phrase AvOthers = new("本机关其他人员（{0}）", "Others of the bureau ({0})");
    public static readonly Phrase AvProposed = new("建议关联：时间与在场人员相符", "Proposed: time and officer fit");
    public static readonly Phrase AvAnnounce = new("登记新的音像记录", "Announce another recording");
    public static readonly Phrase AvMode = new("记录方式", "Kind of recording");
    public static readonly Phrase AvStarted = new("开始时间", "Start");
    public static readonly Phrase AvEndedAt = new("结束时间", "End");
    public static readonly Phrase AvRecorder = new("记录仪编号（没有则空着）", "Recorder (empty: other equipment)");
    public static readonly Phrase AvRunning = new("录制中", "still running");
    public static readonly Phrase AvSave = new("登记并关联", "Announce and link");
    public static readonly Phrase Filter = new("按姓名或证号筛选", "Filter by name or number");
    public static readonly Phrase Find = new("查找执法人员", "Find an officer");
    public static readonly Phrase FindIn = new("查找：{0}", "Find: {0}");
    public static readonly Phrase FindHint = new("姓名、编号或证号", "Name, id or certificate");
    private static readonly Phrase FoundMany = new("共 {0} 人，列出前 {1} 人；输入姓名、编号或证号查找", "{0} in all, the first {1} are listed; search by name, id or certificate");
    private static readonly Phrase FoundSome = new("找到 {0} 人", "{0} found");
    private static readonly Phrase FoundNone = new("没有找到，请换个姓名、编号或证号", "Nobody was found; try another name, id or certificate");

    /// <summary>What a search in the register has found, in words.</summary>
    public static string FoundOf(OfficerRoll roll)
    {
        ArgumentNullException.ThrowIfNull(roll);
        return roll.Count == 0 ? FoundNone : roll.Count > roll.Found.Length ? FoundMany.With(roll.Count, roll.Found.Length) : FoundSome.With(roll.Count);
    }
}
