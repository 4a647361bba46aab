using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Silo.Access;
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

/// <summary>What a list of cases can be narrowed to.</summary>
internal sealed record CaseListQuery(
    string? Bureau,
    string? Stage,
    string? ActType,
    string? Handler,
    bool? Overdue,
    bool? Incomplete,
    string? Text,
    string? Order,
    string? Cursor,
    int? Limit,
    bool? Count) : IPageQuery;

/// <summary>The list of cases, out of the read model.</summary>
internal static class CaseList
{
    private static readonly Dictionary<string, CaseOrder> Orders = new(StringComparer.Ordinal)
    {
        ["nextDue"] = CaseOrder.NextDue,
        ["opened"] = CaseOrder.Opened,
        ["updated"] = CaseOrder.Updated,
    };

    public static async Task<IResult> ReadAsync(
        [AsParameters] CaseListQuery query, HttpContext http, IReadModel reads, IAccess access, LegalClock clock, CancellationToken cancellationToken)
    {
        if (!Orders.TryGetValue(query.Order ?? "nextDue", out var order))
        {
            var known = string.Join(", ", Orders.Keys);
            return Paging.Bad("order", $"order 须为 {known} 之一。", $"order is one of {known}.");
        }

        var scope = access.ScopeOf(http.User, Permissions.CasesRead).Narrow(query.Bureau);
        CaseQuery wanted = new(
            query.Stage, query.ActType, query.Handler, query.Overdue is true ? clock.Display : null, query.Incomplete is true, query.Text, order);
        return await Paging.AnswerAsync(query, page => reads.CasesAsync(scope, wanted, page, cancellationToken), Item);
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
