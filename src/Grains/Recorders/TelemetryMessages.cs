using System.Collections.Immutable;
using Enforcement.Domain;
using Enforcement.Domain.Recorders.Telemetry;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Grains.Streams;

namespace Enforcement.Grains.Recorders;

/// <summary>Reports as messages and as the domain knows them.</summary>
internal static class TelemetryMessages
{
    public static PulseReport ToPulse(this TelemetryReport r) => new(
        r.Sequence, r.At, r.Battery, r.Charging, r.Docked, r.StorageFree, r.StorageTotal, r.Firmware,
        r.Position is { } p ? new Place(p.LatitudeE7, p.LongitudeE7) : null,
        r.Events.IsDefaultOrEmpty ? [] : [.. r.Events.Select(static e => new PulseEvent(e.Kind, e.At, e.File, e.Mode, e.Size, e.Sha256, e.Code, e.Detail))],
        r.Live);

    public static BrokenRule ToRule(this Violation v) => new(v.Code, v.Article, null, v.Text.ToWording(), v.Next.ToWording(), v.Member);

    public static RecorderStatus ToStatus(this PulseState p, string recorderId) => new()
    {
        RecorderId = recorderId,
        LastContactAt = p.Contact?.Value,
        Battery = p.Battery?.Value,
        Charging = p.Charging?.Value ?? false,
        Docked = p.Docked?.Value ?? false,
        StorageFree = p.StorageFree?.Value,
        StorageTotal = p.StorageTotal?.Value,
        Firmware = p.Firmware?.Value,
        DriftMs = p.DriftMs,
        RecordingSince = p.RecordingSince,
        RecordingId = p.RecordingFile,
        Position = p.Position?.Value.Place is { } place ? new GeoPoint(place.LatitudeE7, place.LongitudeE7) : null,
        PositionAt = p.Position is { } fix ? p.On(fix.Value.Moment) : null,
        LostAt = p.LostAt,
    };

    public static PulsePoint ToPoint(this PulseSample s) => new(s.At, s.Battery, s.StorageFree, s.StorageTotal, s.DriftMs, s.Recording);

    /// <summary>The rows of alarms that were raised.</summary>
    public static ImmutableArray<AlarmRow> Rows(ImmutableArray<AlarmChange> changes, string recorderId, string bureau, string? holder, DateTimeOffset now) =>
    [
        .. changes.OfType<AlarmChange.Raised>().Select(r => new AlarmRow(
            r.Alarm.Id, recorderId, bureau, r.Alarm.Kind, AlarmKinds.SeverityOf(r.Alarm.Kind), r.Text.Zh, r.Text.En, holder, r.RecordingId, now, null, null, null, null, r.Times)),
    ];

    /// <summary>Alarms that came again.</summary>
    public static ImmutableArray<AlarmAgain> Again(ImmutableArray<AlarmChange> changes, string? holder, DateTimeOffset now) =>
        [.. changes.OfType<AlarmChange.Again>().Select(a => new AlarmAgain(a.Alarm.Id, a.Times, now, a.Text.Zh, a.Text.En, holder, a.RecordingId))];
}
