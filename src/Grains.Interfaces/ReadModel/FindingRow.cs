namespace Enforcement.Grains.Interfaces.ReadModel;

/// <summary>Something the supervisor [执法监督] must look at: a missed term, a late record, a damaged file.</summary>
/// <param name="FindingId">The finding, key of the row.</param>
/// <param name="Bureau">The bureau.</param>
/// <param name="Stream">The stream it was raised in.</param>
/// <param name="Subject">The id of what it is about.</param>
/// <param name="Code">Stable, dotted, lower case.</param>
/// <param name="Article">The article, or null for a rule of the system.</param>
/// <param name="Advisory">A hint rather than a breach.</param>
/// <param name="TextZh">Chinese wording.</param>
/// <param name="TextEn">English wording.</param>
/// <param name="RaisedAt">When it was raised.</param>
/// <param name="ResolvedAt">When it was resolved, or null.</param>
/// <param name="ResolvedBy">Who resolved it, or null.</param>
/// <param name="Resolution">What was done about it, or null.</param>
[GenerateSerializer, Alias("row.finding")]
[ReadTable("findings", nameof(FindingId))]
public sealed record FindingRow(
    [property: Id(0)] string FindingId,
    [property: Id(1)] string Bureau,
    [property: Id(2)] string Stream,
    [property: Id(3)] string Subject,
    [property: Id(4)] string Code,
    [property: Id(5)] string? Article,
    [property: Id(6)] bool Advisory,
    [property: Id(7)] string TextZh,
    [property: Id(8)] string TextEn,
    [property: Id(9)] DateTimeOffset RaisedAt,
    [property: Id(10)] DateTimeOffset? ResolvedAt,
    [property: Id(11)] string? ResolvedBy,
    [property: Id(12)] string? Resolution) : ReadRow;
