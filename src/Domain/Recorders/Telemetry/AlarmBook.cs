using System.Collections.Immutable;

namespace Enforcement.Domain.Recorders.Telemetry;

/// <summary>An alarm whose cause still stands.</summary>
/// <param name="Id">The alarm.</param>
/// <param name="Kind">One of <see cref="AlarmKinds"/>.</param>
/// <param name="Subject">What it is about: the code of a fault; <see langword="null"/> for kinds that a recorder has once.</param>
public sealed record StandingAlarm(string Id, string Kind, string? Subject);

/// <summary>The alarms [告警] of one recorder whose causes stand, so that each is raised once.</summary>
/// <param name="Count">How many were ever raised; the next id counts on.</param>
/// <param name="Standing">Those that stand, oldest first.</param>
public sealed record AlarmBook(long Count, ImmutableArray<StandingAlarm> Standing)
{
    /// <summary>None.</summary>
    public static AlarmBook Empty { get; } = new(0, []);

    /// <summary>The alarm of a kind that stands, or <see langword="null"/>.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="subject">What it is about.</param>
    public StandingAlarm? Find(string kind, string? subject = null) => Standing.FirstOrDefault(a => a.Kind == kind && a.Subject == subject);

    /// <inheritdoc/>
    public bool Equals(AlarmBook? other) => other is not null && Count == other.Count && Standing.SequenceEqual(other.Standing);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Count, Standing.Length);
}

/// <summary>The kinds of alarms.</summary>
public static class AlarmKinds
{
    /// <summary>It fell silent while it recorded [录制中失联].</summary>
    public const string Lost = "lost-while-recording";

    /// <summary>The officer calls for help.</summary>
    public const string Sos = "sos";

    /// <summary>The device reports a fault.</summary>
    public const string Fault = "fault";

    /// <summary>The battery runs out while it is in use.</summary>
    public const string BatteryLow = "battery-low";

    /// <summary>The store is nearly full.</summary>
    public const string StorageLow = "storage-low";

    /// <summary>Its clock is wrong, so times in its films are.</summary>
    public const string ClockDrift = "clock-drift";

    /// <summary>It records while nobody holds it.</summary>
    public const string NotIssued = "not-issued";

    /// <summary>It was retired and reports all the same.</summary>
    public const string RetiredReports = "retired-reports";

    /// <summary>Whether an alarm of this kind tells of an event, so that seeing it is what ends it; others end with their cause.</summary>
    /// <param name="kind">The kind.</param>
    public static bool EndsWhenSeen(string kind) => kind is Sos or Fault or RetiredReports;

    /// <summary>high, medium or low.</summary>
    /// <param name="kind">The kind.</param>
    public static string SeverityOf(string kind) => kind switch
    {
        Lost or Sos => "high",
        RetiredReports => "low",
        _ => "medium",
    };
}

/// <summary>What changed in the book.</summary>
public abstract record AlarmChange
{
    private AlarmChange()
    {
    }

    /// <summary>An alarm was raised.</summary>
    /// <param name="Alarm">The alarm.</param>
    /// <param name="Text">What it says.</param>
    /// <param name="RecordingId">The file it is about, or <see langword="null"/>.</param>
    public sealed record Raised(StandingAlarm Alarm, Words Text, string? RecordingId) : AlarmChange;

    /// <summary>Its cause is gone.</summary>
    /// <param name="Alarm">The alarm.</param>
    public sealed record Cleared(StandingAlarm Alarm) : AlarmChange;
}
