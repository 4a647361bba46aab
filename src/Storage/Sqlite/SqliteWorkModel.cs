using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.ReadModel;

namespace Enforcement.Storage.Sqlite;

/// <summary>What waits for whom, by SQL.</summary>
internal sealed class SqliteWorkModel(SqliteReaders readers) : IWorkReadModel
{
    private const string Due = "coalesce(due_at, 9223372036854775807)";
    private const string Mine = "officer_id IS NULL OR officer_id = ?";

    public Task<Page<WorkItemRow>> ItemsAsync(BureauScope scope, WorkQuery query, PageRequest page, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        var list = new ListQuery<WorkItemRow>(scope, byIndex: query.CaseId is null)
            .WhereIf(query.CaseId, "case_id = ?")
            .Where(query.CaseId is null ? "role = ?" : "+role = ?", query.Role)
            .WhereIf(query.OfficerId, Mine)
            .WhereIf(query.Kind, "kind = ?")
            .WhereIf(query.Before, $"{Due} < ?")
            .WhereIf(query.From, $"{Due} >= ?");
        return readers.RunAsync(db => list.Page(db, new ListOrder(Due, Descending: false, "stream", "item"), page), ct);
    }

    public Task<ImmutableArray<WorkCount>> CountsAsync(BureauScope scope, WorkQuery query, DateTimeOffset now, DateTimeOffset dayEnd, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        var list = new ListQuery<WorkItemRow>(scope).Where("role = ?", query.Role).WhereIf(query.OfficerId, Mine);
        return readers.RunAsync(
            db => list.Groups(
                db,
                "kind",
                $"count(*), sum({Due} < ?), sum({Due} >= ? AND {Due} <= ?)",
                [now, now, dayEnd],
                static s => new WorkCount(s.Text(0), s.Number(1), s.Number(2), s.Number(3))),
            ct);
    }
}
