using Enforcement.Domain.Recorders.Telemetry;
using static Enforcement.Domain.Tests.Recorders.Telemetry.Reports;

namespace Enforcement.Domain.Tests.Recorders.Telemetry;

public sealed class PulseTests
{
    [Fact]
    public void A_late_report_fills_gaps_and_overwrites_nothing_newer()
    {
        var state = After(Report(2, battery: 50), Report(1, battery: 90) with { Firmware = "1.2" });

        Assert.Equal(50, state.Battery!.Value);
        Assert.Equal("1.2", state.Firmware!.Value);
    }

    [Fact]
    public void A_repeated_report_changes_nothing_even_with_other_content()
    {
        var before = After(Report(1, battery: 80));

        var step = Pulse.Apply(before, Report(1, battery: 10), Now.AddMinutes(1));

        Assert.Equal(PulseVerdict.Repeated, step.Verdict);
        Assert.Equal(before, step.State);
        Assert.Null(step.Sample);
    }

    [Fact]
    public void Only_a_live_report_is_contact()
    {
        var kept = After(Report(1, at: Now.AddHours(-1), battery: 40, live: false));

        Assert.Null(kept.Contact);
        Assert.Equal(40, kept.Battery!.Value);

        var live = Pulse.Apply(kept, Report(2), Now).State;
        var later = Pulse.Apply(live, Report(3, at: Now, live: false), Now.AddMinutes(10)).State;
        Assert.Equal(Now, later.Contact!.Value);
    }

    [Fact]
    public void A_live_report_that_was_overtaken_does_not_revive()
    {
        var state = Pulse.Apply(After(Report(9)), Report(8), Now.AddMinutes(20)).State;

        Assert.Equal(Now, state.Contact!.Value);
    }

    [Fact]
    public void A_clock_that_is_two_hours_ahead_is_seen_and_never_believed()
    {
        var step = Pulse.Apply(new PulseState(), Report(1, at: Now.AddHours(2), events: [Started("a", Now.AddHours(2).AddSeconds(-10))]), Now);

        Assert.Equal(2 * 3_600_000, step.State.DriftMs);
        Assert.Equal(Now, step.State.Contact!.Value);
        Assert.Equal(Now, step.Sample!.At);
        Assert.Equal(Now.AddSeconds(-10), step.Notes.Single().At);

        // A report kept by the same clock is put where it belongs.
        var kept = Pulse.Apply(step.State, Report(2, at: Now.AddHours(1), live: false), Now.AddMinutes(1));
        Assert.Equal(Now.AddHours(-1), kept.Sample!.At);
    }

    [Fact]
    public void A_kept_report_from_the_future_shows_a_wrong_clock_and_happened_no_later_than_now()
    {
        var step = Pulse.Apply(new PulseState(), Report(1, at: Now.AddHours(3), live: false), Now);

        Assert.Equal(PulseVerdict.Taken, step.Verdict);
        Assert.Equal(3 * 3_600_000, step.State.DriftMs);
        Assert.Equal(Now, step.Sample!.At);
        Assert.Null(step.State.Contact);

        // A live report knows better.
        Assert.Equal(-5000, Pulse.Apply(step.State, Report(2, at: Now.AddSeconds(-5)), Now).State.DriftMs);
    }

    [Fact]
    public void The_highest_number_says_whether_it_records()
    {
        var started = Report(3, events: [Started("b")]);
        var stopped = Report(4, events: [Stopped("b")]);

        Assert.Null(After(started, stopped).RecordingFile);
        Assert.Null(After(stopped, started).RecordingFile); // the stop came first
        Assert.Equal("b", After(Report(1, events: [Started("a")]), started, Report(2, events: [Stopped("a")])).RecordingFile); // two starts, one stop
        Assert.Null(After(Report(5, events: [Started("c"), Stopped("c")])).RecordingFile); // both in one report
    }

    [Fact]
    public void Every_recording_event_is_told_once_with_or_without_its_partner()
    {
        var alone = Pulse.Apply(new PulseState(), Report(4, events: [Stopped("never-started")]), Now);
        var again = Pulse.Apply(alone.State, Report(4, events: [Stopped("never-started")]), Now);

        Assert.Equal("never-started", Assert.Single(alone.Notes).Event.File);
        Assert.Empty(again.Notes);
    }

