using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recorders;

namespace Enforcement.Storage.Sqlite.Fleet;

/// <summary>Curves and ways of one recorder.</summary>
internal static class FleetCharts
{
    public static ImmutableArray<PulsePoint> History(SqliteDb db, BureauScope scope, string recorderId, DateTimeOffset from, DateTimeOffset to, int limit) =>
        Read(
            db, scope, "SELECT at, battery, storage_free, storage_total, drift_ms, recording FROM history", recorderId, from, to, limit,
            static s => new PulsePoint(s.Instant(0), (int?)s.NumberOrNull(1), s.NumberOrNull(2), s.NumberOrNull(3), s.NumberOrNull(4), s.Number(5) != 0));

    public static ImmutableArray<TrackPoint> Track(SqliteDb db, BureauScope scope, string recorderId, DateTimeOffset from, DateTimeOffset to, int limit) =>
        Read(
            db, scope, "SELECT at, latitude_e7, longitude_e7, recording FROM track", recorderId, from, to, limit,
            static s => new TrackPoint(s.Instant(0), (int)s.Number(1), (int)s.Number(2), s.Number(3) != 0));

    private static ImmutableArray<T> Read<T>(
        SqliteDb db, BureauScope scope, string select, string recorderId, DateTimeOffset from, DateTimeOffset to, int limit, Func<SqliteStatement, T> read)
    {
        if (!Allowed(db, scope, recorderId) || limit < 1)
        {
            return [];
        }

        var all = ImmutableArray.CreateBuilder<T>();
        var statement = db.Prepare(select + " WHERE recorder_id = ? AND at >= ? AND at < ? ORDER BY at").Bind(recorderId).Bind((DateTimeOffset?)from).Bind((DateTimeOffset?)to);
        while (statement.Step())
        {
            all.Add(read(statement));
        }

        statement.Reset();
        return Thin(all, limit);
    }

    /// <summary>Evenly spread points, the first and the last among them.</summary>
    private static ImmutableArray<T> Thin<T>(ImmutableArray<T>.Builder all, int limit) =>
        all.Count <= limit ? all.ToImmutable()
        : limit == 1 ? [all[^1]]
        : [.. Enumerable.Range(0, limit).Select(i => all[(int)((long)i * (all.Count - 1) / (limit - 1))])];

    private static bool Allowed(SqliteDb db, BureauScope scope, string recorderId)
    {
        var statement = db.Prepare("SELECT bureau FROM recorders WHERE recorder_id = ?").Bind(recorderId);
        var allowed = statement.Step() && scope.Allows(statement.Text(0));
        statement.Reset();
        return allowed;
    }
}
