using System.Collections.Immutable;
using Enforcement.Domain.Ledger;
using Enforcement.Grains.Interfaces.ReadModel;

namespace Enforcement.Storage.Sqlite;

/// <summary>The figures of the cockpit, by SQL: every statement groups by bureau, and what lies outside the scope is left out here, in one place.</summary>
internal sealed class SqliteCityFigures(SqliteReaders readers) : ICityFigures
{
    private const int Span = 30;
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public Task<CityFigures> ReadAsync(BureauScope scope, DateTimeOffset now, CancellationToken ct) => readers.RunAsync(db => Read(db, scope, now), ct);

    private static CityFigures Read(SqliteDb db, BureauScope scope, DateTimeOffset now)
    {
        // One transaction: the figures of one moment, so that they agree with each other.
        db.Run("BEGIN");
        try
        {
            var today = DateOnly.FromDateTime(now.ToOffset(China).DateTime);
            var tomorrow = new DateTimeOffset(today.AddDays(1).ToDateTime(TimeOnly.MinValue), China);
            var first = today.AddDays(1 - Span);
            var from = new DateTimeOffset(first.ToDateTime(TimeOnly.MinValue), China);
            var stages = SqliteReadModel.Counts(db, scope, now);
            return new CityFigures(stages, Bureaus(db, scope, stages, now, from, tomorrow), Findings(db, scope), Days(db, scope, first, from, tomorrow));
        }
        finally
        {
            db.Run("COMMIT");
        }
    }

    private static ImmutableArray<BureauFigures> Bureaus(
        SqliteDb db, BureauScope scope, ImmutableArray<StageCount> stages, DateTimeOffset now, DateTimeOffset from, DateTimeOffset tomorrow)
    {
        var dueToday = ByBureau(db, "SELECT bureau, 0, count(*) FROM cases WHERE next_due_at >= ? AND next_due_at <= ? GROUP BY bureau", now, tomorrow);
        var findings = ByBureau(db, "SELECT bureau, sum(advisory), count(*) FROM findings WHERE resolved_at IS NULL GROUP BY bureau");
        var handIn = ByBureau(db, "SELECT bureau, sum(hand_in_state = 'met'), count(*) FROM recordings WHERE hand_in_due_at >= ? AND hand_in_due_at <= ? GROUP BY bureau", from, now);
        var linked = ByBureau(db, "SELECT bureau, sum(case_id IS NOT NULL), count(*) FROM recordings WHERE started_at >= ? AND started_at <= ? GROUP BY bureau", from, now);
        var archived = ByBureau(db, "SELECT bureau, sum(state = 'met'), count(*) FROM clocks WHERE rule = 'archive' AND due_at >= ? AND due_at <= ? GROUP BY bureau", from, now);
        var byBureau = stages.ToLookup(s => s.Bureau, StringComparer.Ordinal);
        return
        [
            .. byBureau.Select(g => g.Key).Union(dueToday.Keys).Union(findings.Keys).Union(handIn.Keys).Union(linked.Keys)
                .Where(scope.Allows)
                .Order(StringComparer.Ordinal)
                .Select(bureau =>
                {
                    var counts = byBureau[bureau].ToList();
                    var open = findings.GetValueOrDefault(bureau);
                    return new BureauFigures(
                        bureau,
                        counts.Where(s => s.Stage is not "archived").Sum(s => s.Cases),
                        counts.Sum(s => s.Overdue),
                        dueToday.GetValueOrDefault(bureau).All,
                        counts.Sum(s => s.Incomplete),
                        open.All - open.Met,
                        open.Met,
                        handIn.GetValueOrDefault(bureau),
                        linked.GetValueOrDefault(bureau),
                        archived.GetValueOrDefault(bureau));
                }),
        ];
    }

    private static ImmutableArray<ArticleCount> Findings(SqliteDb db, BureauScope scope)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        var statement = db.Prepare("SELECT bureau, coalesce(article, ''), count(*) FROM findings WHERE resolved_at IS NULL AND advisory = 0 GROUP BY bureau, article");
        while (statement.Step())
        {
            if (scope.Allows(statement.Text(0)))
            {
                counts[statement.Text(1)] = counts.GetValueOrDefault(statement.Text(1)) + statement.Number(2);
            }
        }

        statement.Reset();
        return [.. counts.Select(c => new ArticleCount(c.Key, c.Value)).OrderByDescending(c => c.Count).ThenBy(c => c.Article, StringComparer.Ordinal)];
    }

    private static ImmutableArray<DayFigures> Days(SqliteDb db, BureauScope scope, DateOnly first, DateTimeOffset from, DateTimeOffset until)
    {
        var opened = ByDay(db, scope, "cases", "opened_at", from, until);
        var ended = ByDay(db, scope, "cases", "ended_at", from, until);
        var archived = ByDay(db, scope, "cases", "archived_at", from, until);
        var missed = ByDay(db, scope, "clocks", "missed_at", from, until);
        return [.. Enumerable.Range(0, Span).Select(i => first.AddDays(i)).Select((day, i) => new DayFigures(day, opened[i], ended[i], archived[i], missed[i]))];
    }

    private static long[] ByDay(SqliteDb db, BureauScope scope, string table, string column, DateTimeOffset from, DateTimeOffset until)
    {
        const long Day = 86_400_000_000;
        var counts = new long[Span];
        var start = CanonicalInstant.ToMicroseconds(from);
        var statement = db.Prepare($"SELECT bureau, ({column} - ?) / {Day}, count(*) FROM {table} WHERE {column} >= ? AND {column} < ? GROUP BY 1, 2")
            .Bind(start).Bind(start).Bind(CanonicalInstant.ToMicroseconds(until));
        while (statement.Step())
        {
            if (scope.Allows(statement.Text(0)))
            {
                counts[statement.Number(1)] += statement.Number(2);
            }
        }

        statement.Reset();
        return counts;
    }

    private static Dictionary<string, Ratio> ByBureau(SqliteDb db, string sql, params ReadOnlySpan<DateTimeOffset> instants)
    {
        var rates = new Dictionary<string, Ratio>(StringComparer.Ordinal);
        var statement = db.Prepare(sql);
        foreach (var instant in instants)
        {
            statement.Bind((DateTimeOffset?)instant);
        }

        while (statement.Step())
        {
            rates.Add(statement.Text(0), new Ratio(statement.Number(1), statement.Number(2)));
        }

        statement.Reset();
        return rates;
    }
}
