namespace Enforcement.Grains.Time;

/// <summary>The legal clock [法定时间]: it dates entries, decides terms and wakes deadlines. Cookies, leases and retries use <see cref="TimeProvider"/> instead.</summary>
public interface ILegalClock
{
    /// <summary>The instant that is now, in UTC, cut to whole microseconds. Never earlier than an instant given before by this process.</summary>
    /// <exception cref="ClockBehindException">The system clock stands behind the last entry of the ledger, and nobody has recorded a reason.</exception>
    DateTimeOffset Now { get; }

    /// <summary>What the clock shows, for views: unlike <see cref="Now"/> it never refuses, so that a clock that is behind stops commands and not reading.</summary>
    DateTimeOffset Display => Now;

    /// <summary>Whether this is the clock of a training installation, whose every entry is marked as such.</summary>
    bool Training { get; }

    /// <summary>Tells the clock when the last entry of the ledger was written. Called once, when the store has been opened and before the first command.</summary>
    /// <param name="lastRecordedAt">The latest instant of any entry.</param>
    void Witness(DateTimeOffset lastRecordedAt);
}

/// <summary>Commands stop, because an entry written now would carry an earlier instant than one that is already there.</summary>
/// <param name="now">What the system clock says.</param>
/// <param name="lastEntry">When the last entry was written.</param>
[GenerateSerializer, Alias("time.clock-behind")]
public sealed class ClockBehindException(DateTimeOffset now, DateTimeOffset lastEntry)
    : Exception($"The system clock ({now:O}) is behind the last entry of the ledger ({lastEntry:O}).")
{
    /// <summary>What the system clock says.</summary>
    [Id(0)]
    public DateTimeOffset SystemClock { get; } = now;

    /// <summary>When the last entry was written.</summary>
    [Id(1)]
    public DateTimeOffset LastEntry { get; } = lastEntry;
}
