using System.Collections.Immutable;
using Enforcement.Grains.Recorders;

namespace Enforcement.Storage.Sqlite.Fleet;

/// <summary>Removes what is too old, recorder by recorder: what goes stands at the beginning of each one's run, so nothing is searched for.</summary>
internal static class FleetRetention
{
    private const int RowsAtOnce = 5000;
    private const int RecordersAtOnce = 50;

    public static async Task<long> RunAsync(FleetWriter writer, SqliteReaders readers, TelemetryAges ages, CancellationToken ct)
    {
        var removed = 0L;
        var recorders = await readers.RunAsync(Recorders, ct);
        foreach (var some in recorders.Chunk(RecordersAtOnce))
        {
            removed += await RepeatAsync(writer, db => some.Sum(id => Remove(db, "history", id, ages.History) + Remove(db, "track", id, ages.Track)), ct);
        }

        return removed + await RepeatAsync(writer, db => Alarms(db, ages.Alarms), ct);
    }

    /// <summary>One bounded transaction after the other, so that reports are written in between.</summary>
    private static async Task<long> RepeatAsync(FleetWriter writer, Func<SqliteDb, int> remove, CancellationToken ct)
    {
        var (sum, last) = (0L, 0);
        do
        {
            ct.ThrowIfCancellationRequested();
            last = await writer.RunAsync(remove);
            sum += last;
        }
        while (last > 0);
        return sum;
    }

    private static ImmutableArray<string> Recorders(SqliteDb db)
    {
        var all = ImmutableArray.CreateBuilder<string>();
        var statement = db.Prepare("SELECT recorder_id FROM checkpoints");
        while (statement.Step())
        {
            all.Add(statement.Text(0));
        }

        statement.Reset();
        return all.ToImmutable();
    }

    private static int Remove(SqliteDb db, string table, string recorder, DateTimeOffset before)
    {
        db.Prepare(FormattableString.Invariant($"DELETE FROM {table} WHERE recorder_id = ? AND at IN (SELECT at FROM {table} WHERE recorder_id = ? AND at < ? ORDER BY at LIMIT {RowsAtOnce})"))
            .Bind(recorder).Bind(recorder).Bind((DateTimeOffset?)before).Run();
        return db.Changes;
    }

    private static int Alarms(SqliteDb db, DateTimeOffset before)
    {
        db.Prepare(FormattableString.Invariant($"""
            DELETE FROM alarms WHERE alarm_id IN (
                SELECT alarm_id FROM alarms WHERE raised_at < ? AND cleared_at IS NOT NULL AND acknowledged_at IS NOT NULL ORDER BY raised_at LIMIT {RowsAtOnce})
            """)).Bind((DateTimeOffset?)before).Run();
        return db.Changes;
    }
}
