using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Pages.Work;

internal static class ApprovalText
{
    public static readonly Phrase Title = new("审批：{0}", "Decide: {0}");
    public static readonly Phrase Back = new("返回工作台", "Back to my work");
    public static readonly Phrase ToCase = new("查看案件全貌", "See the whole case");
    public static readonly Phrase NotOffered = new("没有这项审批，或案件不属于您的机关，或当前岗位不能办理。", "There is no such decision, or the case belongs to another bureau, or your role may not give it.");
    public static readonly Phrase NothingThere = new("所审批的表单不存在，或已被更正、撤回。请从工作台打开最新的一份。", "What was to be decided on is not there, or was corrected. Open the latest one from your work page.");
    public static readonly Phrase BlockedNow = new("目前还不能作出该决定", "This decision is not possible now");
    public static readonly Phrase Submitted = new("提交的内容", "What was submitted");
    public static readonly Phrase NoForm = new("制度没有规定提交的表单，请依据案件记录作出决定。", "The regulation names no form: decide on the record of the case.");
    public static readonly Phrase SubmittedBy = new("{0}（{1}）于 {2} 提交", "submitted by {0} ({1}), {2}");
    public static readonly Phrase Field = new("事项", "Item");
    public static readonly Phrase Content = new("内容", "Content");
    public static readonly Phrase Empty = new("未填写", "not filled in");
    public static readonly Phrase Officers = new("执法人员", "Officers");
    public static readonly Phrase Documents = new("文书", "Documents");
    public static readonly Phrase Signatures = new("签名", "Signatures");
    public static readonly Phrase Recordings = new("音像记录", "Recordings");
    public static readonly Phrase Opinions = new("已有意见", "Opinions so far");
    public static readonly Phrase Rule = new("制度要求", "What the regulation demands");
    public static readonly Phrase RuleAll = new("应有 {0} 项，缺 {1} 项", "{0} demanded, {1} missing");
    public static readonly Phrase NoDemand = new("制度对此表单没有列明事项。", "The regulation lists nothing for this form.");
    public static readonly Phrase Term = new("期限", "Term");
    public static readonly Phrase NoTerm = new("没有随之计算的期限", "No term runs with it");
    public static readonly Phrase Decide = new("我的决定", "My decision");
    public static readonly Phrase DecideHint = new("写明意见后选择；提交前还会请您确认。", "Write the opinion, then choose. You confirm before it is sent.");
    public static readonly Phrase OpinionNeeded = new("请先写明意见：退回或不同意须让承办人知道为什么、要补什么。", "Write the opinion first: who submitted it must know why, and what to mend.");
    public static readonly Phrase AgreeWords = new("同意。", "Agreed.");
    public static readonly Phrase ConfirmTitle = new("确认“{0}”？", "Confirm \"{0}\"?");
    public static readonly Phrase OpinionIs = new("意见：{0}", "Opinion: {0}");
    public static readonly Phrase EffectMeets = new("“{0}”停止计时。", "The term \"{0}\" is met.");
    public static readonly Phrase EffectGranted = new("承办人可以办理后续环节。", "The handler may go on.");
    public static readonly Phrase EffectReturned = new("{0}会在工作台看到退回意见；原期限继续计算，不因退回延长。", "{0} sees your words on the work page; the term runs on and is not extended.");
    public static readonly Phrase EffectRefused = new("程序不再继续；已采取的措施应当依法解除。", "The procedure does not go on; measures taken are to be lifted.");
    public static readonly Phrase EffectLedger = new("决定记入账本并署您的姓名和岗位，不能删除，只能另行更正。", "The decision enters the ledger under your name and role; it can be corrected, never removed.");
    public static readonly Phrase Confirm = new("确认提交", "Confirm");
    public static readonly Phrase Rethink = new("再想想", "Not yet");
    public static readonly Phrase Done = new("已记录：{0}", "Recorded: {0}");
    public static readonly Phrase Next = new("下一项", "Next");
    public static readonly Phrase NoNext = new("没有其他等您审批的事项。", "Nothing else waits for your decision.");
    public static readonly Phrase Changed = new("案件有了新的记录，下面已是最新内容；您写的意见还在。", "The case has new entries and what you see is up to date; your words are kept.");
    public static readonly Phrase Keys = new("快捷键：A 同意，B 退回", "Keys: A to agree, B to send back");
}
