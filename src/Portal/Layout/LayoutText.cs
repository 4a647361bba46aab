using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Layout;

internal static class LayoutText
{
    public static readonly Phrase Main = new("主导航", "Main navigation");
    public static readonly Phrase Menu = new("菜单", "Menu");
    public static readonly Phrase Work = new("工作台", "My work");
    public static readonly Phrase Cases = new("案件", "Cases");
    public static readonly Phrase Start = new("立案登记", "Start a case");
    public static readonly Phrase Recordings = new("音像记录", "Recordings");
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
    public static readonly Phrase TrainingNow = new("培训时钟：{0}", "Training clock: {0}");
    public static readonly Phrase SwitchTo = new("切换为{0}", "Act as {0}");
    public static readonly Phrase Broken = new("页面出错了，已填写的内容可能没有提交。", "This page failed. What you typed may not have been sent.");
    public static readonly Phrase Reconnecting = new("连接中断，正在重新连接…", "The connection was lost; trying again…");
    public static readonly Phrase ReconnectFailed = new("未能重新连接。已提交的内容都已保存。", "No connection. Everything that was submitted is kept.");
    public static readonly Phrase Reload = new("重新载入", "Reload");
}
