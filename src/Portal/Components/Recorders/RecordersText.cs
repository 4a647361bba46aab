using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Components.Recorders;

/// <summary>Words of the pages about recorders.</summary>
internal static class RecordersText
{
    public static readonly Phrase Title = new("执法记录仪", "Recorders");
    public static readonly Phrase Views = new("快捷筛选", "Quick views");
    public static readonly Phrase Shape = new("显示方式", "List or map");
    public static readonly Phrase List = new("列表", "List");
    public static readonly Phrase Map = new("地图", "Map");
    public static readonly Phrase Alarms = new("告警", "Alarms");
    public static readonly Phrase Register = new("登记执法记录仪", "Register recorders");
    public static readonly Phrase RecordingNow = new("录制中", "Recording");
    public static readonly Phrase LowBattery = new("低电量", "Low battery");
    public static readonly Phrase LowStorage = new("存储不足", "Little storage");
    public static readonly Phrase Drifted = new("时钟偏差", "Clock off");
    public static readonly Phrase Alarmed = new("有告警", "With alarms");
    public static readonly Phrase Text = new("编号、序列号、型号或领用人", "Id, serial number, model or holder");
    public static readonly Phrase InService = new("在用（不含报废）", "In service (not retired)");
    public static readonly Phrase Contact = new("联系状态", "Contact");
    public static readonly Phrase Holder = new("领用人", "Holder");
    public static readonly Phrase Order = new("排序", "Order");
    public static readonly Phrase ById = new("按编号", "By id");
    public static readonly Phrase ByContact = new("失联最久的在前", "Longest silent first");
    public static readonly Phrase ByBattery = new("电量最低的在前", "Emptiest battery first");
    public static readonly Phrase ByStorage = new("存储最满的在前", "Fullest store first");
    public static readonly Phrase Recorder = new("执法记录仪", "Recorder");
    public static readonly Phrase Battery = new("电量", "Battery");
    public static readonly Phrase Storage = new("存储", "Storage");
    public static readonly Phrase StorageUsed = new("存储已用", "Storage used");
    public static readonly Phrase Free = new("剩余 {0}", "{0} free");
    public static readonly Phrase Charging = new("充电中", "charging");
    public static readonly Phrase Docked = new("在采集站", "docked");
    public static readonly Phrase Firmware = new("固件版本", "Firmware");
    public static readonly Phrase Drift = new("时钟", "Clock");
    public static readonly Phrase Ahead = new("快 {0} 秒", "{0} s fast");
    public static readonly Phrase Behind = new("慢 {0} 秒", "{0} s slow");
    public static readonly Phrase Exact = new("准确", "exact");
    public static readonly Phrase Since = new("录制 {0}", "recording for {0}");
    public static readonly Phrase Never = new("从未联系", "never heard");
    public static readonly Phrase NotHeld = new("无人领用", "nobody");
    public static readonly Phrase OpenAlarms = new("{0} 条告警", "{0} alarms");
    public static readonly Phrase Empty = new("还没有登记执法记录仪", "No recorder is registered");
    public static readonly Phrase EmptyManage = new("请先逐台登记，或用 CSV 文件批量登记；登记后设备用各自的密钥上报状态。", "Register them one by one or from a CSV file; devices then report with their own keys.");
    public static readonly Phrase EmptyRead = new("执法记录仪由记录仪管理员登记；登记后在此显示。", "Fleet managers register recorders; they are shown here afterwards.");
    public static readonly Phrase NoneFound = new("没有符合条件的执法记录仪", "No recorder fits the filters");
    public static readonly Phrase NoneFoundNext = new("放宽或清除条件后再查询。已报废的设备须在“状态”中选择“已报废”。", "Use fewer filters or clear them. Retired ones are shown when the state \"retired\" is chosen.");
    public static readonly Phrase UnknownFilter = new("地址中的条件“{0}”无法识别，未按它筛选。请从下方重新选择。", "The filter \"{0}\" in the address means nothing; the list is not narrowed by it. Choose anew below.");
    public static readonly Phrase UnknownBureau = new("没有执法机关“{0}”，或者不在当前岗位的查看范围内。", "There is no bureau \"{0}\", or your role does not see it.");
    public static readonly Phrase Moved = new("有新的变化：列表次序或内容已不同，当前显示的各行已更新为最新状态。", "There are changes: other rows or another order. The rows shown here are up to date.");
    public static readonly Phrase ShowMoved = new("显示最新列表", "Show the new list");

    // the map
    public static readonly Phrase MapTitle = new("执法记录仪最近位置", "Where recorders were last seen");
    public static readonly Phrase MapCount = new("共 {0} 台有位置。", "{0} with a position.");
    public static readonly Phrase MapMost = new("设备较多，已按区域合并：圆圈越大设备越多，选择圆圈查看该区域。", "There are many, so they are drawn together: the larger the circle the more there are. Choose one to see that area.");
    public static readonly Phrase MapDots = new("选择圆点打开该设备。", "Choose a dot to open the recorder.");
    public static readonly Phrase MapEmpty = new("没有符合条件且上报过位置的执法记录仪。", "No recorder that fits the filters has told where it is.");
    public static readonly Phrase WholeMap = new("显示全部区域", "Show the whole map");
    public static readonly Phrase InCell = new("所选区域内的执法记录仪（{0} 台）", "Recorders in the chosen area ({0})");
    public static readonly Phrase CellMost = new("只列出前 {0} 台。", "Only the first {0} are listed.");
    public static readonly Phrase Cell = new("{0} 台：在线 {1}，离线 {2}，未知 {3}", "{0} recorders: {1} online, {2} offline, {3} unknown");
    public static readonly Phrase LegendRecording = new("中心有白点：录制中", "white centre: recording");
    public static readonly Phrase LegendAlarm = new("外圈：有未处理告警", "outer ring: alarm that nobody has seen");

    // alarms
    public static readonly Phrase AlarmsTitle = new("执法记录仪告警", "Alarms of recorders");
    public static readonly Phrase OpenOnly = new("未处理", "Open");
    public static readonly Phrase Kind = new("类别", "Kind");
    public static readonly Phrase Severity = new("级别", "Severity");
    public static readonly Phrase Raised = new("发生", "Raised");
    public static readonly Phrase Handling = new("处理情况", "What is done");
    public static readonly Phrase Acknowledge = new("处理告警", "Acknowledge");
    public static readonly Phrase AcknowledgeOf = new("处理 {0} 的告警：{1}", "Acknowledge the alarm of {0}: {1}");
    public static readonly Phrase Note = new("处理情况", "What is done about it");
    public static readonly Phrase NoteMissing = new("请写明处理情况，例如“已联系本人，设备正常”。", "Say what is done about it, such as \"called the officer, the device works\".");
    public static readonly Phrase AcknowledgedBy = new("{0} 于 {1} 处理：{2}", "{0}, {1}: {2}");
    public static readonly Phrase Cleared = new("已于 {0} 解除", "over since {0}");
    public static readonly Phrase StillOn = new("仍在持续", "still on");
    public static readonly Phrase RecordingOf = new("相关录制", "Recording");
    public static readonly Phrase NoOpenAlarms = new("没有未处理的告警", "No open alarms");
    public static readonly Phrase NoOpenAlarmsNext = new("新的告警会自动出现在这里。", "New ones appear here by themselves.");
    public static readonly Phrase NoAlarms = new("没有告警", "No alarms");
    public static readonly Phrase AlarmDone = new("告警已处理", "The alarm is acknowledged");
}
