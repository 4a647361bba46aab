using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Components.Forms;

internal static class CheckText
{
    public static readonly Phrase Left = new("还缺 {0} 项", "{0} still missing");
    public static readonly Phrase Ready = new("已可提交", "Ready to submit");
    public static readonly Phrase Shortcut = new("快捷键：Ctrl + Enter", "Shortcut: Ctrl + Enter");
    public static readonly Phrase Ending = new("此环节记录后，案件进入“{0}”阶段，不能撤回，只能更正。", "With this act the case reaches \"{0}\". It cannot be taken back, only corrected.");
    public static readonly Phrase Archived = new("归档后不能再记录、更正或补充（法规另有规定的除外）。", "After that nothing more can be recorded, corrected or added, unless the regulation says so.");
    public static readonly Phrase Sure = new("确认提交“{0}”？", "Submit \"{0}\"?");
    public static readonly Phrase Effects = new("提交后，期限变化如下：", "What becomes of the terms:");
    public static readonly Phrase NoEffects = new("没有期限因此变化。", "No term changes by it.");
    public static readonly Phrase Yes = new("确认提交", "Submit");
    public static readonly Phrase Back = new("返回修改", "Go back");
    public static readonly Phrase Recorded = new("已记录：{0}（{1}）", "Recorded: {0} ({1})");
    public static readonly Phrase Stage = new("案件阶段：{0}", "Stage of the case: {0}");
    public static readonly Phrase NextActs = new("接下来可以办理", "What can be done next");
    public static readonly Phrase Nothing = new("当前岗位暂无可办理的环节。", "There is nothing for your role to do in this case now.");
    public static readonly Phrase ToCase = new("查看案件", "Open the case");
    public static readonly Phrase SentBack = new("{0}（{1}）于 {2} 退回，意见：", "{0} ({1}) sent it back on {2}:");
    public static readonly Phrase SentBackHint = new("以下内容取自被退回的记录，修改后作为新的记录提交；原记录保留不变。", "The form holds what was sent back. Mend it and submit: it becomes a new entry, the old one stays.");

    private static readonly (string Change, Phrase Name)[] Changes =
    [
        ("began", new("开始计算", "begins")),
        ("met", new("按期完成", "met")),
        ("met-late", new("逾期完成", "met late")),
        ("reopened", new("恢复计算", "runs again")),
        ("suspended", new("中止", "stands still")),
        ("resumed", new("继续计算", "runs on")),
        ("changed", new("期限变更", "changes")),
        ("missed", new("逾期", "missed")),
        ("cancelled", new("取消", "cancelled")),
    ];

    public static string Change(string change) => Array.Find(Changes, c => c.Change == change) is { Name: { } name } ? name : change;
}
