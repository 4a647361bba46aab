using System.Collections.Immutable;

namespace Enforcement.Domain.Recorders.Telemetry;

/// <summary>An alarm whose cause still stands.</summary>
/// <param name="Id">The alarm.</param>
/// <param name="Kind">One of <see cref="AlarmKinds"/>.</param>
/// <param name="Subject">What it is about: the code of a fault; <see langword="null"/> for kinds that a recorder has once.</param>
/// <param name="Seen">Whether a person has acknowledged it.</param>
public sealed record StandingAlarm(string Id, string Kind, string? Subject, bool Seen = false);

/// <summary>The alarms [告警] of one recorder whose causes stand, so that each is raised once.</summary>
/// <param name="Count">How many were ever raised; the next id counts on.</param>
/// <param name="Standing">Those that stand, oldest first.</param>
public sealed record AlarmBook(long Count, ImmutableArray<StandingAlarm> Standing)
{
    /// <summary>None.</summary>
    public static AlarmBook Empty { get; } = new(0, []);

    /// <summary>Alarms of a state whose cause is gone and which nobody has acknowledged: the cause come back is the same alarm once more. At most one of a kind.</summary>
    public ImmutableArray<StandingAlarm> Waiting
    {
        get => field.IsDefault ? [] : field; // a book that an earlier program kept has none
        init;
    }

    /// <summary>The alarm of a kind that stands, or <see langword="null"/>.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="subject">What it is about.</param>
    public StandingAlarm? Find(string kind, string? subject = null) => Standing.FirstOrDefault(a => a.Kind == kind && a.Subject == subject);

    /// <inheritdoc/>
    public bool Equals(AlarmBook? other) => other is not null && Count == other.Count && Standing.SequenceEqual(other.Standing) && Waiting.SequenceEqual(other.Waiting);

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

    /// <summary>Whether an alarm of this kind tells of a state that comes and goes: while nobody has acknowledged it, it is counted and not raised anew. Each loss of contact is one of its own.</summary>
    /// <param name="kind">The kind.</param>
    public static bool ComesAgain(string kind) => kind is BatteryLow or StorageLow or ClockDrift or NotIssued;

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
    /// <param name="Times">How many times its cause came about.</param>
    public sealed record Raised(StandingAlarm Alarm, Words Text, string? RecordingId, int Times = 1) : AlarmChange;

    /// <summary>The cause of one that nobody has acknowledged came about again.</summary>
    /// <param name="Alarm">The alarm.</param>
    /// <param name="Text">What it says now.</param>
    /// <param name="RecordingId">The file it is about now, or <see langword="null"/>.</param>
    /// <param name="Times">How many times more.</param>
    public sealed record Again(StandingAlarm Alarm, Words Text, string? RecordingId, int Times) : AlarmChange;

    /// <summary>Its cause is gone.</summary>
    /// <param name="Alarm">The alarm.</param>
    public sealed record Cleared(StandingAlarm Alarm) : AlarmChange;
}
