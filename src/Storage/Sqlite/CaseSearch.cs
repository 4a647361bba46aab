using Enforcement.Domain;
using Enforcement.Domain.Regulations;
using Enforcement.Grains.Interfaces.ReadModel;

namespace Enforcement.Storage.Sqlite;

/// <summary>The list of cases in SQL. Any filter goes with any order, because an index that covers them all is read from end to end.</summary>
internal static class CaseSearch
{
    /// <summary>Rows that an export reads at a time.</summary>
    public const int Piece = 2000;

    public const string Overdue = "overdue_count > 0 OR next_due_at < ?";

    // The stream of a case is its id after "case/".
    private const string ArchiveDue = "case_id IN (SELECT substr(stream, 6) FROM clocks WHERE rule = 'archive' AND due_at IS NOT NULL AND due_at >= ? AND due_at <= ?)";

    private const string IsOpen = "archived_at IS NULL";
    private const string Everything = "cases_list";
    private const string ByNumber = "cases_number";
    private const string OpenOnes = "cases_open";
    private const string OfHandler = "cases_handler";

    private static readonly string StageRank = "CASE stage "
        + string.Concat(Enum.GetValues<CaseStage>().Select(stage => FormattableString.Invariant($"WHEN '{Kebab.Of(stage)}' THEN {(int)stage} ")))
        + "ELSE 99 END";

    public static (ListQuery<CaseRow> List, ListOrder Order) Of(BureauScope scope, CaseQuery query)
    {
        var list = new ListQuery<CaseRow>(scope, byIndex: query.HandlerId is null);
        list = query.Life switch
        {
            CaseLife.Any => list,
            CaseLife.Open => list.Where(IsOpen),
            CaseLife.Ended => list.Where(IsOpen).Where("ended_at IS NOT NULL"),
            CaseLife.Archived => list.Where("archived_at IS NOT NULL"),
            _ => throw new ArgumentOutOfRangeException(nameof(query)),
        };
        list.WhereIf(query.HandlerId, "handler_id = ?")
            .WhereIf(query.Stage, "stage = ?")
            .WhereIf(query.ActType, "act_type = ?")
            .WhereIf(query.OverdueAt, Overdue)
            .WhereIf(query.DueFrom, "next_due_at >= ?")
            .WhereIf(query.DueUntil, "next_due_at <= ?")
            .WhereIf(query.Incomplete, "missing_count > 0")
            .WhereIf(query.OpenFindings, "open_findings > 0")
            .WhereIf(query.OpenedFrom, "opened_at >= ?")
            .WhereIf(query.OpenedBefore, "opened_at < ?")
            .WhereIf(query.EndedFrom, "ended_at >= ?")
            .WhereIf(query.EndedBefore, "ended_at < ?")
            .WhereWithin(query.ArchiveDueFrom, query.ArchiveDueUntil, ArchiveDue);
        var words = SearchText.Words(query.Text);
        foreach (var word in words)
        {
            list.Where("instr(search_text, ?) > 0", word);
        }

        return (list.Within(Index(query, words.Count > 0)), Order(query));
    }

    /// <summary>A handler has some hundred cases: they are found first, whatever else is asked.</summary>
    private static string Index(CaseQuery query, bool text) => query switch
    {
        { HandlerId: not null } => OfHandler,
        { Life: CaseLife.Open or CaseLife.Ended } => OpenOnes,
        _ when text || query.Order is CaseOrder.Number => ByNumber,
        _ => Everything,
    };

    public static CaseTabCounts Tabs(SqliteDb db, BureauScope scope, string person, DateTimeOffset now, DateTimeOffset endOfDay)
    {
        long Count(CaseQuery query) => Of(scope, query).List.Total(db);
        CaseQuery open = new(Life: CaseLife.Open);
        return new CaseTabCounts(
            Count(open),
            Count(open with { HandlerId = person }),
            Count(open with { DueFrom = now, DueUntil = endOfDay }),
            Count(open with { OverdueAt = now }),
            Count(open with { Incomplete = true }),
            Count(new CaseQuery(Life: CaseLife.Archived)));
    }

    private static ListOrder Order(CaseQuery query) => query.Order switch
    {
        CaseOrder.NextDue => new("coalesce(next_due_at, 9223372036854775807)", query.Descending ?? false, "case_id"),
        CaseOrder.Opened => new("opened_at", query.Descending ?? true, "case_id"),
        CaseOrder.Updated => new("updated_at", query.Descending ?? true, "case_id"),
        CaseOrder.Stage => new(StageRank, query.Descending ?? false, "case_id"),
        CaseOrder.Missing => new("missing_count", query.Descending ?? true, "case_id"),
        CaseOrder.Number => new(Number: null, Descending: false, "number_key", "case_id") { KeyDescending = query.Descending ?? true },
        _ => throw new ArgumentOutOfRangeException(nameof(query)),
    };
}
