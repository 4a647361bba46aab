namespace Enforcement.Domain.Recorders.Telemetry;

/// <summary>Why an alarm cannot be marked as seen.</summary>
public static class AlarmRefusals
{
    /// <summary>UTF-16 code units of a note at most.</summary>
    public const int LongestNote = 500;

    /// <summary>No note, or none that can be read.</summary>
    public static Violation Note { get; } = new(
        "alarm.note",
        null,
        new Words("处理说明为空、超过 500 字或含不可见字符。", "The note is empty, longer than 500 characters or holds invisible ones."),
        new Words("请写明已采取的措施。", "Say what is done about it."),
        "note");

    /// <summary>No such alarm of this recorder.</summary>
    public static Violation Unknown { get; } = new(
        "alarm.unknown",
        null,
        new Words("该执法记录仪没有这条告警。", "The recorder has no such alarm."),
        new Words("请核对告警编号；过期告警已清理。", "Check its id; alarms that are long over are removed."),
        "alarmId");

    /// <summary>Somebody was first.</summary>
    /// <param name="by">Who.</param>
    public static Violation Seen(string? by) => new(
        "alarm.seen-already",
        null,
        new Words($"该告警已由{by}确认。", $"{by} has acknowledged it already."),
        new Words("无需再次确认；需补充说明的，请与其联系。", "There is nothing left to do; talk to that person to add something."),
        "alarmId");
}
