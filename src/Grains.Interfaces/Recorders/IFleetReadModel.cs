using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.ReadModel;

namespace Enforcement.Grains.Interfaces.Recorders;

/// <summary>What pages read of the fleet: lists, map, charts and alarms. It never wakes a grain, and every question carries the scope of the reader.</summary>
/// <remarks>
/// Online is a lease, never a stored flag: a recorder is <c>online</c> while its last live contact lies within the lease, <c>offline</c> after it, and
/// <c>unknown</c> if it has not been heard since this program started and the lease has not yet passed since then, or was never heard at all.
/// All instants are the machine clock's.
/// </remarks>
public interface IFleetReadModel
{
    /// <summary>How long a recorder counts as online after its last live contact.</summary>
    TimeSpan Lease { get; }

    /// <summary>A page of recorders, by id unless the query says otherwise.</summary>
    Task<Page<RecorderRow>> RecordersAsync(BureauScope scope, RecorderQuery query, PageRequest page, CancellationToken ct);

    /// <summary>One recorder, or <see langword="null"/> if there is none or it may not be seen.</summary>
    Task<RecorderRow?> RecorderAsync(BureauScope scope, string recorderId, CancellationToken ct);

    /// <summary>The figures of each bureau, by bureau.</summary>
    Task<ImmutableArray<FleetCount>> CountsAsync(BureauScope scope, CancellationToken ct);

    /// <summary>Where recorders were last seen, at most <paramref name="limit"/> of them; those without a position are left out.</summary>
    Task<ImmutableArray<RecorderDot>> MapAsync(BureauScope scope, RecorderQuery query, int limit, CancellationToken ct);

    /// <summary>Battery, storage and drift over a span, thinned to at most <paramref name="limit"/> points (first and last are kept).</summary>
    Task<ImmutableArray<PulsePoint>> HistoryAsync(BureauScope scope, string recorderId, DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken ct);

    /// <summary>The way it went in a span, oldest first, thinned to at most <paramref name="limit"/> points.</summary>
    Task<ImmutableArray<TrackPoint>> TrackAsync(BureauScope scope, string recorderId, DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken ct);

    /// <summary>A page of alarms, the youngest first.</summary>
    Task<Page<AlarmRow>> AlarmsAsync(BureauScope scope, AlarmQuery query, PageRequest page, CancellationToken ct);
}

/// <summary>What a list of recorders is narrowed to; <see langword="null"/> and <see langword="false"/> mean no narrowing.</summary>
/// <param name="State">in-store, issued, repair, retired; <see langword="null"/>: all but retired.</param>
/// <param name="Contact">online, offline, unknown.</param>
/// <param name="HolderId">Only recorders of this officer.</param>
/// <param name="Recording">Only those that record now.</param>
/// <param name="LowBattery">Only those below 20 per cent.</param>
/// <param name="LowStorage">Only those with less than 10 per cent free.</param>
/// <param name="Drifted">Only those whose clock is more than 30 s off.</param>
/// <param name="Alarmed">Only those with an alarm that nobody has seen.</param>
/// <param name="Text">Only those whose id, serial, model or holder contains every word.</param>
/// <param name="Order">The order.</param>
public sealed record RecorderQuery(
    string? State = null,
    string? Contact = null,
    string? HolderId = null,
    bool Recording = false,
    bool LowBattery = false,
    bool LowStorage = false,
    bool Drifted = false,
    bool Alarmed = false,
    string? Text = null,
    RecorderOrder Order = RecorderOrder.Id);

/// <summary>How a list of recorders is sorted.</summary>
public enum RecorderOrder
{
    /// <summary>By id.</summary>
    Id,

    /// <summary>The one longest silent first.</summary>
    LastContact,

    /// <summary>The emptiest battery first.</summary>
    Battery,

    /// <summary>The fullest store first.</summary>
    Storage,
}

/// <summary>What a list of alarms is narrowed to.</summary>
/// <param name="Open">Only alarms that nobody has seen.</param>
/// <param name="RecorderId">Only of this recorder.</param>
/// <param name="Kind">Only of this kind.</param>
public sealed record AlarmQuery(bool Open = false, string? RecorderId = null, string? Kind = null);

