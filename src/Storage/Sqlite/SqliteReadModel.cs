using System.Collections.Immutable;
using System.Text.Json;
using System.Runtime.CompilerServices;
using Enforcement.Grains.Interfaces.ReadModel;

namespace Enforcement.Storage.Sqlite;

/// <summary>The lists, by SQL.</summary>
internal sealed class SqliteReadModel(SqliteReaders readers) : IReadModel
{
    public Task<Page<CaseRow>> CasesAsync(BureauScope scope, CaseQuery query, PageRequest page, CancellationToken ct)
    {
        var (list, order) = CaseSearch.Of(scope, query);
        return readers.RunAsync(db => list.Page(db, order, page), ct);
    }

    public async IAsyncEnumerable<ImmutableArray<CaseRow>> AllCasesAsync(BureauScope scope, CaseQuery query, [EnumeratorCancellation] CancellationToken ct)
    {
        var (list, order) = CaseSearch.Of(scope, query);
        for (string? after = null; ;)
        {
            PageRequest next = new(CaseSearch.Piece, after);
            var piece = await readers.RunAsync(db => list.Page(db, order, next, CaseSearch.Piece), ct);
            if (piece.Rows.Length > 0)
            {
                yield return piece.Rows;
            }

            if (piece.Next is null)
            {
                yield break;
            }

            after = piece.Next;
        }
    }

    public Task<CaseTabCounts> CaseTabsAsync(BureauScope scope, string person, DateTimeOffset now, DateTimeOffset endOfDay, CancellationToken ct) =>
        readers.RunAsync(db => CaseSearch.Tabs(db, scope, person, now, endOfDay), ct);

    public Task<CaseRow?> CaseAsync(BureauScope scope, string caseId, CancellationToken ct) => OneAsync<CaseRow>(scope, "case_id = ?", caseId, ct);

    public Task<Page<RecordingRow>> RecordingsAsync(BureauScope scope, RecordingQuery query, PageRequest page, CancellationToken ct)
    {
        var list = new ListQuery<RecordingRow>(scope, byIndex: query.CaseId is null && query.Sha256 is null)
            .WhereIf(query.CaseId, "case_id = ?")
            .WhereIf(query.Sha256, "sha256 = ?")
            .WhereIf(query.Unlinked, "case_id IS NULL")
            .WhereIf(query.OverdueAt, "stored_at IS NULL AND hand_in_due_at < ?")
            .WhereIf(query.State, "state = ?")
            .WhereIf(query.OfficerId, "officer_id = ?");
        return readers.RunAsync(db => list.Page(db, new ListOrder("started_at", Descending: true, "recording_id"), page), ct);
    }

    public Task<RecordingRow?> RecordingAsync(BureauScope scope, string recordingId, CancellationToken ct) =>
        OneAsync<RecordingRow>(scope, "recording_id = ?", recordingId, ct);

    public Task<ImmutableArray<RecordingRow>> RecordingsAsync(BureauScope scope, ImmutableArray<string> recordingIds, CancellationToken ct) =>
        SomeAsync<RecordingRow>(scope, "recording_id", recordingIds, "recording_id", ct);

    public Task<Page<FindingRow>> FindingsAsync(BureauScope scope, FindingQuery query, PageRequest page, CancellationToken ct)
    {
        var list = new ListQuery<FindingRow>(scope, byIndex: query.Stream is null)
            .WhereIf(query.Stream, "stream = ?")
            .WhereIf(query.Open, "resolved_at IS NULL")
            .WhereIf(query.Code, "code = ?")
            .WhereIf(query.Article, "article = ?")
            .WhereIf(query.NoArticle, "coalesce(article, '') = ''")
            .WhereIf(query.Advisory is true, "advisory = 1")
            .WhereIf(query.Advisory is false, "advisory = 0")
            .WhereIf(query.Terms, "code IN ('clock.missed', 'clock.advisory')")
            .WhereIf(query.RaisedFrom, "raised_at >= ?")
            .WhereIf(query.RaisedBefore, "raised_at < ?");
        return readers.RunAsync(db => list.Page(db, new ListOrder("raised_at", Descending: true, "finding_id"), page), ct);
    }

