using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Layout;

internal static class LayoutText
{
    public static readonly Phrase Main = new("主导航", "Main navigation");
    public static readonly Phrase Menu = new("菜单", "Menu");
    public static readonly Phrase Work = new("工作台", "My work");
    public static readonly Phrase City = new("态势总览", "Cockpit");
    public static readonly Phrase Cases = new("案件", "Cases");
    public static readonly Phrase Start = new("案件登记", "Start a case");
    public static readonly Phrase Recordings = new("音像记录", "Recordings");
    public static readonly Phrase Recorders = new("执法记录仪", "Recorders");
    public static readonly Phrase Findings = new("监督问题", "Findings");
    public static readonly Phrase Officers = new("执法人员", "Officers");
    public static readonly Phrase Bureaus = new("执法机关", "Bureaus");
    public static readonly Phrase Regulations = new("法规制度", "Regulations");
    public static readonly Phrase Accounts = new("账户管理", "Accounts");
    public static readonly Phrase Tokens = new("程序令牌", "Keys of programs");
    public static readonly Phrase System = new("系统状态", "System");
    public static readonly Phrase Calendar = new("工作日历", "Work calendar");
    public static readonly Phrase Clock = new("培训时钟", "Training clock");
    public static readonly Phrase Theme = new("浅色/深色", "Light/dark");
    public static readonly Phrase Training = new("培训环境：所有记录仅供练习，时钟可调整。", "Training installation: every entry is for practice, and the clock can be moved.");
    public static readonly Phrase TrainingName = new("培训环境", "Training");
    public static readonly Phrase TrainingNow = new("培训时钟：", "Training clock: ");
    public static readonly Phrase SwitchTo = new("切换为{0}", "Act as {0}");
    public static readonly Phrase Broken = new("页面出错了，已填写的内容可能没有提交。", "This page failed. What you typed may not have been sent.");
    public static readonly Phrase Reload = new("重新载入", "Reload");
    public static readonly Phrase CloseMenu = new("关闭菜单", "Close the menu");
    public static readonly Phrase Crumbs = new("所在位置", "Where you are");
    public static readonly Phrase Account = new("账户", "Account");
    public static readonly Phrase Shortcuts = new("键盘快捷键", "Keyboard shortcuts");
    public static readonly Phrase ShortcutsHere = new("本页与导航", "This page and the navigation");
    public static readonly Phrase ShortcutsEverywhere = new("所有页面", "Every page");
    public static readonly Phrase ShortcutsNote = new("连续的按键依次按下，例如先按 g 再按 c。在输入框中只有 Ctrl+Enter 和 Alt+S 有效。", "Keys in a row are pressed one after the other, such as g and then c. While typing in a field only Ctrl+Enter and Alt+S work.");
    public static readonly Phrase Reconnecting = new("连接中断，正在重新连接…", "The connection was lost; connecting again…");
    public static readonly Phrase ReconnectKept = new("已提交的内容都已保存；页面上的内容请勿关闭，连接恢复后可以继续。", "Everything that was submitted is kept. Do not close the page: you can go on once it is connected.");
    public static readonly Phrase Attempts = new("第 {0} 次尝试，已中断 {1} 秒", "attempt {0}, {1} s without a connection");
    public static readonly Phrase Restarted = new("系统已恢复，正在重新载入本页…", "The system is back; this page is being loaded anew…");
    public static readonly Phrase Held = new("系统已恢复；正在进行的上传完成后自动重新载入本页。", "The system is back; this page is loaded anew when the uploads under way are done.");
    public static readonly Phrase Reconnected = new("连接已恢复。", "Connected again.");
    public static readonly Phrase ReconnectNow = new("立即重试", "Try now");
}
