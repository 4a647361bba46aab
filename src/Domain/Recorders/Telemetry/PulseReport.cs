using System.Collections.Immutable;

namespace Enforcement.Domain.Recorders.Telemetry;

/// <summary>A place, WGS-84, in ten-millionths of a degree.</summary>
/// <param name="LatitudeE7">North is positive.</param>
/// <param name="LongitudeE7">East is positive.</param>
public readonly record struct Place(int LatitudeE7, int LongitudeE7);

/// <summary>What a recorder says of itself at one instant; a member that is <see langword="null"/> says nothing.</summary>
/// <param name="Sequence">Counts up with every report of the device.</param>
/// <param name="At">The device's own clock.</param>
/// <param name="Battery">Per cent.</param>
/// <param name="Charging">Whether it charges.</param>
/// <param name="Docked">Whether it stands in a docking station [采集站].</param>
/// <param name="StorageFree">Free bytes.</param>
/// <param name="StorageTotal">All bytes.</param>
/// <param name="Firmware">The version of its program.</param>
/// <param name="Position">Where it is.</param>
/// <param name="Events">What happened since the last report.</param>
/// <param name="Live">Whether it was measured just now.</param>
public sealed record PulseReport(
    long Sequence,
    DateTimeOffset At,
    int? Battery,
    bool? Charging,
    bool? Docked,
    long? StorageFree,
    long? StorageTotal,
    string? Firmware,
    Place? Position,
    ImmutableArray<PulseEvent> Events,
    bool Live);

/// <summary>Something that happened to a recorder.</summary>
/// <param name="Kind">One of <see cref="PulseKinds"/>.</param>
/// <param name="At">The device's own clock.</param>
/// <param name="File">The id of the file on the device.</param>
/// <param name="Mode">audio or video.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
/// <param name="Code">A stable code of a fault.</param>
/// <param name="Detail">In the device's own words.</param>
public sealed record PulseEvent(string Kind, DateTimeOffset At, string? File, string? Mode, long? Size, string? Sha256, string? Code, string? Detail);

/// <summary>The kinds of events that a recorder knows.</summary>
public static class PulseKinds
{
    /// <summary>A recording began.</summary>
    public const string Started = "recording-started";

    /// <summary>A recording ended.</summary>
    public const string Stopped = "recording-stopped";

    /// <summary>The device reports a fault of its own.</summary>
    public const string Fault = "fault";

    /// <summary>The officer calls for help.</summary>
    public const string Sos = "sos";

    /// <summary>The officer marked the running file as important.</summary>
    public const string Locked = "locked-file";
}
