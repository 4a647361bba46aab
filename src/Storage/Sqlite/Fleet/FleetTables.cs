using System.Collections.Immutable;
using Enforcement.Domain.Ledger;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Grains.Recorders;

namespace Enforcement.Storage.Sqlite.Fleet;

/// <summary>What a batch of telemetry changes in the tables.</summary>
internal static class FleetTables
{
    /// <summary>Points of the charts are kept one for five minutes: enough for a day's curve, and a year of reports stays small.</summary>
    private const long HistoryStep = 5L * 60 * 1_000_000;

    /// <returns>The bureau whose alarms look different now, or <see langword="null"/>.</returns>
    public static string? Write(SqliteDb db, TelemetryWrite write)
    {
        var id = write.Status.RecorderId;
        Status(db, write.Status);
        db.Prepare("INSERT INTO checkpoints (recorder_id, state) VALUES (?, ?) ON CONFLICT DO UPDATE SET state = excluded.state").Bind(id).BindBytes(write.Checkpoint).Run();
        foreach (var point in write.History)
        {
            var at = CanonicalInstant.ToMicroseconds(point.At);
            db.Prepare("""
                INSERT INTO history (recorder_id, at, battery, storage_free, storage_total, drift_ms, recording) VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET battery = coalesce(excluded.battery, battery), storage_free = coalesce(excluded.storage_free, storage_free),
                    storage_total = coalesce(excluded.storage_total, storage_total), drift_ms = coalesce(excluded.drift_ms, drift_ms), recording = max(recording, excluded.recording)
                """)
                .Bind(id).Bind(at - (at % HistoryStep)).Bind((long?)point.Battery).Bind(point.StorageFree).Bind(point.StorageTotal).Bind(point.DriftMs).Bind(point.Recording ? 1L : 0L).Run();
        }

        foreach (var point in write.Track)
        {
            db.Prepare("INSERT INTO track (recorder_id, at, latitude_e7, longitude_e7, recording) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .Bind(id).Bind(CanonicalInstant.ToMicroseconds(point.At)).Bind((long)point.LatitudeE7).Bind((long)point.LongitudeE7).Bind(point.Recording ? 1L : 0L).Run();
        }

        return Alarms(db, write) ? BureauOf(db, id) : null;
    }

    /// <summary>The columns of the register; what is known of the device stays.</summary>
    public static bool Register(SqliteDb db, RecorderEntry e)
    {
        db.Prepare("""
            INSERT INTO recorders (recorder_id, bureau, model, serial, state, holder_id, holder_name, search_text, register) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (recorder_id) DO UPDATE SET bureau = excluded.bureau, model = excluded.model, serial = excluded.serial, state = excluded.state,
                holder_id = excluded.holder_id, holder_name = excluded.holder_name, search_text = excluded.search_text, register = excluded.register
            WHERE excluded.register > register
            """)
            .Bind(e.RecorderId).Bind(e.Bureau).Bind(e.Model).Bind(e.Serial).Bind(e.State).Bind(e.HolderId).Bind(e.HolderName)
            .Bind($"{e.RecorderId} {e.Serial} {e.Model} {e.HolderId} {e.HolderName}".ToLowerInvariant()).Bind(e.Sequence).Run();
        return true;
    }

    private static void Status(SqliteDb db, RecorderStatus s) => db.Prepare("""
        UPDATE recorders SET last_contact_at = ?, battery = ?, charging = ?, docked = ?, storage_free = ?, storage_total = ?, firmware = ?, drift_ms = ?,
            recording_since = ?, recording_id = ?, latitude_e7 = ?, longitude_e7 = ?, position_at = ?, lost_at = ?
        WHERE recorder_id = ?
        """)
        .Bind(s.LastContactAt).Bind((long?)s.Battery).Bind(s.Charging ? 1L : 0L).Bind(s.Docked ? 1L : 0L).Bind(s.StorageFree).Bind(s.StorageTotal).Bind(s.Firmware).Bind(s.DriftMs)
        .Bind(s.RecordingSince).Bind(s.RecordingId).Bind((long?)s.Position?.LatitudeE7).Bind((long?)s.Position?.LongitudeE7).Bind(s.PositionAt).Bind(s.LostAt)
        .Bind(s.RecorderId).Run();

    private static bool Alarms(SqliteDb db, TelemetryWrite write)
    {
        if (write is { Raised: [], Again: [], Cleared: [], Seen: null })
        {
            return false;
        }

        var map = RowMap.Of(typeof(AlarmRow));
        foreach (var alarm in write.Raised)
        {
            map.Write(db, alarm);
        }

        foreach (var again in write.Again)
        {
            db.Prepare("""
                UPDATE alarms SET times = times + ?, last_at = ?, cleared_at = NULL, text_zh = ?, text_en = ?, holder_name = ?, recording_id = coalesce(?, recording_id)
                WHERE alarm_id = ?
                """)
                .Bind((long)again.Times).Bind((DateTimeOffset?)again.At).Bind(again.TextZh).Bind(again.TextEn).Bind(again.HolderName).Bind(again.RecordingId).Bind(again.AlarmId).Run();
        }

        foreach (var alarm in write.Cleared)
        {
            db.Prepare("UPDATE alarms SET cleared_at = ? WHERE alarm_id = ? AND cleared_at IS NULL").Bind((DateTimeOffset?)write.ClearedAt).Bind(alarm).Run();
        }

        if (write.Seen is { } seen)
        {
            db.Prepare("UPDATE alarms SET acknowledged_at = ?, acknowledged_by = ?, note = ? WHERE alarm_id = ? AND acknowledged_at IS NULL")
                .Bind((DateTimeOffset?)seen.At).Bind(seen.By).Bind(seen.Note).Bind(seen.AlarmId).Run();
        }

        db.Prepare("UPDATE recorders SET open_alarms = (SELECT count(*) FROM alarms WHERE alarms.recorder_id = recorders.recorder_id AND acknowledged_at IS NULL) WHERE recorder_id = ?")
            .Bind(write.Status.RecorderId).Run();
        return true;
    }

    private static string? BureauOf(SqliteDb db, string recorderId)
    {
        var statement = db.Prepare("SELECT bureau FROM recorders WHERE recorder_id = ?").Bind(recorderId);
        var bureau = statement.Step() ? statement.Text(0) : null;
        statement.Reset();
        return bureau;
    }

    public static byte[]? Checkpoint(SqliteDb db, string recorderId)
    {
        var statement = db.Prepare("SELECT state FROM checkpoints WHERE recorder_id = ?").Bind(recorderId);
        var state = statement.Step() ? statement.Bytes(0) : null;
        statement.Reset();
        return state;
    }

    public static ImmutableArray<string> Silent(SqliteDb db, DateTimeOffset before, int limit)
    {
        var silent = ImmutableArray.CreateBuilder<string>();
        var statement = db.Prepare("SELECT recorder_id FROM recorders WHERE recording_since IS NOT NULL AND lost_at IS NULL AND last_contact_at < ? ORDER BY last_contact_at LIMIT ?")
            .Bind((DateTimeOffset?)before).Bind(limit);
        while (statement.Step())
        {
            silent.Add(statement.Text(0));
        }

        statement.Reset();
        return silent.ToImmutable();
    }
}
