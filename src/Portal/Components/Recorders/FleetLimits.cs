namespace Enforcement.Portal.Components.Recorders;

/// <summary>From where on figures of a recorder are shown as poor; the same bounds as those of the counts and of the alarms.</summary>
internal static class FleetLimits
{
    public const int LowBattery = 20;
    public const int WeakBattery = 40;
    public const long DriftMs = 30_000;
    public const double LowFree = .10;
    public const double LittleFree = .25;

    public static string BatteryTone(int percent) => percent < LowBattery ? "bad" : percent < WeakBattery ? "warn" : "ok";

    public static string StorageTone(long free, long total) => free < total * LowFree ? "bad" : free < total * LittleFree ? "warn" : "ok";

    public static bool IsDrifted(long ms) => Math.Abs((double)ms) > DriftMs;
}
