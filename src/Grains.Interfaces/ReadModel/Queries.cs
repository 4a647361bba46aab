namespace Enforcement.Grains.Interfaces.ReadModel;

/// <summary>How a list of cases is sorted.</summary>
public enum CaseOrder
{
    /// <summary>The most urgent first; cases without a running term last.</summary>
    NextDue,

    /// <summary>The youngest first.</summary>
    Opened,

    /// <summary>The one that moved last first.</summary>
    Updated,
}

/// <summary>What a list of cases is narrowed to; <see langword="null"/> and <see langword="false"/> mean no narrowing.</summary>
/// <param name="Stage">Only cases in this stage.</param>
/// <param name="ActType">Only this kind of act.</param>
/// <param name="HandlerId">Only cases of this officer.</param>
/// <param name="OverdueAt">Only cases with a term that ran out and still runs on, or that lies before this instant.</param>
/// <param name="Incomplete">Only cases in which something required is missing.</param>
/// <param name="Text">Only cases whose number, title, party or handler contains every word of this text, in any case.</param>
/// <param name="Order">The order.</param>
public sealed record CaseQuery(
    string? Stage = null,
    string? ActType = null,
    string? HandlerId = null,
    DateTimeOffset? OverdueAt = null,
    bool Incomplete = false,
    string? Text = null,
    CaseOrder Order = CaseOrder.NextDue);

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
public sealed record FindingQuery(bool Open = false, string? Code = null, string? Stream = null);

/// <summary>How many cases of a bureau are in a stage.</summary>
/// <param name="Bureau">The bureau.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Cases">How many cases.</param>
/// <param name="Overdue">How many of them have a term that ran out and still runs on, or lies before the asked instant.</param>
/// <param name="Incomplete">How many of them miss something required.</param>
public sealed record StageCount(string Bureau, string Stage, long Cases, long Overdue, long Incomplete);
