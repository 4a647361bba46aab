using System.Collections.Immutable;
using System.Globalization;

namespace Enforcement.Domain.Recorders.Telemetry;

/// <summary>What the register says of a recorder when its alarms are judged.</summary>
/// <param name="Id">The recorder.</param>
/// <param name="Issued">Whether an officer holds it.</param>
/// <param name="Retired">Whether it is out of service.</param>
/// <param name="StorageBytes">The registered size of its store, 0 when unknown.</param>
/// <param name="Unheld">How many recordings have just begun while nobody held it.</param>
public sealed record Standing(string Id, bool Issued, bool Retired, long StorageBytes, int Unheld = 0);

/// <summary>The book after a judgement, and what changed.</summary>
/// <param name="Book">The book.</param>
/// <param name="Changes">In the order in which they came about.</param>
public sealed record AlarmJudgement(AlarmBook Book, ImmutableArray<AlarmChange> Changes);

/// <summary>When an alarm is raised and when its cause is gone. Between the two bounds of a measure nothing changes, so that a value on the edge makes no flood.</summary>
public static class AlarmRules
{
    /// <summary>Per cent below which a battery in use is low.</summary>
    public const int LowBattery = 20;

    /// <summary>Milliseconds from which a clock is wrong.</summary>
    public const long Drifted = 30_000;

    private const int GoodBattery = 25;
    private const long GoodClock = 15_000;

    /// <summary>Different faults that stand at once at most: a device that invents codes makes no flood.</summary>
    private const int MostFaults = 16;

    /// <summary>Judges a recorder by its state and by what has just happened to it.</summary>
    /// <param name="book">The alarms that stand.</param>
    /// <param name="standing">What the register says.</param>
    /// <param name="pulse">What its reports say.</param>
    /// <param name="notes">What has just happened.</param>
    public static AlarmJudgement Judge(AlarmBook book, Standing standing, PulseState pulse, ImmutableArray<PulseNote> notes)
    {
        var changes = ImmutableArray.CreateBuilder<AlarmChange>();
        var file = pulse.RecordingFile;
        foreach (var (kind, raise, clear, text) in Causes(standing, pulse))
        {
            var times = kind is AlarmKinds.NotIssued ? standing.Unheld : 0;
            var about = kind switch { AlarmKinds.Lost => file, AlarmKinds.NotIssued => pulse.Recording?.Value.File, _ => null };
            if (book.Find(kind) is { } stands)
            {
                book = times > 0 ? Again(book, stands, text, about, times, changes) : book;
                book = clear ? Clear(book, stands, changes) : book;
            }
            else if (raise)
            {
                book = book.Waiting.FirstOrDefault(a => a.Kind == kind) is { } waiting
                    ? Again(book, waiting, text, about, Math.Max(1, times), changes)
                    : Raise(book, standing.Id, kind, null, text, about, changes, Math.Max(1, times));
            }
        }

        foreach (var note in notes)
        {
            if (note.Event.Kind == PulseKinds.Sos && book.Find(AlarmKinds.Sos) is null)
            {
                book = Raise(book, standing.Id, AlarmKinds.Sos, null, AlarmWords.Sos(note.At), file, changes);
            }
            else if (note.Event.Kind == PulseKinds.Fault && book.Find(AlarmKinds.Fault, note.Event.Code) is null && book.Standing.Count(static a => a.Kind == AlarmKinds.Fault) < MostFaults)
            {
                book = Raise(book, standing.Id, AlarmKinds.Fault, note.Event.Code, AlarmWords.Fault(note.Event.Code!, note.Event.Detail), file, changes);
            }
        }

        return new AlarmJudgement(book, changes.ToImmutable());
    }

    /// <summary>A retired recorder reported.</summary>
    /// <param name="book">The alarms that stand.</param>
    /// <param name="recorder">The recorder.</param>
    public static AlarmJudgement Retired(AlarmBook book, string recorder)
    {
        var changes = ImmutableArray.CreateBuilder<AlarmChange>();
        book = book.Find(AlarmKinds.RetiredReports) is null ? Raise(book, recorder, AlarmKinds.RetiredReports, null, AlarmWords.Retired, null, changes) : book;
        return new AlarmJudgement(book, changes.ToImmutable());
    }

