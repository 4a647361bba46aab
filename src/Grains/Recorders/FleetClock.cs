namespace Enforcement.Grains.Recorders;

/// <summary>The machine's clock as the fleet reads it: since when this program listens, and how long a contact counts.</summary>
/// <remarks>
/// Online is a lease. Nobody could be heard before the program listened: for one lease after the start a silent recorder is unknown, not lost,
/// so that a restart raises no alarm.
/// </remarks>
public sealed class FleetClock(TimeProvider machine)
{
    /// <summary>How long a recorder counts as online after its last live contact: several reports of ten seconds may be lost.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(90);

    /// <summary>Since when this program listens.</summary>
    public DateTimeOffset Started { get; } = machine.GetUtcNow();

    /// <summary>Now.</summary>
    public DateTimeOffset Now => machine.GetUtcNow();

    /// <summary>Whether somebody silent may just not have had the time to be heard.</summary>
    public bool Listening => Now < Started + Lease;

    /// <summary>Who was heard last before this is silent.</summary>
    public DateTimeOffset SilentBefore => Now - Lease;

    /// <summary>online, offline or unknown.</summary>
    /// <param name="lastContact">The last live contact.</param>
    public string ContactOf(DateTimeOffset? lastContact) =>
        lastContact is not { } heard ? "unknown"
        : heard >= SilentBefore ? "online"
        : Listening ? "unknown"
        : "offline";
}
