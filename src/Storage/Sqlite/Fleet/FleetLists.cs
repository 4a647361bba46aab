using System.Collections.Immutable;
using System.Globalization;
using Enforcement.Domain.Ledger;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Grains.Recorders;

namespace Enforcement.Storage.Sqlite.Fleet;

/// <summary>Lists, counts and the map, by SQL. Whether a recorder is online is found while it is read.</summary>
internal static class FleetLists
{
    private const string LowBattery = "battery < 20";
    private const string LowStorage = "storage_free < storage_total / 10";
    private const string Drifted = "abs(drift_ms) > 30000";
    private const string Recording = "recording_since IS NOT NULL";
    private const string InService = "state <> 'retired'";

    public static Page<RecorderRow> Recorders(SqliteDb db, FleetClock clock, BureauScope scope, RecorderQuery query, PageRequest page)
    {
        ListOrder order = query.Order switch
        {
            RecorderOrder.Id => new(Number: null, Descending: false, "recorder_id"),
            RecorderOrder.LastContact => new("coalesce(last_contact_at, 9223372036854775807)", Descending: false, "recorder_id"),
            RecorderOrder.Battery => new("coalesce(battery, 101)", Descending: false, "recorder_id"),
            RecorderOrder.Storage => new("CASE WHEN storage_total > 0 THEN coalesce(storage_free * 1000 / storage_total, 2000) ELSE 2000 END", Descending: false, "recorder_id"),
            _ => throw new ArgumentOutOfRangeException(nameof(query)),
        };
        var found = Narrowed(clock, scope, query).Page(db, order, page);
        return found with { Rows = [.. found.Rows.Select(row => Known(row, clock))] };
    }

    public static RecorderRow? Recorder(SqliteDb db, FleetClock clock, BureauScope scope, string recorderId) =>
        new ListQuery<RecorderRow>(scope, byIndex: false).Where("recorder_id = ?", recorderId).All(db, "1") is [var row] ? Known(row, clock) : null;

    public static ImmutableArray<RecorderDot> Map(SqliteDb db, FleetClock clock, BureauScope scope, RecorderQuery query, int limit) =>
        Narrowed(clock, scope, query).Where("latitude_e7 IS NOT NULL AND longitude_e7 IS NOT NULL AND position_at IS NOT NULL").Select(
            db,
            "recorder_id, bureau, holder_name, last_contact_at, recording_since IS NOT NULL, battery, latitude_e7, longitude_e7, position_at, open_alarms",
            FormattableString.Invariant($"ORDER BY recorder_id LIMIT {Math.Clamp(limit, 0, 20_000)}"),
            s => new RecorderDot(
                s.Text(0), s.Text(1), s.TextOrNull(2), clock.ContactOf(s.InstantOrNull(3)), s.Number(4) != 0, (int?)s.NumberOrNull(5), (int)s.Number(6), (int)s.Number(7), s.Instant(8), (int)s.Number(9)));

    public static ImmutableArray<FleetCount> Counts(SqliteDb db, FleetClock clock, BureauScope scope)
    {
        // Silent ones are offline or unknown, all alike, by whether the program has listened for a whole lease.
        var listening = clock.Listening;
        var cutoff = CanonicalInstant.ToMicroseconds(clock.SilentBefore).ToString(CultureInfo.InvariantCulture);
        return new ListQuery<RecorderRow>(scope, byIndex: false).Select(
            db,
            $"""
                bureau, sum({InService}), sum(state = 'issued'), sum(state = 'repair'),
                {InUse($"last_contact_at >= {cutoff}")}, {InUse($"last_contact_at < {cutoff}")}, {InUse("last_contact_at IS NULL")},
                {InUse(Recording)}, {InUse(LowBattery)}, {InUse(LowStorage)}, {InUse(Drifted)}, sum(open_alarms), {InUse("open_alarms > 0")}
                """,
            "GROUP BY bureau ORDER BY bureau",
            s => new FleetCount(
                s.Text(0), s.Number(1), s.Number(2), s.Number(3), s.Number(4), listening ? 0 : s.Number(5), s.Number(6) + (listening ? s.Number(5) : 0), s.Number(7), s.Number(8), s.Number(9), s.Number(10), s.Number(11), s.Number(12)));
    }

    // What was retired counts no longer, but its alarms stay in the list until somebody has seen them.
    private static string InUse(string condition) => $"coalesce(sum({InService} AND {condition}), 0)";

    public static Page<AlarmRow> Alarms(SqliteDb db, BureauScope scope, AlarmQuery query, PageRequest page) =>
        new ListQuery<AlarmRow>(scope, byIndex: query.RecorderId is null && !query.Open)
            .WhereIf(query.RecorderId, "recorder_id = ?")
            .WhereIf(query.Open, "acknowledged_at IS NULL")
            .WhereIf(query.Kind, "kind = ?")
            .Page(db, new ListOrder("raised_at", Descending: true, "alarm_id"), page);

    private static ListQuery<RecorderRow> Narrowed(FleetClock clock, BureauScope scope, RecorderQuery query)
    {
        DateTimeOffset? cutoff = clock.SilentBefore;
        var list = new ListQuery<RecorderRow>(scope, byIndex: query.HolderId is null)
            .WhereIf(query.HolderId, "holder_id = ?")
            .WhereIf(query.State is null, InService)
            .WhereIf(query.State, "state = ?")
            .WhereIf(query.Recording, Recording)
            .WhereIf(query.LowBattery, LowBattery)
            .WhereIf(query.LowStorage, LowStorage)
            .WhereIf(query.Drifted, Drifted)
            .WhereIf(query.Alarmed, "open_alarms > 0");
        _ = query.Contact switch
        {
            null => list,
            "online" => list.WhereIf(cutoff, "last_contact_at >= ?"),
            "offline" => clock.Listening ? list.Where("1 = 0") : list.WhereIf(cutoff, "last_contact_at < ?"),
            "unknown" => clock.Listening ? list.WhereIf(cutoff, "last_contact_at IS NULL OR last_contact_at < ?") : list.Where("last_contact_at IS NULL"),
            _ => list.Where("1 = 0"), // no recorder is in a state that does not exist
        };
        foreach (var word in (query.Text ?? "").ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            list.Where("instr(search_text, ?) > 0", word);
        }

        return list;
    }

    private static RecorderRow Known(RecorderRow row, FleetClock clock) => row with { Contact = clock.ContactOf(row.LastContactAt) };
}
