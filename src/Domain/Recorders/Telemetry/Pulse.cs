using System.Collections.Immutable;

namespace Enforcement.Domain.Recorders.Telemetry;

/// <summary>What became of one report.</summary>
public enum PulseVerdict
{
    /// <summary>It was new and counts.</summary>
    Taken,

    /// <summary>It had come before and changes nothing.</summary>
    Repeated,

    /// <summary>It cannot be true or cannot be read.</summary>
    Refused,
}

/// <summary>An event of a report that was taken, with its instant on the server's clock.</summary>
/// <param name="Event">The event.</param>
/// <param name="At">When it happened, never after now.</param>
/// <param name="Sequence">The report.</param>
/// <param name="Index">Its place in the report.</param>
public sealed record PulseNote(PulseEvent Event, DateTimeOffset At, long Sequence, int Index);

/// <summary>One point of the charts and of the way.</summary>
/// <param name="At">When, on the server's clock, never after now.</param>
/// <param name="Battery">Per cent.</param>
/// <param name="StorageFree">Free bytes.</param>
/// <param name="StorageTotal">All bytes.</param>
/// <param name="DriftMs">How far the clock was ahead, if this report shows it.</param>
/// <param name="Position">Where.</param>
/// <param name="Recording">Whether it recorded then, as far as is known.</param>
public sealed record PulseSample(DateTimeOffset At, int? Battery, long? StorageFree, long? StorageTotal, long? DriftMs, Place? Position, bool Recording);

/// <summary>The outcome of one report.</summary>
/// <param name="State">The state after it.</param>
/// <param name="Verdict">What became of it.</param>
/// <param name="Broken">The rule, when it was refused.</param>
/// <param name="Sample">What to chart, when it was taken.</param>
/// <param name="Notes">What happened, when it was taken.</param>
public sealed record PulseStep(PulseState State, PulseVerdict Verdict, Violation? Broken, PulseSample? Sample, ImmutableArray<PulseNote> Notes);

/// <summary>Folds reports into the state of a recorder.</summary>
/// <remarks>
/// The device's number orders its reports, not its clock and not their arrival: of each member the highest number wins. Its clock is never
/// believed where it matters: a live report happened now, a kept one no later than now, and only a live one makes the recorder online.
/// </remarks>
public static class Pulse
{
    /// <summary>A kept report from further ahead than this shows that the clock was ahead.</summary>
    public static readonly TimeSpan Future = TimeSpan.FromMinutes(5);

    /// <summary>An event of a live report cannot be older than this: the device's clock was set in between.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(1);

    /// <summary>Takes one report.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="report">The report.</param>
    /// <param name="now">The server's clock when it arrived.</param>
    public static PulseStep Apply(PulseState state, PulseReport report, DateTimeOffset now)
    {
        if (PulseCheck.Broken(report) is { } broken)
        {
            return new PulseStep(state, PulseVerdict.Refused, broken, null, []);
        }

        switch (state.Seen.Ask(report.Sequence))
        {
            case SequenceAnswer.Repeated:
                return new PulseStep(state, PulseVerdict.Repeated, null, null, []);
            case SequenceAnswer.Forgotten:
                return new PulseStep(state, PulseVerdict.Refused, PulseCheck.Forgotten, null, []);
            default:
                break;
        }

        var (number, ahead) = (report.Sequence, (long)(report.At - now).TotalMilliseconds);
        var next = state with
        {
            Seen = state.Seen.With(number),
            Contact = report.Live ? Newer(state.Contact, now, number) : state.Contact,
            Drift = report.Live ? Newer(state.Drift, ahead, number) : state.Drift,
            Ahead = !report.Live && report.At - now > Future ? Newer(state.Ahead, ahead, number) : state.Ahead,
            Battery = Newer(state.Battery, report.Battery, number),
            Charging = Newer(state.Charging, report.Charging, number),
            Docked = Newer(state.Docked, report.Docked, number),
            StorageFree = Newer(state.StorageFree, report.StorageFree, number),
            StorageTotal = Newer(state.StorageTotal, report.StorageTotal, number),
            Firmware = report.Firmware is { } firmware ? Newer(state.Firmware, firmware, number) : state.Firmware,
            Position = report.Position is { } place ? Newer(state.Position, new Fix(place, MomentOf(report, report.At, now)), number) : state.Position,
        };
        var notes = ImmutableArray.CreateBuilder<PulseNote>(report.Events.Length);
        for (var i = 0; i < report.Events.Length; i++)
        {
            var e = report.Events[i];
            var moment = MomentOf(report, e.At, now);
            if (e.Kind is PulseKinds.Started or PulseKinds.Stopped && Follows(next.Recording, number, i))
            {
                next = next with { Recording = new(new RecordingMark(i, e.Kind is PulseKinds.Started, e.File!, moment), number) };
            }

            notes.Add(new PulseNote(e, next.On(moment), number, i));
        }

        return new PulseStep(next, PulseVerdict.Taken, null, SampleOf(next, report, ahead, now), notes.DrainToImmutable());
    }

    /// <summary>Begins a new count of numbers when the key was renewed: a device that was reset counts from 1 again. What it said before stays until it says something else.</summary>
    /// <param name="state">The state.</param>
    /// <param name="generation">The generation of the key now.</param>
    public static PulseState UnderKey(PulseState state, int generation) => state.Generation == generation
        ? state
        : state with
        {
            Generation = generation,
            Seen = SequenceWindow.Empty,
            Contact = Again(state.Contact),
            Battery = Again(state.Battery),
            Charging = Again(state.Charging),
            Docked = Again(state.Docked),
            StorageFree = Again(state.StorageFree),
            StorageTotal = Again(state.StorageTotal),
            Firmware = Again(state.Firmware),
            Position = Again(state.Position),
            Drift = Again(state.Drift),
            Ahead = Again(state.Ahead),
            Recording = Again(state.Recording),
        };

    private static Reading<T>? Again<T>(Reading<T>? reading) => reading is null ? null : reading with { Sequence = 0 };

    private static Reading<T>? Newer<T>(Reading<T>? known, T value, long number) => known is null || number > known.Sequence ? new(value, number) : known;

    private static Reading<T>? Newer<T>(Reading<T>? known, T? value, long number)
        where T : struct => value is { } said ? Newer(known, said, number) : known;

    private static bool Follows(Reading<RecordingMark>? known, long number, int index) =>
        known is null || number > known.Sequence || (number == known.Sequence && index > known.Value.Index);

    /// <summary>A live report was measured now, and its events as long before as its own clock says; a kept one is told by its clock.</summary>
    private static Moment MomentOf(PulseReport report, DateTimeOffset at, DateTimeOffset now) =>
        !report.Live ? new Moment(at, now)
        : report.At - at is var ago && ago > TimeSpan.Zero && ago < Oldest ? new Moment(now - ago, null)
        : new Moment(now, null);

    private static PulseSample SampleOf(PulseState state, PulseReport report, long ahead, DateTimeOffset now)
    {
        // Before the last turn of recording it was the other way round.
        var recording = state.Recording is { } mark && (report.Sequence >= mark.Sequence ? mark.Value.Open : !mark.Value.Open);
        var shown = report.Live || report.At - now > Future ? ahead : (long?)null;
        return new PulseSample(state.On(MomentOf(report, report.At, now)), report.Battery, report.StorageFree, report.StorageTotal, shown, report.Position, recording);
    }
}
