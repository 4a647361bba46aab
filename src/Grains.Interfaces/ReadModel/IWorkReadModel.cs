using System.Collections.Immutable;

namespace Enforcement.Grains.Interfaces.ReadModel;

/// <summary>What a list of work is narrowed to; <see langword="null"/> means no narrowing.</summary>
/// <param name="Role">The role in which it would be done.</param>
/// <param name="OfficerId">The person: only what waits for this person, or for anyone with the role.</param>
/// <param name="Kind">Only this kind.</param>
/// <param name="Before">Only what is due before this instant.</param>
/// <param name="CaseId">Only what waits in this case.</param>
/// <param name="From">Only what is due at or after this instant.</param>
public sealed record WorkQuery(string Role, string? OfficerId = null, string? Kind = null, DateTimeOffset? Before = null, string? CaseId = null, DateTimeOffset? From = null);

/// <summary>How much of a kind waits.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Items">How many items.</param>
/// <param name="Overdue">How many of them were due before the asked instant.</param>
/// <param name="Today">How many are due from then on until the end of the asked day, which still belongs to it.</param>
public sealed record WorkCount(string Kind, long Items, long Overdue, long Today);

/// <summary>What waits for whom [待办]. Every question names the bureaus that may be seen.</summary>
public interface IWorkReadModel
{
    /// <summary>One page, nearest due instant first; what has none comes last.</summary>
    /// <exception cref="ArgumentException">The cursor is damaged or belongs to another list.</exception>
    Task<Page<WorkItemRow>> ItemsAsync(BureauScope scope, WorkQuery query, PageRequest page, CancellationToken ct);

    /// <summary>Counts by kind, for the same people as <see cref="ItemsAsync"/>; the narrowing to a kind or an instant is not applied.</summary>
    /// <param name="scope">The bureaus.</param>
    /// <param name="query">Role and person.</param>
    /// <param name="now">What was due before is overdue.</param>
    /// <param name="dayEnd">The end of today.</param>
    /// <param name="ct">Cancels.</param>
    Task<ImmutableArray<WorkCount>> CountsAsync(BureauScope scope, WorkQuery query, DateTimeOffset now, DateTimeOffset dayEnd, CancellationToken ct);
}
