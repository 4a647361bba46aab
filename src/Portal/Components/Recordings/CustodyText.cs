using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Components.Recordings;

/// <summary>Words of the custody line.</summary>
internal static class CustodyText
{
    public static readonly Phrase Line = new("从记录仪到档案", "From the recorder to the archive");
    public static readonly Phrase Steps = new("保管链全部记录（{0} 条）", "All entries of custody ({0})");
    public static readonly Phrase Running = new("正在录制", "still recording");
    public static readonly Phrase Recorded = new("已录制", "recorded");
    public static readonly Phrase OtherDevice = new("其他设备", "other equipment");
    public static readonly Phrase NotHandedIn = new("尚未移交", "not handed in");
    public static readonly Phrase OverdueBy = new("逾期未移交，已超过 {0}", "not handed in, {0} over");
    public static readonly Phrase LateBy = new("逾期 {0} 移交", "handed in {0} late");
    public static readonly Phrase HandedIn = new("按期移交", "handed in in time");
    public static readonly Phrase Due = new("期限 {0}", "due {0}");
    public static readonly Phrase Verified = new("已入库，摘要已核验", "stored, hash verified");
    public static readonly Phrase NoFile = new("缺少文件", "no file");
    public static readonly Phrase Corrupted = new("损坏：与入库时的摘要不符", "damaged: no longer matches its hash");
    public static readonly Phrase NeverServed = new("已停止提供", "no longer served");
    public static readonly Phrase NotLinked = new("未关联案件", "not linked to a case");
    public static readonly Phrase Linked = new("已关联", "linked");
    public static readonly Phrase Archived = new("已随案归档", "archived with its case");
    public static readonly Phrase NotArchived = new("案件尚未归档", "the case is not archived");
    public static readonly Phrase AfterLink = new("关联案件后归档", "after it is linked to a case");
    public static readonly Phrase WrittenAt = new("登记于 {0}", "written {0}");
    public static readonly Phrase Alarm = new("此音像记录的存储文件已损坏，不再播放或提供下载。", "The stored file of this recording is damaged. It is neither played nor served.");
    public static readonly Phrase AlarmNext = new("请勿删除记录仪或电脑上的原件；由监督人员处理下方的问题，必要时以原件另行登记移交。", "Keep the original on the recorder or computer. The supervisor handles the finding below; if need be the original is announced and handed in anew.");
}
