using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Silo.Time;

namespace Enforcement.Silo.Api;

/// <summary>A case in a list.</summary>
public sealed record CaseItem(
    string Id,
    string Number,
    string Bureau,
    string ActType,
    string Origin,
    string Stage,
    string Title,
    string Party,
    string HandlerId,
    string HandlerName,
    DateTimeOffset OpenedAt,
    DateTimeOffset? EndedAt,
    DateTimeOffset? ArchivedAt,
    DateTimeOffset? NextDueAt,
    string? NextDueRule,
    int Overdue,
    int Missed,
    int Missing,
    int OpenFindings,
    string Profile,
    bool Training,
    long Sequence,
    DateTimeOffset UpdatedAt);

/// <summary>What a list of cases can be narrowed to, and how it is sorted: the same on the screen and in a file.</summary>
internal abstract class CaseFilterQuery
{
    public string? Bureau { get; init; }

    public string? Stage { get; init; }

    public string? ActType { get; init; }

    public string? Handler { get; init; }

    public bool? Overdue { get; init; }

    public int? DueWithin { get; init; }

    public bool? Incomplete { get; init; }

    public bool? OpenFindings { get; init; }

    public bool? ArchiveTerm { get; init; }

    public DateOnly? OpenedFrom { get; init; }

    public DateOnly? OpenedTo { get; init; }

    public DateOnly? EndedFrom { get; init; }

    public DateOnly? EndedTo { get; init; }

    public string? State { get; init; }

    public string? Text { get; init; }

    public string? Order { get; init; }

    public bool? Descending { get; init; }
}

/// <summary>The address of the list.</summary>
internal sealed class CaseListQuery : CaseFilterQuery, IPageQuery
{
    public string? Cursor { get; init; }

    public int? Limit { get; init; }

    public bool? Count { get; init; }
}

/// <summary>The list of cases, out of the read model.</summary>
internal static class CaseList
{
    public static async Task<IResult> ReadAsync(
        [AsParameters] CaseListQuery query, HttpContext http, IReadModel reads, IAccess access, LegalClock clock, CancellationToken cancellationToken)
    {
        var asked = await CaseListFilters.ReadAsync(query, http, reads, access, clock.Display, cancellationToken);
        return asked.Refusal
            ?? await Paging.AnswerAsync(query, page => reads.CasesAsync(asked.Scope, asked.Query, page, cancellationToken), Item);
    }

    private static CaseItem Item(CaseRow row) => new(
        row.CaseId,
        row.Number,
        row.Bureau,
        row.ActType,
        row.Origin,
        row.Stage,
        row.Title,
        row.Party,
        row.HandlerId,
        row.HandlerName,
        row.OpenedAt,
        row.EndedAt,
        row.ArchivedAt,
        row.NextDueAt,
        row.NextDueRule,
        row.OverdueCount,
        row.MissedCount,
        row.MissingCount,
        row.OpenFindings,
        row.ProfileId,
        row.Training,
        row.Sequence,
        row.UpdatedAt);
}
