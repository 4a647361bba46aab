namespace Enforcement.Grains.Interfaces.ReadModel;

/// <summary>The library of recordings [音像记录目录] as pages and exports read it. It never wakes a grain, and every question carries the scope of the reader.</summary>
/// <remarks>A cursor that does not fit its question is an <see cref="ArgumentException"/>. Rows are as of the last commit.</remarks>
public interface IRecordingReadModel
{
    /// <summary>A page of the library.</summary>
    /// <param name="scope">Whom it is for.</param>
    /// <param name="filter">What is wanted, and in which order.</param>
    /// <param name="page">Which page.</param>
    /// <param name="ct">Frees the caller.</param>
    /// <returns>The page.</returns>
    Task<Page<RecordingRow>> LibraryAsync(BureauScope scope, RecordingFilter filter, PageRequest page, CancellationToken ct);

    /// <summary>How many recordings each quick view of the library holds; <see cref="RecordingFilter.View"/> itself does not narrow the counts.</summary>
    /// <param name="scope">Whom it is for.</param>
    /// <param name="filter">What else narrows the list.</param>
    /// <param name="now">What is overdue is measured against this instant.</param>
    /// <param name="ct">Frees the caller.</param>
    /// <returns>The counts.</returns>
    Task<RecordingCounts> CountsAsync(BureauScope scope, RecordingFilter filter, DateTimeOffset now, CancellationToken ct);
}

/// <summary>The quick views of the library.</summary>
public enum RecordingViewKind
{
    /// <summary>Everything.</summary>
    All,

    /// <summary>Without a case [未关联].</summary>
    Unlinked,

    /// <summary>Not handed in although the term has ended [逾期未移交].</summary>
    Overdue,

    /// <summary>Not handed in yet [待移交].</summary>
    Waiting,

    /// <summary>In the store and whole [已入库].</summary>
    Stored,

    /// <summary>The stored bytes no longer match their hash [损坏].</summary>
    Corrupted,
}

/// <summary>How the library is sorted.</summary>
public enum RecordingOrder
{
    /// <summary>What waits for somebody first: damaged, hand-in missed, without a case, not handed in, the rest; within each the youngest first.</summary>
    Urgent,

    /// <summary>The youngest first.</summary>
    Started,

    /// <summary>The earliest hand-in term first; what has none, or is in the store, last.</summary>
    HandIn,
}

/// <summary>What the library is narrowed to; <see langword="null"/> means no narrowing.</summary>
/// <param name="View">The quick view.</param>
/// <param name="Now">The instant against which <see cref="RecordingViewKind.Overdue"/> and <paramref name="DueBefore"/> are measured.</param>
/// <param name="OfficerId">Only recordings of this officer.</param>
/// <param name="RecorderId">Only recordings of this recorder.</param>
/// <param name="Mode">photo, audio, video, surveillance.</param>
/// <param name="StartedFrom">Only recordings that started at this instant or later.</param>
/// <param name="StartedBefore">Only recordings that started before this instant.</param>
/// <param name="DueBefore">Only recordings not handed in whose term ends from <paramref name="Now"/> until this instant.</param>
/// <param name="CaseNumber">Only recordings of cases whose number contains this text.</param>
/// <param name="Sha256">Only recordings whose file's SHA-256 begins with these hexadecimal digits.</param>
/// <param name="Text">Only recordings whose place, file name, recorder, officer or id contains every word of this text; ASCII letters in any case.</param>
/// <param name="Order">The order.</param>
/// <param name="State">Only recordings in this state.</param>
/// <param name="CaseId">Only recordings of this case.</param>
/// <param name="HandInFrom">Only recordings whose hand-in term ended from this instant until <paramref name="Now"/>, handed in or not.</param>
public sealed record RecordingFilter(
    RecordingViewKind View = RecordingViewKind.All,
    DateTimeOffset Now = default,
    string? OfficerId = null,
    string? RecorderId = null,
    string? Mode = null,
    DateTimeOffset? StartedFrom = null,
    DateTimeOffset? StartedBefore = null,
    DateTimeOffset? DueBefore = null,
    string? CaseNumber = null,
    string? Sha256 = null,
    string? Text = null,
    RecordingOrder Order = RecordingOrder.Urgent,
    string? State = null,
    string? CaseId = null,
    DateTimeOffset? HandInFrom = null);

/// <summary>How many recordings each quick view holds.</summary>
/// <param name="All">Everything.</param>
/// <param name="Unlinked">Without a case.</param>
/// <param name="Overdue">Hand-in term over, no file.</param>
/// <param name="Waiting">No file yet, the overdue ones included.</param>
/// <param name="Stored">In the store and whole.</param>
/// <param name="Corrupted">Damaged.</param>
public sealed record RecordingCounts(long All, long Unlinked, long Overdue, long Waiting, long Stored, long Corrupted);
