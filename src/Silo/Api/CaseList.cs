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

/// <summary>What a list of cases can be narrowed to, and how it is sorted.</summary>
internal interface ICaseFilters
{
    string? Bureau { get; }

    string? Stage { get; }

    string? ActType { get; }

    string? Handler { get; }

    bool? Overdue { get; }

    int? DueWithin { get; }

    bool? Incomplete { get; }

    bool? OpenFindings { get; }

    DateOnly? OpenedFrom { get; }

    DateOnly? OpenedTo { get; }

    string? State { get; }

    string? Text { get; }

    string? Order { get; }

    bool? Descending { get; }
}

/// <summary>The address of the list.</summary>
internal sealed record CaseListQuery(
    string? Bureau,
    string? Stage,
    string? ActType,
    string? Handler,
    bool? Overdue,
    int? DueWithin,
    bool? Incomplete,
    bool? OpenFindings,
    DateOnly? OpenedFrom,
    DateOnly? OpenedTo,
    string? State,
    string? Text,
    string? Order,
    bool? Descending,
    string? Cursor,
    int? Limit,
    bool? Count) : ICaseFilters, IPageQuery;

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
