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
            .WhereIf(query.Before, $"{Due} < ?");
        return readers.RunAsync(db => list.Page(db, new ListOrder(Due, Descending: false, "stream", "item"), page), ct);
    }

    public Task<ImmutableArray<WorkCount>> CountsAsync(BureauScope scope, WorkQuery query, DateTimeOffset now, DateTimeOffset dayEnd, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(query);
        return !scope.Everything && scope.Bureaus.IsEmpty ? Task.FromResult(ImmutableArray<WorkCount>.Empty) : readers.RunAsync(db => Counts(db, scope, query, now, dayEnd), ct);
    }

    private static ImmutableArray<WorkCount> Counts(SqliteDb db, BureauScope scope, WorkQuery query, DateTimeOffset now, DateTimeOffset dayEnd)
    {
        var bureaus = scope.Everything ? "" : $" AND bureau IN ({string.Join(", ", scope.Bureaus.Select(static _ => "?"))})";
        var statement = db.Prepare(
            $"SELECT kind, count(*), sum({Due} < ?), sum({Due} >= ? AND {Due} <= ?) FROM work_items WHERE role = ?{bureaus}{(query.OfficerId is null ? "" : $" AND ({Mine})")} GROUP BY kind ORDER BY kind")
            .Bind((DateTimeOffset?)now).Bind((DateTimeOffset?)now).Bind((DateTimeOffset?)dayEnd).Bind(query.Role);
        foreach (var bureau in scope.Everything ? [] : scope.Bureaus)
        {
            statement.Bind(bureau);
        }

        if (query.OfficerId is { } officer)
        {
            statement.Bind(officer);
        }

        var counts = ImmutableArray.CreateBuilder<WorkCount>();
        while (statement.Step())
        {
            counts.Add(new WorkCount(statement.Text(0), statement.Number(1), statement.Number(2), statement.Number(3)));
        }

        statement.Reset();
        return counts.ToImmutable();
    }
}
