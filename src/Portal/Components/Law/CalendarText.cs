using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Components.Law;

internal static class CalendarText
{
    public static readonly Phrase Title = new("工作日历", "Work calendar");
    public static readonly Phrase Hint = new("以工作日计算的期限（如音像记录移交）按此日历计算。", "Terms in working days, such as the hand-in of recordings, are counted by this calendar.");
    public static readonly Phrase Work = new("工作日", "working day");
    public static readonly Phrase Weekend = new("周末", "weekend");
    public static readonly Phrase Holiday = new("放假", "holiday");
    public static readonly Phrase HolidaySign = new("休", "off");
    public static readonly Phrase MakeUp = new("调休上班", "make-up working day");
    public static readonly Phrase MakeUpSign = new("班", "on");
    public static readonly Phrase Year = new("年度", "Year");
    public static readonly Phrase YearOf = new("{0}年", "{0}");
    public static readonly Phrase Version = new("版本", "Version");
    public static readonly Phrase Notices = new("依据", "Notices");
    public static readonly Phrase Origin = new("来源", "Origin");
    public static readonly Phrase NotPublished = new("{0}年的放假安排尚未公布或尚未导入。跨入该年的期限暂按周一至周五计算，标记为“暂定”，导入后自动重算。", "The holidays of {0} are not published or not imported yet. Terms that reach into it are counted Monday to Friday, marked provisional, and counted anew after the import.");
    public static readonly Phrase Import = new("导入年历", "Import a year");
    public static readonly Phrase ImportHint = new("选择一个年度的年历文件（JSON，不超过 256 KB）。文件先经检查，有误则不作任何更改。", "Choose the file of one year (JSON, at most 256 KB). It is checked first; a faulty one changes nothing.");
    public static readonly Phrase ImportFile = new("年历文件", "Calendar file");
    public static readonly Phrase Stored = new("已导入 {0}，重新计算了 {1} 件案件和音像记录的期限。", "{0} is imported; {1} cases and recordings counted their terms anew.");
    public static readonly Phrase Known = new("{0} 已经导入过，内容相同，未作更改。", "{0} was imported before with the same days; nothing changed.");
    public static readonly Phrase TooLarge = new("文件超过 256 KB，一个年度不需要这么大的文件。请核对所选文件。", "The file is larger than 256 KB, more than a year can need. Check the file.");
    public static readonly Phrase Holidays = new("放假安排", "Holidays");
    public static readonly Phrase FromTo = new("{0} 至 {1}", "{0} to {1}");
}
