using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Components.Clocks;

internal static class ClocksText
{
    public static readonly Phrase Left = new("还有 {0}", "{0} left");
    public static readonly Phrase Over = new("已超过 {0}", "{0} over");
    public static readonly Phrase Promptly = new("及时", "promptly");
    public static readonly Phrase Provisional = new("暂定", "provisional");
    public static readonly Phrase ProvisionalWhy = new("所涉年份的放假安排尚未公布，公布后重新计算", "The holidays of a year involved are not published yet; it is counted again when they are");
    public static readonly Phrase Advisory = new("提示性目标", "advisory");
    public static readonly Phrase Until = new("期限至", "due");
    public static readonly Phrase MissedMark = new("曾逾期", "was missed");
    public static readonly Phrase Detected = new("系统于 {0} 发现逾期", "found missed at {0}");
    public static readonly Phrase Met = new("{0} 完成", "met {0}");
    public static readonly Phrase DueAt = new("至 {0}", "until {0}");
    public static readonly Phrase NoNumber = new("没有具体天数", "no number of days");
    public static readonly Phrase AwaitsReturn = new("返回单位后起算", "counted from the return to the unit");
    public static readonly Phrase Subject = new("对应记录：{0}", "belongs to {0}");
    public static readonly Phrase Paused = new("中止：{0} 至 {1}，不计入期限", "suspended from {0} to {1}; this time does not count");
    public static readonly Phrase PausedSince = new("中止：自 {0} 起，不计入期限", "suspended since {0}; this time does not count");
    public static readonly Phrase NowMark = new("现在", "now");
    public static readonly Phrase PauseMark = new("中止", "suspended");
    public static readonly Phrase OverMark = new("逾期", "over");
    public static readonly Phrase MetMark = new("完成", "met");
}
