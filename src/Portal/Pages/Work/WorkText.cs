using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Pages.Work;

internal static class WorkText
{
    public static readonly Phrase Title = new("工作台", "My work");
    public static readonly Phrase Recording = new("音像记录", "Recording");
    public static readonly Phrase Open = new("在办案件", "Open cases");
    public static readonly Phrase Overdue = new("有逾期的案件", "Overdue cases");
    public static readonly Phrase Incomplete = new("记录不完整的案件", "Incomplete cases");
    public static readonly Phrase Findings = new("待处理监督问题", "Open findings");
    public static readonly Phrase Unlinked = new("未关联音像记录", "Unlinked recordings");
    public static readonly Phrase HandIn = new("逾期未移交音像", "Overdue hand-ins");
    public static readonly Phrase Mine = new("我承办的案件", "My cases");
    public static readonly Phrase Nearest = new("最近的期限", "Nearest terms");
    public static readonly Phrase NearestMine = new("我承办案件的最近期限", "Nearest terms of my cases");
    public static readonly Phrase AllCases = new("全部案件", "All cases");
    public static readonly Phrase Stages = new("各阶段案件", "Cases by stage");
    public static readonly Phrase LatestFindings = new("待处理的监督问题", "Open findings");
    public static readonly Phrase NoFindings = new("没有待处理的监督问题。", "No open finding.");
    public static readonly Phrase NoTerms = new("没有进行中的期限。", "No term is running.");
    public static readonly Phrase Nothing = new("当前岗位不办理案件。请从左侧菜单选择要办理的事项。", "Your role handles no case. Choose from the menu.");
    public static readonly Phrase Cases = new("案件数", "Cases");
    public static readonly Phrase Case = new("案件", "Case");
    public static readonly Phrase Due = new("期限", "Due");
}
