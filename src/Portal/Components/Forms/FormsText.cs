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
    public static readonly Phrase Filter = new("按姓名或证号筛选", "Filter by name or number");
}
