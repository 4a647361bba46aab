using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Pages.Cases;

internal static class ActPageText
{
    public static readonly Phrase Record = new("记录：{0}", "Record: {0}");
    public static readonly Phrase Correct = new("更正：{0}", "Correct: {0}");
    public static readonly Phrase Submit = new("提交记录", "Submit");
    public static readonly Phrase Back = new("返回案件", "Back to the case");
    public static readonly Phrase NotOffered = new("此案件没有该环节，或当前岗位不能办理", "This act is not offered in the case, or not to your role");
    public static readonly Phrase BlockedNow = new("目前还不能办理该环节", "This act is not possible yet");
    public static readonly Phrase NoDocument = new("没有此文书，或当前岗位无权查看", "There is no such document, or your role may not see it");
    public static readonly Phrase OpenFile = new("打开文书文件", "Open the file");
    public static readonly Phrase Legend = new("带 * 的为必填；“视情形必填”的是否必填由案情决定，提交时由系统判断。", "* is required. What depends on the case is decided when you submit.");
    public static readonly Phrase StartTitle = new("案件登记", "Start a case");
    public static readonly Phrase Basics = new("案件基本情况", "The case");
    public static readonly Phrase Cause = new("案由", "Cause");
    public static readonly Phrase CauseHint = new("一句话概括，不超过 200 字", "one line, at most 200 characters");
    public static readonly Phrase PartyName = new("当事人姓名或名称", "Name of the party");
    public static readonly Phrase PartyKind = new("当事人类别", "Kind of party");
    public static readonly Phrase PartyId = new("证件号码或统一社会信用代码", "Identity or credit code");
    public static readonly Phrase PartyContact = new("住址、电话", "Address or telephone");
    public static readonly Phrase ActType = new("行为类别", "Kind of act");
    public static readonly Phrase Origin = new("案件来源", "Origin");
    public static readonly Phrase FirstAct = new("首个环节", "First act");
    public static readonly Phrase ChooseFirst = new("选择行为类别和案件来源后，显示首个环节的表单。", "Choose the kind and the origin, and the form of the first act appears.");
    public static readonly Phrase NoOpening = new("该制度没有以此来源启动的环节。", "The regulation knows no act that opens a case of this origin.");
    public static readonly Phrase Start = new("提交登记", "Start the case");
    public static readonly Phrase NoBureau = new("当前岗位不属于任何执法机关，不能登记案件。", "Your seat belongs to no bureau, so it cannot start a case.");
    public static readonly Phrase Regulation = new("适用制度", "Regulation");
}
