using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Components.Recordings;

/// <summary>Words of the library of recordings.</summary>
internal static class LibraryText
{
    public static readonly Phrase Views = new("快速查看", "Quick views");
    public static readonly Phrase Unlinked = new("未关联", "Without a case");
    public static readonly Phrase Stored = new("已入库", "Stored");
    public static readonly Phrase Corrupted = new("损坏", "Damaged");
    public static readonly Phrase Export = new("导出 CSV", "Export CSV");
    public static readonly Phrase DropFirst = new("移交文件：拖放到本页任意位置，或", "To hand files in, drop them anywhere on this page or");
    public static readonly Phrase DropLink = new("选择文件", "choose them");
    public static readonly Phrase DropRest = new("。", ".");
    public static readonly Phrase UploadMany = new("批量移交", "Hand in many");
    public static readonly Phrase Text = new("地点、文件名、记录仪、录制人", "Place, file name, recorder, officer");
    public static readonly Phrase Due = new("移交期限届满", "Hand-in ends");
    public static readonly Phrase Order = new("排序", "Order");
    public static readonly Phrase ByUrgency = new("待办优先", "What waits first");
    public static readonly Phrase ByHandIn = new("移交期限先到", "Hand-in term");
    public static readonly Phrase ByStart = new("录制时间", "Start");
    public static readonly Phrase More = new("更多条件", "More filters");
    public static readonly Phrase From = new("录制开始自", "Started from");
    public static readonly Phrase To = new("至", "to");
    public static readonly Phrase Number = new("案号", "Case number");
    public static readonly Phrase Hash = new("SHA-256 开头", "SHA-256 begins with");
    public static readonly Phrase OrderReason = new(
        "排列次序：损坏 → 逾期未移交 → 未关联案件 → 待移交 → 其他；同类中时间近的在前。「待办」一栏写明排在前面的原因。",
        "Order: damaged, hand-in overdue, without a case, to be handed in, the rest; the youngest first within each. The column “Waits” gives the reason.");
    public static readonly Phrase Waits = new("待办", "Waits");
    public static readonly Phrase PlaceAndFile = new("地点 / 文件", "Place / file");
    public static readonly Phrase Length = new("时长 / 大小", "Length / size");
    public static readonly Phrase Running = new("录制中", "recording");
    public static readonly Phrase Nothing = new("无待办", "nothing");
    public static readonly Phrase EmptyFiltered = new("放宽或清除查询条件，或查看「全部」。", "Loosen or clear the filters, or look at all.");
}
