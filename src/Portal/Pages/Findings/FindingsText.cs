using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Pages.Findings;

internal static class FindingsText
{
    public static readonly Phrase Title = new("监督问题", "Findings");
    public static readonly Phrase Open = new("待处理", "Open");
    public static readonly Phrase All = new("全部", "All");
    public static readonly Phrase Text = new("问题", "Finding");
    public static readonly Phrase Article = new("条文", "Article");
    public static readonly Phrase Subject = new("对象", "Subject");
    public static readonly Phrase Raised = new("发现时间", "Raised");
    public static readonly Phrase Case = new("案件", "Case");
    public static readonly Phrase Recording = new("音像记录", "Recording");
    public static readonly Phrase Resolved = new("{0} 由 {1} 处理：{2}", "resolved {0} by {1}: {2}");
    public static readonly Phrase Empty = new("没有符合条件的监督问题", "No finding fits");
    public static readonly Phrase EmptyNext = new("期限逾期、迟延补录或文件校验不符时，系统会在此列出。", "Missed terms, late entries and damaged files appear here by themselves.");
    public static readonly Phrase Kind = new("类别", "Kind");
    public static readonly Phrase Breach = new("违反规定", "Breaches");
    public static readonly Phrase Hint = new("提示", "Hints");
    public static readonly Phrase Term = new("期限届满", "Terms that ran out");
    public static readonly Phrase From = new("发现起", "Raised from");
    public static readonly Phrase To = new("发现止", "Raised to");
    public static readonly Phrase UnknownDay = new("“{0}”不是日期。请按 2026-01-31 的格式填写。", "\"{0}\" is no date. Write it as 2026-01-31.");
    public static readonly Phrase ArticleHint = new("如 CM-31", "such as CM-31");
    public static readonly Phrase UnknownBureau = new("没有执法机关“{0}”，或不在您的查看范围内。请从列表中选择。", "There is no bureau \"{0}\", or you may not see it. Choose one of the list.");
    public static readonly Phrase UnknownArticle = new("系统中没有条文“{0}”。请按“代码-条号”填写，如 CM-31、行政处罚法-60。", "There is no article \"{0}\". Write code and number, such as CM-31.");
    public static readonly Phrase Elsewhere = new("请在其详情页面处理", "Resolve it on its own page");
}
