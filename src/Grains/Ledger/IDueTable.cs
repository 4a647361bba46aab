using System.Collections.Immutable;

namespace Enforcement.Grains.Ledger;

/// <summary>A stream whose term has run out, or will.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="DueAt">Its next due instant.</param>
public sealed record DueStream(string Stream, DateTimeOffset DueAt);

/// <summary>The due instants of all streams: what a sweep wakes, whatever became of the reminders.</summary>
public interface IDueTable
{
    /// <summary>The streams due at or before an instant, the longest overdue first.</summary>
    /// <param name="now">The instant, by the legal clock.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="ct">Frees the caller.</param>
    /// <returns>The streams; a stream stays in the table until it moves its own due instant.</returns>
    Task<ImmutableArray<DueStream>> DueBeforeAsync(DateTimeOffset now, int limit, CancellationToken ct);
}
