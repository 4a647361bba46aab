using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Pages.Cases;

internal static class CaseListText
{
    /// <summary>Stands between the name and the id of an officer in the filter.</summary>
    public const string OfficerMark = " · ";

    public static readonly Phrase Title = new("案件", "Cases");
    public static readonly Phrase Start = new("案件登记", "Start a case");
    public static readonly Phrase Stage = new("阶段", "Stage");
    public static readonly Phrase ActType = new("行为类别", "Kind of act");
    public static readonly Phrase Life = new("办理状态", "State");
    public static readonly Phrase LifeOpen = new("在办（未归档）", "Open (not archived)");
    public static readonly Phrase LifeEnded = new("已办结待归档", "Ended, to be archived");
    public static readonly Phrase LifeArchived = new("已归档", "Archived");
    public static readonly Phrase LifeAll = new("全部（含已归档）", "All, archived too");
    public static readonly Phrase Overdue = new("有逾期", "Overdue");
    public static readonly Phrase Incomplete = new("记录不完整", "Incomplete");
    public static readonly Phrase Archiving = new("归档期限近 30 天届满", "Term to archive ended in the last 30 days");
    public static readonly Phrase Findings = new("有未处理问题", "Open findings");
    public static readonly Phrase Mine = new("我承办的", "Mine");
    public static readonly Phrase Text = new("案号、案由、当事人、承办人", "Number, cause, party, handler");
    public static readonly Phrase Officer = new("承办人", "Handler");
    public static readonly Phrase Due = new("期限届满", "Term ends");
    public static readonly Phrase DueAny = new("不限", "any time");
    public static readonly Phrase DueToday = new("今日", "today");
    public static readonly Phrase DueDays = new("{0} 日内", "within {0} days");
    public static readonly Phrase OpenedFrom = new("登记起", "Opened from");
    public static readonly Phrase OpenedTo = new("登记止", "Opened to");
    public static readonly Phrase EndedFrom = new("办结起", "Ended from");
    public static readonly Phrase EndedTo = new("办结止", "Ended to");
    public static readonly Phrase More = new("更多条件", "More filters");
    public static readonly Phrase Filters = new("查询条件", "Filters");
    public static readonly Phrase Order = new("排序", "Order");
    public static readonly Phrase Number = new("案号", "Number");
    public static readonly Phrase Cause = new("案由", "Cause");
    public static readonly Phrase Party = new("当事人", "Party");
    public static readonly Phrase Handler = new("承办人", "Handler");
    public static readonly Phrase NextDue = new("最近期限", "Next term");
    public static readonly Phrase Marks = new("提示", "Marks");
    public static readonly Phrase Opened = new("登记时间", "Opened");
    public static readonly Phrase Updated = new("最近变动", "Last moved");
    public static readonly Phrase NoTerm = new("无", "none");
    public static readonly Phrase Empty = new("没有符合条件的案件", "No case fits");
    public static readonly Phrase EmptyNext = new("放宽查询条件，或登记新的案件。", "Loosen the filters, or start a case.");
    public static readonly Phrase AlsoArchived = new("另有 {0} 件已归档案件符合条件", "{0} archived cases fit too");
    public static readonly Phrase ShowArchived = new("查看", "show them");
    public static readonly Phrase Quick = new("常用分类", "Quick views");
    public static readonly Phrase TabOpen = new("全部在办", "All open");
    public static readonly Phrase TabDueToday = new("今日到期", "Due today");
    public static readonly Phrase TabOverdue = new("已逾期", "Overdue");
    public static readonly Phrase Columns = new("显示的列", "Columns");
    public static readonly Phrase ColumnsReset = new("恢复默认", "As before");
    public static readonly Phrase Stale = new("列表已有更新", "The list has changed");
    public static readonly Phrase Export = new("导出当前 {0} 件", "Export these {0}");
    public static readonly Phrase Exporting = new("正在生成…", "Being made…");
    public static readonly Phrase Problems = new("有查询条件无法识别，列表未显示", "A filter is not understood, so no list is shown");
    public static readonly Phrase Drop = new("去掉此条件", "Drop this filter");
    public static readonly Phrase UnknownValue = new("{0}中没有“{1}”，或当前岗位无权查看。", "{0}: there is no “{1}”, or your role may not see it.");
    public static readonly Phrase UnknownOfficer = new("执法人员名录中没有“{0}”。", "The register has no officer “{0}”.");
    public static readonly Phrase ManyOfficers = new("有 {1} 名执法人员叫“{0}”，请从列表中选择。", "{1} officers are named “{0}”: choose from the list.");
    public static readonly Phrase MineOrOfficer = new("“我承办的”和指定承办人不能同时使用。", "“Mine” and a chosen handler exclude each other.");
    public static readonly Phrase TextLong = new("查询文字超过 {0} 个字。", "The text is longer than {0} characters.");
    public static readonly Phrase BadFlag = new("条件 {0} 的值“{1}”无法识别，只能是 1 或 0。", "{0}: “{1}” is not understood; 1 or 0 is.");
    public static readonly Phrase BadDays = new("期限天数“{0}”无法识别，须为 0 至 {1}。", "The days “{0}” are not understood: 0 to {1}.");
    public static readonly Phrase BadDay = new("日期“{0}”无法识别，须写成 2026-03-01 的形式。", "The date “{0}” is not understood: write 2026-03-01.");
    public static readonly Phrase DatesTurned = new("登记止早于登记起。", "The last day lies before the first.");
    public static readonly Phrase EndsTurned = new("办结止期早于办结起期。请更正日期。", "The last day of the end lies before the first. Correct the dates.");
}