    /// <summary>A person has seen an alarm; one that tells of an event ends with that, and the next of a state is a new one.</summary>
    /// <param name="book">The alarms that stand.</param>
    /// <param name="alarmId">The alarm.</param>
    public static AlarmJudgement Seen(AlarmBook book, string alarmId)
    {
        var changes = ImmutableArray.CreateBuilder<AlarmChange>();
        book = book with { Waiting = book.Waiting.RemoveAll(a => a.Id == alarmId) };
        if (book.Standing.FirstOrDefault(a => a.Id == alarmId) is { } alarm)
        {
            book = AlarmKinds.EndsWhenSeen(alarm.Kind)
                ? Clear(book, alarm with { Seen = true }, changes)
                : book with { Standing = book.Standing.Replace(alarm, alarm with { Seen = true }) };
        }

        return new AlarmJudgement(book, changes.ToImmutable());
    }

    private static IEnumerable<(string Kind, bool Raise, bool Clear, Words Text)> Causes(Standing standing, PulseState pulse)
    {
        var (battery, fed) = (pulse.Battery?.Value, pulse.Charging is { Value: true } || pulse.Docked is { Value: true });
        var used = standing.Issued || pulse.RecordingFile is not null;
        yield return (AlarmKinds.BatteryLow, battery < LowBattery && used && !fed, battery >= GoodBattery || fed || !used, AlarmWords.Battery(battery));

        var total = pulse.StorageTotal?.Value ?? standing.StorageBytes;
        var free = total > 0 ? pulse.StorageFree?.Value : null;
        yield return (AlarmKinds.StorageLow, free < total / 10, free >= total / 100 * 15, AlarmWords.Storage(free, total));

        var drift = pulse.DriftMs is { } ms ? Math.Abs(ms) : (long?)null;
        yield return (AlarmKinds.ClockDrift, drift > Drifted, drift < GoodClock, AlarmWords.Drift(pulse.DriftMs));

        yield return (AlarmKinds.Lost, pulse.LostAt is not null && !standing.Retired, pulse.LostAt is null, AlarmWords.Lost(pulse.RecordingFile, pulse.Contact?.Value));

        var stray = pulse.RecordingFile is not null && !standing.Issued;
        yield return (AlarmKinds.NotIssued, stray || standing.Unheld > 0, !stray, AlarmWords.NotIssued(pulse.Recording?.Value.File));
    }

    private static AlarmBook Raise(AlarmBook book, string recorder, string kind, string? subject, Words text, string? file, ImmutableArray<AlarmChange>.Builder changes, int times = 1)
    {
        var alarm = new StandingAlarm(string.Create(CultureInfo.InvariantCulture, $"{recorder}-{book.Count + 1}"), kind, subject);
        changes.Add(new AlarmChange.Raised(alarm, text, file, times));
        return book with { Count = book.Count + 1, Standing = book.Standing.Add(alarm) };
    }

    private static AlarmBook Again(AlarmBook book, StandingAlarm alarm, Words text, string? file, int times, ImmutableArray<AlarmChange>.Builder changes)
    {
        changes.Add(new AlarmChange.Again(alarm, text, file, times));
        return book.Standing.Contains(alarm) ? book : book with { Standing = book.Standing.Add(alarm), Waiting = book.Waiting.Remove(alarm) };
    }

    private static AlarmBook Clear(AlarmBook book, StandingAlarm alarm, ImmutableArray<AlarmChange>.Builder changes)
    {
        changes.Add(new AlarmChange.Cleared(alarm));
        return book with
        {
            Standing = book.Standing.RemoveAll(a => a.Id == alarm.Id),
            Waiting = AlarmKinds.ComesAgain(alarm.Kind) && !alarm.Seen ? book.Waiting.Add(alarm) : book.Waiting,
        };
    }
}