    [Fact]
    public void An_event_of_a_live_report_is_as_old_as_the_device_says_unless_its_clock_was_set_in_between()
    {
        Assert.Equal(Now.AddMinutes(-3), After(Report(1, events: [Started("a", Now.AddMinutes(-3))])).RecordingSince);
        Assert.Equal(Now, After(Report(1, events: [Started("a", DateTimeOffset.UnixEpoch)])).RecordingSince);
        Assert.Equal(Now, After(Report(1, events: [Started("a", Now.AddMinutes(3))])).RecordingSince);
    }

    [Fact]
    public void A_new_key_begins_a_new_count_and_keeps_what_is_known()
    {
        var before = After(Report(900, battery: 70));
        var after = Pulse.UnderKey(before, 2);

        Assert.Equal(PulseVerdict.Taken, Pulse.Apply(after, Report(1, battery: 60), Now).Verdict);
        Assert.Equal(70, after.Battery!.Value);
        Assert.Equal(60, Pulse.Apply(after, Report(1, battery: 60), Now).State.Battery!.Value);
        Assert.Same(after, Pulse.UnderKey(after, 2));
    }

    public static TheoryData<string, PulseReport> Implausible() => new()
    {
        { "telemetry.sequence", Report(0) },
        { "telemetry.instant", Report(1, at: DateTimeOffset.MinValue) },
        { "telemetry.instant", Report(1, at: DateTimeOffset.MaxValue) },
        { "telemetry.battery", Report(1, battery: 101) },
        { "telemetry.battery", Report(1, battery: -1) },
        { "telemetry.storage", Report(1) with { StorageFree = -1 } },
        { "telemetry.storage", Report(1) with { StorageFree = 11, StorageTotal = 10 } },
        { "telemetry.firmware", Report(1) with { Firmware = new string('x', 101) } },
        { "telemetry.firmware", Report(1) with { Firmware = "1\u0000" } },
        { "telemetry.position", Report(1) with { Position = new Place(900_000_001, 0) } },
        { "telemetry.position", Report(1) with { Position = new Place(0, -1_800_000_001) } },
        { "telemetry.events", Report(1, events: [.. Enumerable.Repeat(Sos, 33)]) },
        { "telemetry.event-kind", Report(1, events: [Sos with { Kind = "exploded" }]) },
        { "telemetry.event-file", Report(1, events: [Started("")]) },
        { "telemetry.event-mode", Report(1, events: [Started("a") with { Mode = "smell" }]) },
        { "telemetry.event-size", Report(1, events: [Stopped("a") with { Size = -1 }]) },
        { "telemetry.event-hash", Report(1, events: [Stopped("a") with { Sha256 = "ABC" }]) },
        { "telemetry.event-code", Report(1, events: [Fault("") with { Code = null }]) },
        { "telemetry.event-detail", Report(1, events: [Fault("e1") with { Detail = new string('长', 501) }]) },
        { "telemetry.event-detail", Report(1, events: [Fault("e1") with { Detail = "\u202e" }]) },
    };

    [Theory]
    [MemberData(nameof(Implausible))]
    public void What_cannot_be_true_is_refused_and_its_number_stays_free(string code, PulseReport report)
    {
        var step = Pulse.Apply(new PulseState(), report, Now);

        Assert.Equal(PulseVerdict.Refused, step.Verdict);
        Assert.Equal(code, step.Broken!.Code);
        Assert.NotEmpty(step.Broken.Text.Zh);
        Assert.NotEmpty(step.Broken.Text.En);
        Assert.Equal(new PulseState(), step.State);
    }

    [Fact]
    public void Four_byte_characters_are_text_like_any_other() =>
        Assert.Equal(PulseVerdict.Taken, Pulse.Apply(new PulseState(), Report(1, events: [Fault("𠮷") with { Detail = "𠮷野的设备 <script>" }]), Now).Verdict);
}
