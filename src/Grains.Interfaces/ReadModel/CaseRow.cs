namespace Enforcement.Grains.Interfaces.ReadModel;

/// <summary>A case [案件] as lists show it.</summary>
/// <param name="CaseId">The case, key of the row.</param>
/// <param name="Number">The case number [案号].</param>
/// <param name="Bureau">The bureau that handles it.</param>
/// <param name="ActType">The kind of enforcement act [执法行为], as the profile calls it.</param>
/// <param name="Origin">How it started [案件来源].</param>
/// <param name="Stage">The stage it is in.</param>
/// <param name="Title">What it is about [案由].</param>
/// <param name="Party">The party [当事人].</param>
/// <param name="HandlerId">The officer who handles it [承办人].</param>
/// <param name="HandlerName">The name of that officer.</param>
/// <param name="OpenedAt">When it was started.</param>
/// <param name="EndedAt">When the act ended, or null.</param>
/// <param name="ArchivedAt">When it was archived [归档], or null.</param>
/// <param name="NextDueAt">The earliest due instant of a running term, or null.</param>
/// <param name="NextDueRule">The rule of that term.</param>
/// <param name="OverdueCount">Terms that ran out and still run on.</param>
/// <param name="MissedCount">Terms that were ever missed; never goes down.</param>
/// <param name="MissingCount">Required things that are missing now.</param>
/// <param name="OpenFindings">Findings not yet resolved.</param>
/// <param name="ProfileId">The regulation profile the case is pinned to.</param>
/// <param name="Training">Whether it was made for training.</param>
/// <param name="Sequence">The sequence of the stream the row was drawn from.</param>
/// <param name="UpdatedAt">When the row was drawn.</param>
/// <param name="SearchText">What a text search looks into: number, title, party with its identity number, handler; folded.</param>
[GenerateSerializer, Alias("row.case")]
[ReadTable("cases", nameof(CaseId))]
public sealed record CaseRow(
    [property: Id(0)] string CaseId,
    [property: Id(1)] string Number,
    [property: Id(2)] string Bureau,
    [property: Id(3)] string ActType,
    [property: Id(4)] string Origin,
    [property: Id(5)] string Stage,
    [property: Id(6)] string Title,
    [property: Id(7)] string Party,
    [property: Id(8)] string HandlerId,
    [property: Id(9)] string HandlerName,
    [property: Id(10)] DateTimeOffset OpenedAt,
    [property: Id(11)] DateTimeOffset? EndedAt,
    [property: Id(12)] DateTimeOffset? ArchivedAt,
    [property: Id(13)] DateTimeOffset? NextDueAt,
    [property: Id(14)] string? NextDueRule,
    [property: Id(15)] int OverdueCount,
    [property: Id(16)] int MissedCount,
    [property: Id(17)] int MissingCount,
    [property: Id(18)] int OpenFindings,
    [property: Id(19)] string ProfileId,
    [property: Id(20)] bool Training,
    [property: Id(21)] long Sequence,
    [property: Id(22)] DateTimeOffset UpdatedAt,
    [property: Id(23)] string SearchText) : ReadRow;
