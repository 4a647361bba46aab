using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Pages.Cases;

internal static class CaseListText
{
    public static readonly Phrase Title = new("案件", "Cases");
    public static readonly Phrase Start = new("立案登记", "Start a case");
    public static readonly Phrase Stage = new("阶段", "Stage");
    public static readonly Phrase ActType = new("行为类别", "Kind of act");
    public static readonly Phrase Overdue = new("有逾期", "Overdue");
    public static readonly Phrase Incomplete = new("记录不完整", "Incomplete");
    public static readonly Phrase Mine = new("我承办的", "Mine");
    public static readonly Phrase Text = new("案号、案由、当事人、承办人", "Number, cause, party, handler");
    public static readonly Phrase Order = new("排序", "Order");
    public static readonly Phrase ByDue = new("最近期限优先", "Nearest term first");
    public static readonly Phrase ByOpened = new("最新立案优先", "Youngest first");
    public static readonly Phrase ByUpdated = new("最近变动优先", "Last moved first");
    public static readonly Phrase Number = new("案号", "Number");
    public static readonly Phrase Cause = new("案由", "Cause");
    public static readonly Phrase Party = new("当事人", "Party");
    public static readonly Phrase Handler = new("承办人", "Handler");
    public static readonly Phrase NextDue = new("最近期限", "Next term");
    public static readonly Phrase Marks = new("提示", "Marks");
    public static readonly Phrase Opened = new("立案时间", "Opened");
    public static readonly Phrase NoTerm = new("无", "none");
    public static readonly Phrase Empty = new("没有符合条件的案件", "No case fits");
    public static readonly Phrase EmptyNext = new("放宽查询条件，或登记新的案件。", "Loosen the filters, or start a case.");
}
