using System.Collections.Immutable;

namespace Enforcement.Grains.Interfaces.ReadModel;

/// <summary>What pages and the API read. It never wakes a grain, and every question carries the scope of the reader.</summary>
/// <remarks>A cursor that does not fit its question is an <see cref="ArgumentException"/>. Rows are as of the last commit.</remarks>
public interface IReadModel
{
    /// <summary>A page of cases.</summary>
    /// <param name="scope">Whom it is for.</param>
    /// <param name="query">What is wanted.</param>
    /// <param name="page">Which page.</param>
    /// <param name="ct">Frees the caller.</param>
    /// <returns>The page.</returns>
    Task<Page<CaseRow>> CasesAsync(BureauScope scope, CaseQuery query, PageRequest page, CancellationToken ct);

    /// <summary>All cases of a list, piece by piece: for exports. Each piece is read on its own, so that a long list holds nothing up; a case that moves meanwhile may be missed or come twice.</summary>
    /// <param name="scope">Whom it is for.</param>
    /// <param name="query">What is wanted.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <returns>The rows in order, in pieces of some thousand.</returns>
    IAsyncEnumerable<ImmutableArray<CaseRow>> AllCasesAsync(BureauScope scope, CaseQuery query, CancellationToken ct);

    /// <summary>How many cases the built-in views have.</summary>
    /// <param name="scope">Whom it is for.</param>
    /// <param name="person">Whose own cases are counted.</param>
    /// <param name="now">What is overdue is measured against this instant.</param>
    /// <param name="endOfDay">The end of the day of <paramref name="now"/>.</param>
    /// <param name="ct">Frees the caller.</param>
    /// <returns>The counts.</returns>
    Task<CaseTabCounts> CaseTabsAsync(BureauScope scope, string person, DateTimeOffset now, DateTimeOffset endOfDay, CancellationToken ct);

    /// <summary>One case.</summary>
    /// <param name="scope">Whom it is for.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="ct">Frees the caller.</param>
    /// <returns>The row, or <see langword="null"/> if there is none or it may not be seen.</returns>
    Task<CaseRow?> CaseAsync(BureauScope scope, string caseId, CancellationToken ct);

    /// <summary>A page of recordings.</summary>
    /// <param name="scope">Whom it is for.</param>
    /// <param name="query">What is wanted.</param>
    /// <param name="page">Which page.</param>
    /// <param name="ct">Frees the caller.</param>
    /// <returns>The page.</returns>
    Task<Page<RecordingRow>> RecordingsAsync(BureauScope scope, RecordingQuery query, PageRequest page, CancellationToken ct);

    /// <summary>One recording.</summary>
    /// <param name="scope">Whom it is for.</param>
    /// <param name="recordingId">The recording.</param>
    /// <param name="ct">Frees the caller.</param>
    /// <returns>The row, or <see langword="null"/> if there is none or it may not be seen.</returns>
    Task<RecordingRow?> RecordingAsync(BureauScope scope, string recordingId, CancellationToken ct);

    /// <summary>Some recordings by their ids, in no order; those that are not there or may not be seen are left out.</summary>
    /// <param name="scope">Whom it is for.</param>
    /// <param name="recordingIds">The recordings.</param>
    /// <param name="ct">Frees the caller.</param>
    /// <returns>The recordings.</returns>
    Task<ImmutableArray<RecordingRow>> RecordingsAsync(BureauScope scope, ImmutableArray<string> recordingIds, CancellationToken ct);

    /// <summary>A page of findings.</summary>
    /// <param name="scope">Whom it is for.</param>
    /// <param name="query">What is wanted.</param>
    /// <param name="page">Which page.</param>
    /// <param name="ct">Frees the caller.</param>
    /// <returns>The page.</returns>
    Task<Page<FindingRow>> FindingsAsync(BureauScope scope, FindingQuery query, PageRequest page, CancellationToken ct);

    /// <summary>One finding.</summary>
    /// <param name="scope">Whom it is for.</param>
    /// <param name="findingId">The finding.</param>
    /// <param name="ct">Frees the caller.</param>
    /// <returns>The row, or <see langword="null"/> if there is none or it may not be seen.</returns>
    Task<FindingRow?> FindingAsync(BureauScope scope, string findingId, CancellationToken ct);

    /// <summary>All clocks of a stream, by their start.</summary>
    /// <param name="scope">Whom it is for.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="ct">Frees the caller.</param>
    /// <returns>The clocks.</returns>
    Task<ImmutableArray<ClockRow>> ClocksAsync(BureauScope scope, string stream, CancellationToken ct);

    /// <summary>A page of the clocks that run and have a due instant, the most urgent first.</summary>
    /// <param name="scope">Whom it is for.</param>
    /// <param name="page">Which page.</param>
    /// <param name="ct">Frees the caller.</param>
    /// <returns>The page.</returns>
    Task<Page<ClockRow>> RunningClocksAsync(BureauScope scope, PageRequest page, CancellationToken ct);

    /// <summary>A page of the officers, by bureau and id.</summary>
    /// <param name="scope">Whom it is for.</param>
    /// <param name="query">What is wanted.</param>
    /// <param name="page">Which page.</param>
    /// <param name="ct">Frees the caller.</param>
    /// <returns>The page.</returns>
    Task<Page<OfficerRow>> OfficerPageAsync(BureauScope scope, OfficerQuery query, PageRequest page, CancellationToken ct);

    /// <summary>One officer.</summary>
    /// <param name="scope">Whom it is for.</param>
    /// <param name="officerId">The officer.</param>
    /// <param name="ct">Frees the caller.</param>
    /// <returns>The row, or <see langword="null"/> if there is none or it may not be seen.</returns>
    Task<OfficerRow?> OfficerAsync(BureauScope scope, string officerId, CancellationToken ct);

    /// <summary>Some officers by their ids, by bureau and id; those that are not there or may not be seen are left out.</summary>
    /// <param name="scope">Whom it is for.</param>
    /// <param name="officerIds">The officers.</param>
    /// <param name="ct">Frees the caller.</param>
    /// <returns>The officers, also those no longer in office.</returns>
    Task<ImmutableArray<OfficerRow>> OfficersAsync(BureauScope scope, ImmutableArray<string> officerIds, CancellationToken ct);

    /// <summary>How many officers are in office, by bureau; a bureau without any may be absent.</summary>
    /// <param name="scope">Whom it is for.</param>
    /// <param name="ct">Frees the caller.</param>
    /// <returns>The counts by bureau id.</returns>
    Task<ImmutableDictionary<string, long>> OfficerCountsAsync(BureauScope scope, CancellationToken ct);

    /// <summary>The bureaus, by id.</summary>
    /// <param name="scope">Whom it is for.</param>
    /// <param name="ct">Frees the caller.</param>
    /// <returns>The bureaus.</returns>
    Task<ImmutableArray<BureauRow>> BureausAsync(BureauScope scope, CancellationToken ct);

    /// <summary>How many cases there are in each stage of each bureau.</summary>
    /// <param name="scope">Whom it is for.</param>
    /// <param name="now">What is overdue is measured against this instant.</param>
    /// <param name="ct">Frees the caller.</param>
    /// <returns>The counts, by bureau and stage.</returns>
    Task<ImmutableArray<StageCount>> CountsAsync(BureauScope scope, DateTimeOffset now, CancellationToken ct);
}