/// <summary>A recorder [执法记录仪] as lists show it: the register and the last that was heard.</summary>
/// <param name="RecorderId">The recorder, key of the row.</param>
/// <param name="Bureau">Its bureau.</param>
/// <param name="Model">The model.</param>
/// <param name="Serial">The serial number.</param>
/// <param name="State">in-store, issued, repair, retired.</param>
/// <param name="HolderId">Who holds it, or null.</param>
/// <param name="HolderName">The holder's name, or null.</param>
/// <param name="Contact">online, offline, unknown: as of the reading.</param>
/// <param name="LastContactAt">The last live contact, or null.</param>
/// <param name="Battery">Per cent, or null.</param>
/// <param name="Charging">Whether it charges.</param>
/// <param name="Docked">Whether it stands in a docking station.</param>
/// <param name="StorageFree">Free bytes, or null.</param>
/// <param name="StorageTotal">All bytes, or null.</param>
/// <param name="Firmware">The version, or null.</param>
/// <param name="DriftMs">How far its clock is ahead of the server's, in milliseconds, or null.</param>
/// <param name="RecordingSince">Since when it records, or null.</param>
/// <param name="RecordingId">The recording that runs, or null.</param>
/// <param name="LatitudeE7">Last position, or null.</param>
/// <param name="LongitudeE7">Last position, or null.</param>
/// <param name="PositionAt">When it was there, or null.</param>
/// <param name="OpenAlarms">Alarms that nobody has seen.</param>
/// <param name="SearchText">What a text search looks into, lower case.</param>
[GenerateSerializer, Alias("row.recorder")]
[ReadTable("recorders", nameof(RecorderId))]
public sealed record RecorderRow(
    [property: Id(0)] string RecorderId,
    [property: Id(1)] string Bureau,
    [property: Id(2)] string Model,
    [property: Id(3)] string Serial,
    [property: Id(4)] string State,
    [property: Id(5)] string? HolderId,
    [property: Id(6)] string? HolderName,
    [property: Id(7)] string Contact,
    [property: Id(8)] DateTimeOffset? LastContactAt,
    [property: Id(9)] int? Battery,
    [property: Id(10)] bool Charging,
    [property: Id(11)] bool Docked,
    [property: Id(12)] long? StorageFree,
    [property: Id(13)] long? StorageTotal,
    [property: Id(14)] string? Firmware,
    [property: Id(15)] long? DriftMs,
    [property: Id(16)] DateTimeOffset? RecordingSince,
    [property: Id(17)] string? RecordingId,
    [property: Id(18)] int? LatitudeE7,
    [property: Id(19)] int? LongitudeE7,
    [property: Id(20)] DateTimeOffset? PositionAt,
    [property: Id(21)] int OpenAlarms,
    [property: Id(22)] string SearchText) : ReadRow;

/// <summary>An alarm of a recorder [告警].</summary>
/// <param name="AlarmId">The alarm, key of the row.</param>
/// <param name="RecorderId">The recorder.</param>
/// <param name="Bureau">Its bureau.</param>
/// <param name="Kind">lost-while-recording, sos, fault, battery-low, storage-low, clock-drift, not-issued, retired-reports.</param>
/// <param name="Severity">high, medium, low.</param>
/// <param name="TextZh">Chinese wording.</param>
/// <param name="TextEn">English wording.</param>
/// <param name="HolderName">Who held it then, or null.</param>
/// <param name="RecordingId">The recording it is about, or null.</param>
/// <param name="RaisedAt">When it was raised.</param>
/// <param name="ClearedAt">When its cause was gone, or null.</param>
/// <param name="AcknowledgedAt">When a person saw it, or null.</param>
/// <param name="AcknowledgedBy">Who, or null.</param>
/// <param name="Note">What is done about it, or null.</param>
/// <param name="Times">How many times its cause came about before somebody acknowledged it; for a recorder that nobody holds, how many recordings.</param>
/// <param name="LastAt">The last time of several, or null.</param>
[GenerateSerializer, Alias("row.alarm")]
[ReadTable("alarms", nameof(AlarmId))]
public sealed record AlarmRow(
    [property: Id(0)] string AlarmId,
    [property: Id(1)] string RecorderId,
    [property: Id(2)] string Bureau,
    [property: Id(3)] string Kind,
    [property: Id(4)] string Severity,
    [property: Id(5)] string TextZh,
    [property: Id(6)] string TextEn,
    [property: Id(7)] string? HolderName,
    [property: Id(8)] string? RecordingId,
    [property: Id(9)] DateTimeOffset RaisedAt,
    [property: Id(10)] DateTimeOffset? ClearedAt,
    [property: Id(11)] DateTimeOffset? AcknowledgedAt,
    [property: Id(12)] string? AcknowledgedBy,
    [property: Id(13)] string? Note,
    [property: Id(14)] int Times = 1,
    [property: Id(15)] DateTimeOffset? LastAt = null) : ReadRow;

/// <summary>The figures of a bureau's recorders; retired ones are in none of them.</summary>
/// <param name="Bureau">The bureau.</param>
/// <param name="All">All.</param>
/// <param name="Issued">In an officer's hands.</param>
/// <param name="Repair">In repair.</param>
/// <param name="Online">Heard within the lease.</param>
/// <param name="Offline">Silent for longer.</param>
/// <param name="Unknown">Not heard since this program started, or never.</param>
/// <param name="Recording">Recording now, as far as is known.</param>
/// <param name="LowBattery">Below 20 per cent.</param>
/// <param name="LowStorage">Less than 10 per cent free.</param>
/// <param name="Drifted">Clock more than 30 s off.</param>
/// <param name="OpenAlarms">Alarms that nobody has seen.</param>
/// <param name="Alarmed">Recorders that have one.</param>
public sealed record FleetCount(
    string Bureau, long All, long Issued, long Repair, long Online, long Offline, long Unknown, long Recording, long LowBattery, long LowStorage, long Drifted, long OpenAlarms, long Alarmed = 0);

/// <summary>A recorder on the map.</summary>
public sealed record RecorderDot(string RecorderId, string Bureau, string? HolderName, string Contact, bool Recording, int? Battery, int LatitudeE7, int LongitudeE7, DateTimeOffset PositionAt, int OpenAlarms);

/// <summary>One point of a recorder's charts.</summary>
public sealed record PulsePoint(DateTimeOffset At, int? Battery, long? StorageFree, long? StorageTotal, long? DriftMs, bool Recording);

/// <summary>One point of a track.</summary>
public sealed record TrackPoint(DateTimeOffset At, int LatitudeE7, int LongitudeE7, bool Recording);
