using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.Recorders;

namespace Enforcement.Grains.Recorders;

/// <summary>Where telemetry is kept, apart from the ledger, so that neither waits for the other.</summary>
public interface ITelemetryStore
{
    /// <summary>Keeps what one batch of a recorder brought: all of it or nothing. Writing the same again changes nothing.</summary>
    /// <remarks>The task ends after the commit. A killed process loses nothing of it; a power cut may lose the last seconds.</remarks>
    Task WriteAsync(TelemetryWrite write);

    /// <summary>The checkpoint of a recorder, or <see langword="null"/> when nothing was kept of it.</summary>
    Task<byte[]?> CheckpointAsync(string recorderId, CancellationToken ct);

    /// <summary>An alarm of a recorder, or <see langword="null"/>.</summary>
    Task<AlarmRow?> AlarmAsync(string recorderId, string alarmId, CancellationToken ct);

    /// <summary>Recorders that were recording when they were last heard, before an instant, and are not known as lost; the longest silent first.</summary>
    Task<ImmutableArray<string>> SilentAsync(DateTimeOffset before, int limit, CancellationToken ct);

    /// <summary>Removes what is older, a bounded number of rows in a transaction.</summary>
    /// <returns>How many rows were removed.</returns>
    Task<long> RemoveBeforeAsync(TelemetryAges ages, CancellationToken ct);
}

/// <summary>How far back telemetry is kept.</summary>
/// <param name="History">Charts before this instant go.</param>
/// <param name="Track">The way before this instant goes.</param>
/// <param name="Alarms">Alarms that are over and seen, raised before this instant, go.</param>
public sealed record TelemetryAges(DateTimeOffset History, DateTimeOffset Track, DateTimeOffset Alarms);

/// <summary>What one batch of a recorder brought.</summary>
/// <param name="Status">The last that is known.</param>
/// <param name="Checkpoint">What the grain needs to go on after a restart; opaque to the store.</param>
public sealed record TelemetryWrite(RecorderStatus Status, byte[] Checkpoint)
{
    /// <summary>Points of the charts.</summary>
    public ImmutableArray<PulsePoint> History { get; init; } = [];

    /// <summary>Points of the way.</summary>
    public ImmutableArray<TrackPoint> Track { get; init; } = [];

    /// <summary>Alarms that were raised.</summary>
    public ImmutableArray<AlarmRow> Raised { get; init; } = [];

    /// <summary>Alarms whose cause came about again.</summary>
    public ImmutableArray<AlarmAgain> Again { get; init; } = [];

    /// <summary>Alarms whose cause is gone.</summary>
    public ImmutableArray<string> Cleared { get; init; } = [];

    /// <summary>When <see cref="Cleared"/> were.</summary>
    public DateTimeOffset ClearedAt { get; init; }

    /// <summary>The alarm that a person saw, or <see langword="null"/>.</summary>
    public AlarmSeen? Seen { get; init; }
}

/// <summary>The cause of an alarm that nobody has acknowledged came about again.</summary>
/// <param name="AlarmId">The alarm.</param>
/// <param name="Times">How many times more.</param>
/// <param name="At">The last of them.</param>
/// <param name="TextZh">What it says now, in Chinese.</param>
/// <param name="TextEn">What it says now, in English.</param>
/// <param name="HolderName">Who holds the recorder now, or <see langword="null"/>.</param>
/// <param name="RecordingId">The recording it is about now, or <see langword="null"/>: as before.</param>
public sealed record AlarmAgain(string AlarmId, int Times, DateTimeOffset At, string TextZh, string TextEn, string? HolderName, string? RecordingId);

/// <summary>A person saw an alarm.</summary>
/// <param name="AlarmId">The alarm.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Note">What is done about it.</param>
public sealed record AlarmSeen(string AlarmId, DateTimeOffset At, string By, string Note);

/// <summary>What lists show of a recorder besides its register.</summary>
public sealed record RecorderStatus
{
    /// <summary>The recorder.</summary>
    public required string RecorderId { get; init; }

    /// <summary>The last live contact.</summary>
    public DateTimeOffset? LastContactAt { get; init; }

    /// <summary>Per cent.</summary>
    public int? Battery { get; init; }

    /// <summary>Whether it charges.</summary>
    public bool Charging { get; init; }

    /// <summary>Whether it stands in a docking station.</summary>
    public bool Docked { get; init; }

    /// <summary>Free bytes.</summary>
    public long? StorageFree { get; init; }

    /// <summary>All bytes.</summary>
    public long? StorageTotal { get; init; }

    /// <summary>The version of its program.</summary>
    public string? Firmware { get; init; }

    /// <summary>How far its clock is ahead, in milliseconds.</summary>
    public long? DriftMs { get; init; }

    /// <summary>Since when it records.</summary>
    public DateTimeOffset? RecordingSince { get; init; }

    /// <summary>The recording that runs.</summary>
    public string? RecordingId { get; init; }

    /// <summary>Where it was last.</summary>
    public GeoPoint? Position { get; init; }

    /// <summary>When it was there.</summary>
    public DateTimeOffset? PositionAt { get; init; }

    /// <summary>Since when it is taken for lost.</summary>
    public DateTimeOffset? LostAt { get; init; }
}
