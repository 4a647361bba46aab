using System.Collections.Immutable;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Recorders;

namespace Enforcement.Silo.Telemetry;

/// <summary>What a recorder or a gateway sends: one recorder with its reports, or several of them.</summary>
internal sealed record TelemetryBody(string? Recorder, IReadOnlyList<ReportBody>? Reports, IReadOnlyList<RecorderBody>? Recorders);

/// <summary>One recorder of several.</summary>
internal sealed record RecorderBody(string Recorder, IReadOnlyList<ReportBody> Reports);

/// <summary>One report; what is left out says nothing.</summary>
internal sealed record ReportBody(
    long Sequence,
    DateTimeOffset At,
    int? Battery,
    bool? Charging,
    bool? Docked,
    long? StorageFree,
    long? StorageTotal,
    string? Firmware,
    PositionBody? Position,
    IReadOnlyList<EventBody>? Events,
    bool? Live)
{
    public TelemetryReport ToReport() => new(
        Sequence, At, Battery, Charging, Docked, StorageFree, StorageTotal, Firmware, Position?.ToPoint(),
        Events is null ? [] : [.. Events.Select(static e => new TelemetryEvent(e.Kind, e.At, e.File, e.Mode, e.Size, e.Sha256, e.Code, e.Detail))],
        Live ?? true);
}

/// <summary>A place in decimal degrees, WGS-84.</summary>
internal sealed record PositionBody(double Latitude, double Longitude)
{
    /// <summary>What is beyond the globe stays beyond it, to be refused with its rule rather than with the whole body.</summary>
    public GeoPoint ToPoint() => new(ToE7(Latitude), ToE7(Longitude));

    private static int ToE7(double degrees) => (int)Math.Clamp(Math.Round(degrees * 1e7), int.MinValue + 1d, int.MaxValue);
}

/// <summary>Something that happened.</summary>
internal sealed record EventBody(string Kind, DateTimeOffset At, string? File, string? Mode, long? Size, string? Sha256, string? Code, string? Detail);

/// <summary>The answer to one recorder.</summary>
internal sealed record TelemetryAnswer(DateTimeOffset Now, int Taken, int Repeated, ImmutableArray<RefusedReport> Refused);

/// <summary>The answer to a gateway: one entry for each recorder, in the order in which they came.</summary>
internal sealed record GatewayAnswer(DateTimeOffset Now, int Taken, int Repeated, int Refused, IReadOnlyList<RecorderAnswer> Recorders);

/// <summary>What became of one recorder's reports; with a problem none of them was looked at.</summary>
internal sealed record RecorderAnswer(string Recorder, int Taken, int Repeated, ImmutableArray<RefusedReport> Refused, BrokenRule? Problem);
