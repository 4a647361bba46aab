using System.Globalization;
using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Components.Recorders;

/// <summary>Words for the stable ids that rows of the fleet carry.</summary>
internal static class RecorderNames
{
    public static readonly (string Id, Phrase Name)[] States =
    [
        ("in-store", new("在库", "In store")),
        ("issued", new("已领用", "Issued")),
        ("repair", new("维修中", "In repair")),
        ("retired", new("已报废", "Retired")),
    ];

    public static readonly (string Id, Phrase Name)[] Contacts =
    [
        ("online", new("在线", "Online")),
        ("offline", new("离线", "Offline")),
        ("unknown", new("未知", "Unknown")),
    ];

    public static readonly (string Id, Phrase Name)[] AlarmKinds =
    [
        ("lost-while-recording", new("录制中失联", "Silent while recording")),
        ("sos", new("紧急求助", "Call for help")),
        ("fault", new("设备故障", "Fault")),
        ("battery-low", new("电量低", "Battery low")),
        ("storage-low", new("存储不足", "Storage low")),
        ("clock-drift", new("时钟偏差", "Clock off")),
        ("not-issued", new("未领用即录制", "Records while not issued")),
        ("retired-reports", new("报废后仍上报", "Reports although retired")),
    ];

    private static readonly (string Id, Phrase Name)[] Severities =
    [
        ("high", new("高", "High")),
        ("medium", new("中", "Medium")),
        ("low", new("低", "Low")),
    ];

    public static string State(string id) => Find(States, id);

    public static string Contact(string id) => Find(Contacts, id);

    public static string AlarmKind(string id) => Find(AlarmKinds, id);

    public static string Severity(string id) => Find(Severities, id);

    public static bool Knows((string Id, Phrase Name)[] words, string id) => Array.Exists(words, word => word.Id == id);

    public static string ContactTone(string id) => id switch { "online" => "tag-ok", "offline" => "tag-bad", _ => "tag-plain" };

    public static string StateTone(string id) => id switch { "issued" => "tag-info", "repair" => "tag-warn", _ => "tag-plain" };

    public static string SeverityTone(string id) => id switch { "high" => "tag-bad", "medium" => "tag-warn", _ => "tag-plain" };

    /// <summary>How far a clock is off, in words; less than half a second is exact.</summary>
    public static string Drift(long ms)
    {
        var seconds = (Math.Abs((double)ms) / 1000).ToString(Math.Abs((double)ms) < 10_000 ? "0.0" : "#,##0", CultureInfo.InvariantCulture);
        return ms switch
        {
            > -500 and < 500 => RecordersText.Exact,
            > 0 => RecordersText.Ahead.With(seconds),
            _ => RecordersText.Behind.With(seconds),
        };
    }

    private static string Find((string Id, Phrase Name)[] words, string id) =>
        Array.Find(words, word => word.Id == id) is { Name: { } name } ? name : id;
}