    public Task<FindingRow?> FindingAsync(BureauScope scope, string findingId, CancellationToken ct) =>
        OneAsync<FindingRow>(scope, "finding_id = ?", findingId, ct);

    public Task<ImmutableArray<ClockRow>> ClocksAsync(BureauScope scope, string stream, CancellationToken ct) =>
        readers.RunAsync(db => new ListQuery<ClockRow>(scope, byIndex: false).Where("stream = ?", stream).All(db, "started_at, clock_id"), ct);

    public Task<Page<ClockRow>> RunningClocksAsync(BureauScope scope, PageRequest page, CancellationToken ct)
    {
        var list = new ListQuery<ClockRow>(scope).Where("stopped_at IS NULL AND due_at IS NOT NULL");
        return readers.RunAsync(db => list.Page(db, new ListOrder("due_at", Descending: false, "stream", "clock_id"), page), ct);
    }

    public Task<Page<OfficerRow>> OfficerPageAsync(BureauScope scope, OfficerQuery query, PageRequest page, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        var list = new ListQuery<OfficerRow>(scope).Within("officers_list")
            .WhereIf(query.Name, "name = ?")
            .WhereIf(query.InService is true, "active = 1")
            .WhereIf(query.InService is false, "active = 0")
            .WhereIf(query.Certified, "certificate <> ''");
        if (query.Text is { } text)
        {
            const string Like = @"LIKE ? ESCAPE '\'";
            var part = $"%{text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
            list.Where($"officer_id {Like} OR name {Like} OR certificate {Like}", part, part, part);
        }

        return readers.RunAsync(db => list.Page(db, new ListOrder(Number: null, Descending: false, "bureau", "officer_id"), page), ct);
    }

    public Task<OfficerRow?> OfficerAsync(BureauScope scope, string officerId, CancellationToken ct) => OneAsync<OfficerRow>(scope, "officer_id = ?", officerId, ct);

    public Task<ImmutableArray<OfficerRow>> OfficersAsync(BureauScope scope, ImmutableArray<string> officerIds, CancellationToken ct) =>
        SomeAsync<OfficerRow>(scope, "officer_id", officerIds, "bureau, officer_id", ct);

    public Task<ImmutableDictionary<string, long>> OfficerCountsAsync(BureauScope scope, CancellationToken ct) => readers.RunAsync(
        db => new ListQuery<OfficerRow>(scope).Groups(db, "bureau", "sum(active)", [], static s => KeyValuePair.Create(s.Text(0), s.Number(1))).ToImmutableDictionary(StringComparer.Ordinal), ct);

    public Task<ImmutableArray<BureauRow>> BureausAsync(BureauScope scope, CancellationToken ct) =>
        readers.RunAsync(db => new ListQuery<BureauRow>(scope, "bureau_id").All(db, "bureau_id"), ct);

    public Task<ImmutableArray<StageCount>> CountsAsync(BureauScope scope, DateTimeOffset now, CancellationToken ct) =>
        readers.RunAsync(db => Counts(db, scope, now), ct);

    internal static ImmutableArray<StageCount> Counts(SqliteDb db, BureauScope scope, DateTimeOffset now) =>
        new ListQuery<CaseRow>(scope).Groups(
            db,
            "bureau, stage",
            $"count(*), sum({CaseSearch.Overdue}), sum(missing_count > 0)",
            [now],
            static s => new StageCount(s.Text(0), s.Text(1), s.Number(2), s.Number(3), s.Number(4)));

    private Task<ImmutableArray<T>> SomeAsync<T>(BureauScope scope, string key, ImmutableArray<string> ids, string order, CancellationToken ct)
        where T : ReadRow =>
        ids.IsDefaultOrEmpty
            ? Task.FromResult(ImmutableArray<T>.Empty)
            : readers.RunAsync(
                db => new ListQuery<T>(scope, byIndex: false).Where($"{key} IN (SELECT value FROM json_each(?))", JsonSerializer.Serialize(ids)).All(db, order), ct);

    private Task<T?> OneAsync<T>(BureauScope scope, string condition, string key, CancellationToken ct)
        where T : ReadRow =>
        readers.RunAsync(db => new ListQuery<T>(scope, byIndex: false).Where(condition, key).All(db, "1").FirstOrDefault(), ct);
}
