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
}
