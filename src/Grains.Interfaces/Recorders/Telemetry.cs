using System.Collections.Immutable;

namespace Enforcement.Grains.Interfaces.Recorders;

/// <summary>Reports of one recorder, as they came over the wire.</summary>
/// <param name="Reports">The reports, in any order.</param>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.telemetry-batch")]
public sealed record TelemetryBatch([property: Id(0)] ImmutableArray<TelemetryReport> Reports);

/// <summary>What a recorder says of itself at one instant. A member that is <see langword="null"/> says nothing and changes nothing.</summary>
/// <param name="Sequence">Counts up with every report of the device, from 1; a repeated number is a repetition.</param>
/// <param name="At">The device's own clock when it measured.</param>
/// <param name="Battery">Per cent, 0 to 100.</param>
/// <param name="Charging">Whether it is charging.</param>
/// <param name="Docked">Whether it stands in a docking station [采集站].</param>
/// <param name="StorageFree">Free bytes.</param>
/// <param name="StorageTotal">All bytes.</param>
/// <param name="Firmware">The version of its program.</param>
/// <param name="Position">Where it is.</param>
/// <param name="Events">What happened since the last report.</param>
/// <param name="Live">Whether it was measured just now; <see langword="false"/>: kept while there was no network, it never makes a recorder look online.</param>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.telemetry-report")]
public sealed record TelemetryReport(
    [property: Id(0)] long Sequence,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] int? Battery,
    [property: Id(3)] bool? Charging,
    [property: Id(4)] bool? Docked,
    [property: Id(5)] long? StorageFree,
    [property: Id(6)] long? StorageTotal,
    [property: Id(7)] string? Firmware,
    [property: Id(8)] GeoPoint? Position,
    [property: Id(9)] ImmutableArray<TelemetryEvent> Events,
    [property: Id(10)] bool Live = true);

/// <summary>A place, WGS-84, in ten-millionths of a degree (about a centimetre): whole numbers survive every store and format unchanged.</summary>
/// <param name="LatitudeE7">-900000000 to 900000000.</param>
/// <param name="LongitudeE7">-1800000000 to 1800000000.</param>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.geo-point")]
public readonly record struct GeoPoint([property: Id(0)] int LatitudeE7, [property: Id(1)] int LongitudeE7);

/// <summary>Something that happened to a recorder.</summary>
/// <param name="Kind">recording-started, recording-stopped, fault, sos, locked-file.</param>
/// <param name="At">The device's own clock.</param>
/// <param name="File">The id of the file on the device, for recordings.</param>
/// <param name="Mode">audio or video, for recording-started.</param>
/// <param name="Size">Bytes, for recording-stopped.</param>
/// <param name="Sha256">Lower-case hexadecimal, for recording-stopped, if the device hashes.</param>
/// <param name="Code">A stable code, for faults.</param>
/// <param name="Detail">In the device's own words, for people.</param>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.telemetry-event")]
public sealed record TelemetryEvent(
    [property: Id(0)] string Kind,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] string? File = null,
    [property: Id(3)] string? Mode = null,
    [property: Id(4)] long? Size = null,
    [property: Id(5)] string? Sha256 = null,
    [property: Id(6)] string? Code = null,
    [property: Id(7)] string? Detail = null);

/// <summary>What became of a batch.</summary>
/// <param name="Taken">Reports that were new.</param>
/// <param name="Repeated">Reports that had come before.</param>
/// <param name="Refused">Reports that cannot be true or cannot be read, each with its rule; the others count all the same.</param>
/// <param name="Now">The server's clock, so that a device may measure its own.</param>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.telemetry-reply")]
public sealed record TelemetryReply(
    [property: Id(0)] int Taken,
    [property: Id(1)] int Repeated,
    [property: Id(2)] ImmutableArray<RefusedReport> Refused,
    [property: Id(3)] DateTimeOffset Now);

/// <summary>A report that was refused.</summary>
/// <param name="Index">Its place in the batch, from 0.</param>
/// <param name="Sequence">Its number.</param>
/// <param name="Rule">Why.</param>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.refused-report")]
public sealed record RefusedReport([property: Id(0)] int Index, [property: Id(1)] long Sequence, [property: Id(2)] BrokenRule Rule);
