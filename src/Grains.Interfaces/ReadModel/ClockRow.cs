namespace Enforcement.Grains.Interfaces.ReadModel;

/// <summary>A legal term [期限] of a case or a recording.</summary>
/// <param name="Stream">The stream it belongs to, first part of the key.</param>
/// <param name="ClockId">The clock in that stream, second part of the key.</param>
/// <param name="Rule">The rule that made it.</param>
/// <param name="Article">The article that demands it.</param>
/// <param name="Bureau">The bureau.</param>
/// <param name="Subject">What is counted: case, recording and so on.</param>
/// <param name="SubjectId">Its id.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="DueAt">When it is due; null for a term without a number ("promptly") and for one that is suspended.</param>
/// <param name="State">running, suspended, stopped, missed or cancelled.</param>
/// <param name="StoppedAt">When it stopped, or null.</param>
/// <param name="MissedAt">The due instant that was missed, or null; kept when it stops later.</param>
/// <param name="Provisional">Counted over a year whose holidays are not yet published.</param>
/// <param name="CalendarVersion">The work calendar it was counted with, or null if no working day was counted.</param>
[GenerateSerializer, Alias("row.clock")]
[ReadTable("clocks", nameof(Stream), nameof(ClockId))]
public sealed record ClockRow(
    [property: Id(0)] string Stream,
    [property: Id(1)] string ClockId,
    [property: Id(2)] string Rule,
    [property: Id(3)] string Article,
    [property: Id(4)] string Bureau,
    [property: Id(5)] string Subject,
    [property: Id(6)] string SubjectId,
    [property: Id(7)] DateTimeOffset StartedAt,
    [property: Id(8)] DateTimeOffset? DueAt,
    [property: Id(9)] string State,
    [property: Id(10)] DateTimeOffset? StoppedAt,
    [property: Id(11)] DateTimeOffset? MissedAt,
    [property: Id(12)] bool Provisional,
    [property: Id(13)] string? CalendarVersion) : ReadRow;
