namespace Enforcement.Grains.Interfaces.ReadModel;

/// <summary>Something that waits for somebody [待办事项]: one row for each role that may do it. The row is gone when the thing is done.</summary>
/// <param name="Stream">The stream of the case or the recording.</param>
/// <param name="Item">The id of the thing inside the stream.</param>
/// <param name="Role">A role that may do it.</param>
/// <param name="Bureau">The bureau.</param>
/// <param name="Kind">back-approval, approval, review, sent-back, next-act, hand-in, link, archive, complete, continue.</param>
/// <param name="OfficerId">The person it waits for, or null: anyone of the bureau with the role.</param>
/// <param name="CaseId">The case, or null for a recording without one.</param>
/// <param name="Subject">The case number or the id of the recording.</param>
/// <param name="Cause">Cause and party, or what the recording is.</param>
/// <param name="Act">The act kind to be recorded, or null.</param>
/// <param name="About">The entry it is about, or null.</param>
/// <param name="TitleZh">What is to be done, Chinese.</param>
/// <param name="TitleEn">What is to be done, English.</param>
/// <param name="Article">The article that asks for it, or null.</param>
/// <param name="SinceAt">Since when it waits.</param>
/// <param name="DueAt">When the term that it holds up ends, or null.</param>
/// <param name="TermZh">The name of that term, Chinese, or null.</param>
/// <param name="TermEn">The name of that term, English, or null.</param>
/// <param name="Note">The words with which a form was sent back, or null.</param>
[GenerateSerializer, Alias("row.work-item")]
[ReadTable("work_items", nameof(Stream), nameof(Item), nameof(Role))]
public sealed record WorkItemRow(
    [property: Id(0)] string Stream,
    [property: Id(1)] string Item,
    [property: Id(2)] string Role,
    [property: Id(3)] string Bureau,
    [property: Id(4)] string Kind,
    [property: Id(5)] string? OfficerId,
    [property: Id(6)] string? CaseId,
    [property: Id(7)] string Subject,
    [property: Id(8)] string Cause,
    [property: Id(9)] string? Act,
    [property: Id(10)] string? About,
    [property: Id(11)] string TitleZh,
    [property: Id(12)] string TitleEn,
    [property: Id(13)] string? Article,
    [property: Id(14)] DateTimeOffset SinceAt,
    [property: Id(15)] DateTimeOffset? DueAt,
    [property: Id(16)] string? TermZh,
    [property: Id(17)] string? TermEn,
    [property: Id(18)] string? Note) : ReadRow;

/// <summary>Takes a row away that the entries no longer tell of.</summary>
/// <param name="Row">The row, told by its key.</param>
[GenerateSerializer, Alias("row.gone")]
public sealed record GoneRow([property: Id(0)] ReadRow Row) : ReadRow;
