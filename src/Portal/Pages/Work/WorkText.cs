using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Pages.Work;

internal static class WorkText
{
    public static readonly Phrase Title = new("工作台", "My work");
    public static readonly Phrase Recording = new("音像记录", "Recording");
    public static readonly Phrase Overdue = new("有逾期的案件", "Overdue cases");
    public static readonly Phrase Incomplete = new("记录不完整的案件", "Incomplete cases");
    public static readonly Phrase Findings = new("待处理监督问题", "Open findings");
    public static readonly Phrase Unlinked = new("未关联音像记录", "Unlinked recordings");
    public static readonly Phrase HandIn = new("逾期未移交音像", "Overdue hand-ins");
    public static readonly Phrase Mine = new("我承办的案件", "My cases");
    public static readonly Phrase Open = new("在办案件", "Open cases");
    public static readonly Phrase Waiting = new("等我办理", "Waiting for me");
    public static readonly Phrase WaitingOverdue = new("其中已逾期", "Overdue");
    public static readonly Phrase WaitingToday = new("今天到期", "Due today");
    public static readonly Phrase Stages = new("各阶段案件", "Cases by stage");
    public static readonly Phrase AtRisk = new("有逾期风险的案件", "Cases at risk");
    public static readonly Phrase NoRisk = new("没有已逾期或即将到期的案件。", "No case is overdue or near its end.");
    public static readonly Phrase LatestFindings = new("待处理的监督问题", "Open findings");
    public static readonly Phrase NoFindings = new("没有待处理的监督问题。", "No open finding.");
    public static readonly Phrase ByBureau = new("各机关办案情况", "Cases by bureau");
    public static readonly Phrase Cases = new("在办", "Open");
    public static readonly Phrase OverdueShort = new("逾期", "Overdue");
    public static readonly Phrase IncompleteShort = new("缺项", "Incomplete");
    public static readonly Phrase Cockpit = new("打开全市态势", "Open the city cockpit");
    public static readonly Phrase Kinds = new("按事项查看", "By kind");
    public static readonly Phrase AllKinds = new("全部", "All");
    public static readonly Phrase DoneTitle = new("没有等您办理的事项", "Nothing waits for you");
    public static readonly Phrase DoneHint = new("有新的事项时，这里会自动提示。现在可以：", "When something new comes it is announced here. Meanwhile:");
    public static readonly Phrase NoneOfKind = new("没有符合条件的事项。", "Nothing of this kind waits.");
    public static readonly Phrase ShowAll = new("查看全部事项", "Show everything");
    public static readonly Phrase BrowseCases = new("查看案件", "Look at cases");
    public static readonly Phrase BrowseRecordings = new("查看音像记录", "Look at recordings");
    public static readonly Phrase StartCase = new("案件登记", "Start a case");
    public static readonly Phrase Updates = new("有 {0} 项更新", "{0} changed");
    public static readonly Phrase ShowUpdates = new("显示", "Show");
    public static readonly Phrase Since = new("自 {0} 起", "since {0}");
    public static readonly Phrase SentBackWords = new("退回意见：", "Sent back with: ");
    public static readonly Phrase More = new("更多事项", "More");
    public static readonly Phrase FirstPage = new("回到最近的事项", "Back to the nearest");
    public static readonly Phrase NoTerm = new("无数字期限", "no term in numbers");
    public static readonly Phrase Fleet = new("执法记录仪", "Recorders");
    public static readonly Phrase MyRecorder = new("我的执法记录仪", "My recorder");
    public static readonly Phrase NoRecorder = new("没有领用执法记录仪。", "No recorder is issued to you.");
    public static readonly Phrase Alarms = new("未处理告警", "Open alarms");
    public static readonly Phrase OfflineRecorders = new("离线", "Offline");
    public static readonly Phrase LowBattery = new("低电量", "Low battery");
    public static readonly Phrase OnlineRecorders = new("在线", "Online");
    public static readonly Phrase NoAlarms = new("没有未处理的告警。", "No open alarm.");
    public static readonly Phrase Battery = new("电量", "Battery");
    public static readonly Phrase LastContact = new("最近联系", "Last contact");
    public static readonly Phrase Health = new("系统状态", "System");
    public static readonly Phrase DiskFree = new("数据盘可用空间", "Free on the data disk");
    public static readonly Phrase DiskOf = new("{0}（共 {1}）", "{0} of {1}");
    public static readonly Phrase Entries = new("账本条目", "Entries in the ledger");
    public static readonly Phrase Checkpoint = new("最近检查点", "Last checkpoint");
    public static readonly Phrase Verified = new("最近校验", "Last verification");
    public static readonly Phrase NeverVerified = new("本次启动以来尚未校验", "not since this start");
    public static readonly Phrase Accounts = new("需要留意的账户", "Accounts to look at");
    public static readonly Phrase Locked = new("已锁定至 {0}", "locked until {0}");
    public static readonly Phrase FirstPassword = new("尚未更换初始密码", "still has its first password");
    public static readonly Phrase NoAccounts = new("没有需要处理的账户。", "No account needs attention.");
    public static readonly Phrase ToAccounts = new("打开账户管理", "Open the accounts");
    public static readonly Phrase ToSystem = new("查看系统状态", "Look at the system");
    public static readonly Phrase None = new("无", "none");

    private static readonly (string Id, Phrase Name)[] KindNames =
    [
        ("back-approval", new("补报补办", "Late report or approval")),
        ("approval", new("待审批", "To approve")),
        ("review", new("待法制审核", "To review")),
        ("sent-back", new("退回重办", "Sent back")),
        ("next-act", new("待办环节", "Next act")),
        ("hand-in", new("待移交音像", "Recording to hand in")),
        ("link", new("待关联音像", "Recording to link")),
        ("archive", new("待归档", "To archive")),
        ("complete", new("待补正", "To complete")),
        ("continue", new("继续办理", "To carry on")),
    ];

    private static readonly (string Id, Phrase Name)[] VerificationNames =
    [
        ("running", new("正在校验", "running")),
        ("sound", new("完好", "sound")),
        ("unsound", new("发现问题", "faults found")),
        ("failed", new("未能完成", "could not be carried out")),
    ];

    public static string Kind(string id) => Array.Find(KindNames, kind => kind.Id == id) is { Name: { } name } ? name : id;

    public static string Verification(string id) => Array.Find(VerificationNames, state => state.Id == id) is { Name: { } name } ? name : id;

    public static string Group(WorkGroup group) => group switch
    {
        WorkGroup.Overdue => new Phrase("已逾期", "Overdue"),
        WorkGroup.Today => new Phrase("今天", "Today"),
        WorkGroup.Soon => new Phrase("三天内", "Within three days"),
        WorkGroup.Later => new Phrase("以后", "Later"),
        _ => new Phrase("无期限", "Without a term"),
    };
}
