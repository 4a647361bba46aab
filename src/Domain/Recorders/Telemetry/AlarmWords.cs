using System.Globalization;
using Enforcement.Domain.Deadlines;

namespace Enforcement.Domain.Recorders.Telemetry;

/// <summary>What alarms say.</summary>
internal static class AlarmWords
{
    public static Words Retired { get; } = new("已报废的记录仪仍在上报，请核查设备去向。", "A retired recorder still reports. Find out where it is.");

    public static Words Battery(int? percent) => Say($"使用中电量仅剩 {percent}%，请尽快充电或更换。", $"Only {percent} % of battery left while in use. Charge or replace it soon.");

    public static Words Storage(long? free, long total)
    {
        var percent = total > 0 ? (int)((free ?? 0) / (total / 100.0)) : 0;
        return Say($"存储空间仅剩 {percent}%，请移交音像记录后清空。", $"Only {percent} % of storage is free. Hand in its recordings.");
    }

    public static Words Drift(long? ms) => Say(
        $"设备时钟比服务器{(ms > 0 ? "快" : "慢")} {Math.Abs(ms ?? 0) / 1000} 秒，音像记录时间不准，请校时。",
        $"The device's clock is {Math.Abs(ms ?? 0) / 1000} s {(ms > 0 ? "ahead of" : "behind")} the server's; times in its recordings are wrong. Set it.");

    public static Words Lost(string? file, DateTimeOffset? since) => Say(
        $"录制 {file} 期间失联，最后联系时间 {Time(since)}，请立即联系持有人。",
        $"Fell silent while recording {file}; last heard at {Time(since)} China time. Call the holder at once.");

    public static Words NotIssued(string? file) => Say(
        $"未登记领用即开始录制（{file}），请补办领用或收回设备。", $"Records ({file}) though it is issued to nobody. Issue it or take it back.");

    public static Words Sos(DateTimeOffset at) => Say($"{Time(at)} 一键求助，请立即联系持有人。", $"Call for help at {Time(at)} China time. Call the holder at once.");

    public static Words Fault(string code, string? detail) => Say(
        $"设备报告故障 {code}{(detail is null ? "" : "：" + detail)}。", $"The device reports fault {code}{(detail is null ? "" : ": " + detail)}.");

    private static string Time(DateTimeOffset? at) => at is { } instant ? instant.ToOffset(ChinaTime.Offset).ToString("MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : "—";

    private static Words Say(FormattableString zh, FormattableString en) => new(zh.ToString(CultureInfo.InvariantCulture), en.ToString(CultureInfo.InvariantCulture));
}
