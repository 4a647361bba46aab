using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Pages.Administration;

internal static class AdministrationText
{
    public static readonly Phrase Accounts = new("账户管理", "Accounts");
    public static readonly Phrase New = new("新建账户", "New account");
    public static readonly Phrase Name = new("账户名", "Account");
    public static readonly Phrase NameHint = new("小写字母开头，可用小写字母、数字、点、短横线，2 至 32 位", "2 to 32 lower-case letters, digits, dots and hyphens, a letter first");
    public static readonly Phrase Person = new("姓名", "Name");
    public static readonly Phrase Certificate = new("执法证号", "Certificate");
    public static readonly Phrase Seats = new("岗位", "Seats");
    public static readonly Phrase Role = new("角色", "Role");
    public static readonly Phrase AddSeat = new("添加岗位", "Add a seat");
    public static readonly Phrase Enabled = new("启用", "enabled");
    public static readonly Phrase Disabled = new("已停用", "disabled");
    public static readonly Phrase Locked = new("已锁定", "locked");
    public static readonly Phrase MustChange = new("须修改密码", "must change the password");
    public static readonly Phrase Disable = new("停用", "Disable");
    public static readonly Phrase Enable = new("启用", "Enable");
    public static readonly Phrase Reset = new("重置密码", "Reset the password");
    public static readonly Phrase DisableAsk = new("停用后，{0} 将立即退出登录且不能再登录。确认停用？", "{0} is signed out at once and cannot sign in again. Disable?");
    public static readonly Phrase ResetAsk = new("重置后，{0} 将退出登录，原密码失效。确认重置？", "{0} is signed out and the old password ends. Reset?");
    public static readonly Phrase Password = new("{0} 的一次性密码（只显示一次，请当面或以安全方式转交）：", "One-time password of {0}, shown once; hand it over in person:");
    public static readonly Phrase Empty = new("没有可管理的账户", "No account to keep");
    public static readonly Phrase Clock = new("培训时钟", "Training clock");
    public static readonly Phrase Real = new("正式系统的时钟不能调整。", "The clock of a real installation cannot be moved.");
    public static readonly Phrase Now = new("当前时间", "Now");
    public static readonly Phrase To = new("推进到", "Advance to");
    public static readonly Phrase Advance = new("推进时钟", "Advance");
    public static readonly Phrase AdvanceAsk = new("时钟只能向前，推进后不能退回；其间到期的期限将全部判定。确认推进？", "The clock never goes back, and every term that falls due on the way is decided. Advance?");
    public static readonly Phrase Advanced = new("时钟已推进，处理了 {0} 个到期期限。", "Advanced; {0} terms fell due on the way.");
    public static readonly Phrase Quick = new("快捷", "Quick");
    public static readonly Phrase Hours24 = new("+24 小时", "+24 hours");
    public static readonly Phrase Days7 = new("+7 天", "+7 days");
    public static readonly Phrase Days30 = new("+30 天", "+30 days");
}
