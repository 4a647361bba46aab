using System.Globalization;

namespace Enforcement.Domain.Recorders.Telemetry;

/// <summary>Whether a report can be true and can be read. What cannot is refused with its rule, one report at a time.</summary>
public static class PulseCheck
{
    /// <summary>Events in one report at most.</summary>
    public const int MostEvents = 32;

    /// <summary>UTF-16 code units of a device's words at most.</summary>
    public const int LongestDetail = 500;

    private const int LongestName = 100;
    private static readonly DateTimeOffset Earliest = new(1970, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2200, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The first rule that a report breaks, or <see langword="null"/>.</summary>
    /// <param name="report">The report.</param>
    public static Violation? Broken(PulseReport report) =>
        report.Sequence < 1 ? Rule("sequence", "序号须从 1 起。", "Sequence numbers begin at 1.", "sequence")
        : !InTime(report.At) ? Rule("instant", "时间须在 1970 年至 2199 年之间。", "The time lies between 1970 and 2199.", "at")
        : report.Battery is < 0 or > 100 ? Rule("battery", Say($"电量 {report.Battery} 不在 0 至 100 之间。"), Say($"Battery {report.Battery} is not between 0 and 100."), "battery")
        : report.StorageFree < 0 || report.StorageTotal < 0 ? Rule("storage", "存储容量不能为负数。", "Bytes of storage are not negative.", "storageFree")
        : report.StorageFree > report.StorageTotal ? Rule("storage", "剩余容量大于总容量。", "More bytes are free than there are.", "storageFree")
        : report.Firmware is { } firmware && !PlainText.IsLine(firmware, LongestName) ? Rule("firmware", Say($"固件版本须为 1 至 {LongestName} 个可见字符。"), Say($"The firmware has 1 to {LongestName} visible characters."), "firmware")
        : report.Position is { LatitudeE7: < -900_000_000 or > 900_000_000 } ? Rule("position", "纬度须在 -90 至 90 度之间。", "A latitude lies between -90 and 90 degrees.", "position")
        : report.Position is { LongitudeE7: < -1_800_000_000 or > 1_800_000_000 } ? Rule("position", "经度须在 -180 至 180 度之间。", "A longitude lies between -180 and 180 degrees.", "position")
        : report.Events.Length > MostEvents ? Rule("events", Say($"一次报告最多 {MostEvents} 个事件，此处有 {report.Events.Length} 个。"), Say($"A report has at most {MostEvents} events, this one has {report.Events.Length}."), "events")
        : report.Events.Select(Broken).FirstOrDefault(static v => v is not null);

    /// <summary>The rule for a number so far back that nobody knows whether it came before.</summary>
    public static Violation Forgotten { get; } = Rule(
        "forgotten", "序号过旧，已无法判断是否重复。", "The number is so old that it can no longer be told from a repetition.", "sequence");

    /// <summary>The rule for a recorder that nobody registered.</summary>
    public static Violation Unknown { get; } = new(
        "telemetry.unknown-recorder",
        null,
        new Words("没有这台执法记录仪，或不在您的范围内。", "There is no such recorder, or it is not within your reach."),
        new Words("请核对编号；新设备请先登记。", "Check the id; register a new device first."),
        "recorder");

    /// <summary>The rule for a recorder that is out of service.</summary>
    public static Violation Retired { get; } = new(
        "telemetry.retired",
        null,
        new Words("该执法记录仪已报废，上报不予采用。", "The recorder is retired; its reports are not taken."),
        new Words("请停用该设备；仍需使用的，请另行登记。", "Switch it off. If it is to be used again, register it anew."),
        "recorder");

    private static Violation? Broken(PulseEvent e, int index)
    {
        var member = Say($"events[{index}]");
        return !InTime(e.At) ? Rule("instant", "时间须在 1970 年至 2199 年之间。", "The time lies between 1970 and 2199.", member + ".at")
            : e.Kind is not (PulseKinds.Started or PulseKinds.Stopped or PulseKinds.Fault or PulseKinds.Sos or PulseKinds.Locked) ? Rule("event-kind", "不认识的事件类型。", "There is no such kind of event.", member + ".kind")
            : e.Kind is PulseKinds.Started or PulseKinds.Stopped or PulseKinds.Locked && !IsName(e.File) ? Rule("event-file", Say($"文件编号须为 1 至 {LongestName} 个可见字符。"), Say($"The id of the file has 1 to {LongestName} visible characters."), member + ".file")
            : e.Kind is PulseKinds.Started && e.Mode is not ("audio" or "video") ? Rule("event-mode", "录制方式须为 audio 或 video。", "The mode is audio or video.", member + ".mode")
            : e.Size < 0 ? Rule("event-size", "文件大小不能为负数。", "A size is not negative.", member + ".size")
            : e.Sha256 is { } hash && (hash.Length != 64 || hash.Any(static c => !char.IsAsciiHexDigitLower(c))) ? Rule("event-hash", "SHA-256 须为 64 位小写十六进制。", "A SHA-256 has 64 lower-case hexadecimal digits.", member + ".sha256")
            : e.Kind is PulseKinds.Fault && !IsName(e.Code) ? Rule("event-code", Say($"故障代码须为 1 至 {LongestName} 个可见字符。"), Say($"The code of a fault has 1 to {LongestName} visible characters."), member + ".code")
            : e.Detail is { } detail && (detail.Length > LongestDetail || !PlainText.IsClean(detail, lines: true)) ? Rule("event-detail", Say($"说明最多 {LongestDetail} 个可见字符。"), Say($"A detail has at most {LongestDetail} visible characters."), member + ".detail")
            : null;
    }

    private static bool InTime(DateTimeOffset at) => at >= Earliest && at < Latest;

    private static bool IsName(string? text) => PlainText.IsLine(text, LongestName);

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static Violation Rule(string code, string zh, string en, string member) => new(
        "telemetry." + code,
        null,
        new Words(zh, en),
        new Words("该报告未采用；请修正设备或网关后以新序号上报，其余报告不受影响。", "This report was not taken. Correct the device or gateway and report under a new number; the others count all the same."),
        member);
}
