namespace Enforcement.Grains.Interfaces.ReadModel;

/// <summary>By what a list of cases is sorted.</summary>
public enum CaseOrder
{
    /// <summary>By the nearest running term: the most urgent first; cases without one last.</summary>
    NextDue,

    /// <summary>By the start: the youngest first.</summary>
    Opened,

    /// <summary>By the last change: the one that moved last first.</summary>
    Updated,

    /// <summary>By the case number [案号], its running number as a number: the highest first.</summary>
    Number,

    /// <summary>By the stage [阶段], in the order of the procedure.</summary>
    Stage,

    /// <summary>By how much is missing: the most first.</summary>
    Missing,
}

/// <summary>How far a case has come, as lists part them.</summary>
public enum CaseLife
{
    /// <summary>Every case.</summary>
    Any,

    /// <summary>Not yet archived [在办]: somebody still has to do something.</summary>
    Open,

    /// <summary>The act has ended, the file is not yet archived [已办结待归档].</summary>
    Ended,

    /// <summary>Archived [已归档].</summary>
    Archived,
}

/// <summary>What a list of cases is narrowed to; <see langword="null"/> and <see langword="false"/> mean no narrowing.</summary>
/// <param name="Stage">Only cases in this stage.</param>
/// <param name="ActType">Only this kind of act.</param>
/// <param name="HandlerId">Only cases of this officer.</param>
/// <param name="OverdueAt">Only cases with a term that ran out and still runs on, or that lies before this instant.</param>
/// <param name="Incomplete">Only cases in which something required is missing.</param>
/// <param name="Text">Only cases whose number, title, party or handler contains every word of this text; width, case and kind of bracket do not matter.</param>
/// <param name="Order">The order.</param>
/// <param name="Life">Only cases that have come so far.</param>
/// <param name="DueFrom">Only cases whose nearest running term lies at or after this instant.</param>
/// <param name="DueUntil">Only cases whose nearest running term lies at or before this instant: midnight is the end of the day that it closes.</param>
/// <param name="OpenFindings">Only cases with findings not yet resolved.</param>
/// <param name="OpenedFrom">Only cases started at or after this instant.</param>
/// <param name="OpenedBefore">Only cases started before this instant.</param>
/// <param name="Descending">The direction; <see langword="null"/>: the one that the order names.</param>
/// <param name="ArchiveDueFrom">Only cases whose term to archive ended at this instant or later, and not after <paramref name="ArchiveDueUntil"/>.</param>
/// <param name="ArchiveDueUntil">The end of that time, included; it counts only beside <paramref name="ArchiveDueFrom"/>.</param>
/// <param name="EndedFrom">Only cases whose act ended at or after this instant.</param>
/// <param name="EndedBefore">Only cases whose act ended before this instant.</param>
public sealed record CaseQuery(
    string? Stage = null,
    string? ActType = null,
    string? HandlerId = null,
    DateTimeOffset? OverdueAt = null,
    bool Incomplete = false,
    string? Text = null,
    CaseOrder Order = CaseOrder.NextDue,
    CaseLife Life = CaseLife.Any,
    DateTimeOffset? DueFrom = null,
    DateTimeOffset? DueUntil = null,
    bool OpenFindings = false,
    DateTimeOffset? OpenedFrom = null,
    DateTimeOffset? OpenedBefore = null,
    bool? Descending = null,
    DateTimeOffset? ArchiveDueFrom = null,
    DateTimeOffset? ArchiveDueUntil = null,
    DateTimeOffset? EndedFrom = null,
    DateTimeOffset? EndedBefore = null);

/// <summary>How many cases the built-in views of the list have.</summary>
/// <param name="Open">Not archived.</param>
/// <param name="Mine">Not archived, handled by the person.</param>
/// <param name="DueToday">Not archived, the nearest term ends within the day and has not run out.</param>
/// <param name="Overdue">A term ran out and still runs on.</param>
/// <param name="Incomplete">Not archived, something required is missing.</param>
/// <param name="Archived">Archived.</param>
public sealed record CaseTabCounts(long Open, long Mine, long DueToday, long Overdue, long Incomplete, long Archived);

/// <summary>What a list of recordings is narrowed to; the youngest come first.</summary>
/// <param name="Unlinked">Only recordings without a case.</param>
/// <param name="OverdueAt">Only recordings not handed in though their term ended before this instant.</param>
/// <param name="State">Only recordings in this state.</param>
/// <param name="OfficerId">Only recordings of this officer.</param>
/// <param name="CaseId">Only recordings of this case.</param>
/// <param name="Sha256">Only recordings whose file has this hash.</param>
public sealed record RecordingQuery(
    bool Unlinked = false,
    DateTimeOffset? OverdueAt = null,
    string? State = null,
    string? OfficerId = null,
    string? CaseId = null,
    string? Sha256 = null);

/// <summary>What a list of findings is narrowed to; the youngest come first.</summary>
/// <param name="Open">Only findings not yet resolved.</param>
/// <param name="Code">Only this code.</param>
/// <param name="Stream">Only findings of this stream.</param>
/// <param name="Article">Only findings of this article.</param>
/// <param name="Advisory">Only hints, or only breaches; <see langword="null"/>: both.</param>
/// <param name="NoArticle">Only findings of a rule of the system, which stands in no article.</param>
/// <param name="Terms">Only findings of a term that ran out, be it a breach or a hint.</param>
/// <param name="RaisedFrom">Only findings raised at or after this instant.</param>
/// <param name="RaisedBefore">Only findings raised before this instant.</param>
public sealed record FindingQuery(
    bool Open = false,
    string? Code = null,
    string? Stream = null,
    string? Article = null,
    bool? Advisory = null,
    bool NoArticle = false,
    bool Terms = false,
    DateTimeOffset? RaisedFrom = null,
    DateTimeOffset? RaisedBefore = null);

/// <summary>How many cases of a bureau are in a stage.</summary>
/// <param name="Bureau">The bureau.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Cases">How many cases.</param>
/// <param name="Overdue">How many of them have a term that ran out and still runs on, or lies before the asked instant.</param>
/// <param name="Incomplete">How many of them miss something required.</param>
public sealed record StageCount(string Bureau, string Stage, long Cases, long Overdue, long Incomplete);
