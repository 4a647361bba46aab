using Enforcement.Domain;
using Enforcement.Domain.Regulations;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Localization;
using Enforcement.Portal.Pages.Cases;

namespace Enforcement.Silo.Api;

/// <summary>What is asked of the list of cases, or why it cannot be answered.</summary>
/// <param name="Scope">How far it reaches.</param>
/// <param name="Query">What is wanted.</param>
/// <param name="Refusal">The problem, or <see langword="null"/>.</param>
internal sealed record CaseListFilters(BureauScope Scope, CaseQuery Query, IResult? Refusal)
{
    private const int MostDays = 366;

    private static readonly Dictionary<string, CaseOrder> Orders = new(StringComparer.Ordinal)
    {
        ["nextDue"] = CaseOrder.NextDue,
        ["opened"] = CaseOrder.Opened,
        ["updated"] = CaseOrder.Updated,
        ["number"] = CaseOrder.Number,
        ["stage"] = CaseOrder.Stage,
        ["missing"] = CaseOrder.Missing,
    };

    private static readonly Dictionary<string, CaseLife> States = new(StringComparer.Ordinal)
    {
        ["all"] = CaseLife.Any,
        ["open"] = CaseLife.Open,
        ["ended"] = CaseLife.Ended,
        ["archived"] = CaseLife.Archived,
    };

    private static readonly string[] Stages = [.. Enum.GetValues<CaseStage>().Select(Kebab.Of)];
    private static readonly string[] ActTypes = [.. Enum.GetValues<ActType>().Select(Kebab.Of)];

    /// <summary>Reads the filters. A value that is not known is refused: an empty list would say that there is no such case.</summary>
    public static async Task<CaseListFilters> ReadAsync(
        CaseFilterQuery asked, HttpContext http, IReadModel reads, IAccess access, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var scope = access.ScopeOf(http.User, Permissions.CasesRead);
        var refusal = OneOf("order", asked.Order, Orders.Keys)
            ?? OneOf("state", asked.State, States.Keys)
            ?? OneOf("stage", asked.Stage, Stages)
            ?? OneOf("actType", asked.ActType, ActTypes)
            ?? Days(asked.DueWithin)
            ?? Dates(asked)
            ?? await BureauAsync(asked.Bureau, scope, reads, cancellationToken)
            ?? await HandlerAsync(asked.Handler, scope, reads, cancellationToken);
        return refusal is not null ? new CaseListFilters(BureauScope.None, new CaseQuery(), refusal) : new CaseListFilters(scope.Narrow(asked.Bureau), Of(asked, now), null);
    }

    private static CaseQuery Of(CaseFilterQuery asked, DateTimeOffset now)
    {
        var today = Portal.Localization.Dates.DayOf(now);
        return new CaseQuery(
            asked.Stage,
            asked.ActType,
            asked.Handler,
            asked.Overdue is true ? now : null,
            asked.Incomplete is true,
            asked.Text,
            Orders[asked.Order ?? "nextDue"],
            States[asked.State ?? "all"],
            asked.DueWithin is null ? null : now,
            asked.DueWithin is { } days ? StartOf(today.AddDays(days + 1)) : null,
            asked.OpenFindings is true,
            asked.OpenedFrom is { } from ? StartOf(from) : null,
            asked.OpenedTo is { } to ? StartOf(to.AddDays(1)) : null,
            asked.Descending,
            asked.ArchiveTerm is true ? CaseFilters.MonthBefore(now) : null,
            asked.ArchiveTerm is true ? now : null,
            asked.EndedFrom is { } endedFrom ? StartOf(endedFrom) : null,
            asked.EndedTo is { } endedTo ? StartOf(endedTo.AddDays(1)) : null);
    }

    private static DateTimeOffset StartOf(DateOnly day) => Portal.Localization.Dates.StartOf(day);

    private static IResult? OneOf(string parameter, string? value, IReadOnlyCollection<string> known) =>
        value is null || known.Contains(value)
            ? null
            : Paging.Bad(parameter, $"{parameter} 须为 {string.Join(", ", known)} 之一。", $"{parameter} is one of {string.Join(", ", known)}.");

    private static IResult? Days(int? days) =>
        days is < 0 or > MostDays ? Paging.Bad("dueWithin", $"dueWithin 须为 0 至 {MostDays}。", $"dueWithin is a number from 0 to {MostDays}.") : null;

    private static IResult? Dates(CaseFilterQuery asked) =>
        Dates("opened", asked.OpenedFrom, asked.OpenedTo) ?? Dates("ended", asked.EndedFrom, asked.EndedTo);

    private static IResult? Dates(string what, DateOnly? from, DateOnly? to)
    {
        if (from > to)
        {
            return Paging.Bad($"{what}To", $"{what}To 早于 {what}From。", $"{what}To lies before {what}From.");
        }

        return from?.Year is < 1900 or 9999 || to?.Year is < 1900 or 9999
            ? Paging.Bad($"{what}From", "日期须在 1900 年至 9998 年之间。", "The dates lie between the years 1900 and 9998.")
            : null;
    }

    private static async Task<IResult?> BureauAsync(string? bureau, BureauScope scope, IReadModel reads, CancellationToken cancellationToken) =>
        bureau is null || (await reads.BureausAsync(scope, cancellationToken)).Any(row => row.BureauId == bureau)
            ? null
            : Paging.Bad("bureau", $"没有执法机关 {bureau}，或当前岗位无权查看。", $"There is no bureau {bureau}, or your role may not see it.");

    // A case can be handled by somebody whom the register does not know (a window clerk): then the cases themselves name them.
    private static async Task<IResult?> HandlerAsync(string? handler, BureauScope scope, IReadModel reads, CancellationToken cancellationToken) =>
        handler is null
        || await reads.OfficerAsync(scope, handler, cancellationToken) is not null
        || (await reads.CasesAsync(scope, new CaseQuery(HandlerId: handler), new PageRequest(1), cancellationToken)).Rows.Length > 0
            ? null
            : Paging.Bad("handler", $"没有承办人 {handler}，或当前岗位无权查看。", $"There is no handler {handler}, or your role may not see them.");
}
