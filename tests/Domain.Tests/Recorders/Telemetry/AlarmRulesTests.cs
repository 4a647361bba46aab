using Enforcement.Domain.Recorders.Telemetry;
using static Enforcement.Domain.Tests.Recorders.Telemetry.Reports;

namespace Enforcement.Domain.Tests.Recorders.Telemetry;

public sealed class AlarmRulesTests
{
    private static readonly Standing Issued = new("r1", Issued: true, Retired: false, StorageBytes: 0);
    private static readonly Standing InStore = Issued with { Issued = false };

    [Fact]
    public void A_low_battery_in_use_is_raised_once_and_cleared_above_the_upper_bound()
    {
        var (book, first) = Judge(AlarmBook.Empty, Issued, After(Report(1, battery: 19)));
        Assert.Equal(["+battery-low"], first);
        (book, var again) = Judge(book, Issued, After(Report(1, battery: 3)));
        Assert.Empty(again);
        (book, var edge) = Judge(book, Issued, After(Report(1, battery: 22)));
        Assert.Empty(edge);
        (_, var good) = Judge(book, Issued, After(Report(1, battery: 25)));
        Assert.Equal(["-battery-low"], good);
    }

    [Fact]
    public void A_low_battery_in_the_store_or_at_the_charger_is_no_alarm()
    {
        Assert.Empty(Judge(AlarmBook.Empty, InStore, After(Report(1, battery: 5))).Told);
        Assert.Empty(Judge(AlarmBook.Empty, Issued, After(Report(1, battery: 5) with { Docked = true })).Told);
        var (book, _) = Judge(AlarmBook.Empty, Issued, After(Report(1, battery: 5)));
        Assert.Equal(["-battery-low"], Judge(book, Issued, After(Report(1, battery: 6) with { Charging = true })).Told);
        Assert.Equal(["-battery-low"], Judge(book, InStore, After(Report(1, battery: 6))).Told);
    }

    [Fact]
    public void Storage_and_clock_have_two_bounds_each()
    {
        var (book, told) = Judge(AlarmBook.Empty, Issued, After(Report(1, at: Now.AddSeconds(31)) with { StorageFree = 9, StorageTotal = 100 }));
        Assert.Equal(["+storage-low", "+clock-drift"], told);
        (book, told) = Judge(book, Issued, After(Report(1, at: Now.AddSeconds(-20)) with { StorageFree = 12, StorageTotal = 100 }));
        Assert.Empty(told);
        (_, told) = Judge(book, Issued, After(Report(1, at: Now.AddSeconds(2)) with { StorageFree = 15, StorageTotal = 100 }));
        Assert.Equal(["-storage-low", "-clock-drift"], told);
    }

    [Fact]
    public void The_registered_size_serves_when_the_device_names_none() =>
        Assert.Equal(["+storage-low"], Judge(AlarmBook.Empty, Issued with { StorageBytes = 1000 }, After(Report(1) with { StorageFree = 50 })).Told);

    [Fact]
    public void Recording_without_a_holder_is_an_alarm_until_it_ends_or_is_issued()
    {
        var recording = After(Report(1, events: [Started("f")]));
        var (book, told) = Judge(AlarmBook.Empty, InStore, recording);
        Assert.Equal(["+not-issued"], told);
        Assert.Equal(["-not-issued"], Judge(book, Issued, recording).Told);
        Assert.Equal(["-not-issued"], Judge(book, InStore, After(Report(1, events: [Started("f"), Stopped("f")]))).Told);
    }

    [Fact]
    public void A_call_for_help_ends_when_it_was_seen_and_may_come_again()
    {
        var step = Pulse.Apply(new PulseState(), Report(1, events: [Sos, Sos]), Now);
        var first = AlarmRules.Judge(AlarmBook.Empty, Issued, step.State, step.Notes);
        Assert.Equal(["+sos"], Told(first));

        var seen = AlarmRules.Seen(first.Book, "r1-1");
        Assert.Equal(["-sos"], Told(seen));
        Assert.Equal(["+sos"], Told(AlarmRules.Judge(seen.Book, Issued, step.State, step.Notes)));
    }

    [Fact]
    public void Seeing_a_low_battery_does_not_end_it()
    {
        var (book, _) = Judge(AlarmBook.Empty, Issued, After(Report(1, battery: 5)));

        var seen = AlarmRules.Seen(book, "r1-1");

        Assert.Empty(seen.Changes);
        Assert.Equal(["battery-low"], seen.Book.Standing.Select(static a => a.Kind));
    }

    [Fact]
    public void A_state_that_comes_and_goes_is_one_alarm_until_somebody_has_seen_it()
    {
        var (low, good) = (After(Report(1, battery: 5)), After(Report(1, battery: 90)));
        var (book, told) = Judge(AlarmBook.Empty, Issued, low);
        for (var i = 0; i < 10; i++)
        {
            (book, told) = Judge(book, Issued, good);
            Assert.Equal(["-battery-low"], told);
            (book, told) = Judge(book, Issued, low);
            Assert.Equal(["again battery-low r1-1 1"], told);
        }

        Assert.Empty(book.Waiting);
        (book, _) = Judge(AlarmRules.Seen(book, "r1-1").Book, Issued, good);
        Assert.Empty(book.Waiting);
        (book, told) = Judge(book, Issued, low);
        Assert.Equal(["+battery-low"], told);
        Assert.Equal("r1-2", Assert.Single(book.Standing).Id);
    }

    [Fact]
    public void One_that_was_seen_after_its_cause_was_gone_is_followed_by_a_new_one()
    {
        var (book, _) = Judge(AlarmBook.Empty, Issued, After(Report(1, battery: 5)));
        (book, _) = Judge(book, Issued, After(Report(1, battery: 90)));
        Assert.Single(book.Waiting);
        book = AlarmRules.Seen(book, "r1-1").Book;
        Assert.Empty(book.Waiting);
        Assert.Equal(["+battery-low"], Judge(book, Issued, After(Report(1, battery: 5))).Told);
    }

    [Fact]
    public void A_recorder_that_nobody_holds_has_one_alarm_on_which_its_recordings_are_counted()
    {
        var (idle, recording) = (After(Report(1, events: [Started("f"), Stopped("f")])), After(Report(1, events: [Started("g")])));
        var (book, told) = Judge(AlarmBook.Empty, InStore with { Unheld = 2 }, recording);
        Assert.Equal(["+not-issued"], told);
        (book, told) = Judge(book, InStore with { Unheld = 3 }, idle);
        Assert.Equal(["again not-issued r1-1 3", "-not-issued"], told);
        (book, told) = Judge(book, InStore, idle);
        Assert.Empty(told);

        // Begun and ended between two reports: it was used all the same.
        (book, told) = Judge(book, InStore with { Unheld = 1 }, idle);
        Assert.Equal(["again not-issued r1-1 1"], told);
        (book, told) = Judge(book, Issued, idle);
        Assert.Equal(["-not-issued"], told);
        Assert.Equal(1, book.Count);
    }

    [Fact]
    public void Each_loss_of_contact_is_an_alarm_of_its_own()
    {
        var recording = After(Report(1, events: [Started("f")]));
        var book = AlarmRules.Judge(AlarmBook.Empty, Issued, recording with { LostAt = Now }, []).Book;
        (book, _) = Judge(book, Issued, recording);
        Assert.Empty(book.Waiting);
        Assert.Equal(["+lost-while-recording"], Told(AlarmRules.Judge(book, Issued, recording with { LostAt = Now }, [])));
    }

    [Fact]
    public void A_device_that_invents_faults_makes_no_flood()
    {
        var book = AlarmBook.Empty;
        for (var n = 0; n < 100; n++)
        {
            var step = Pulse.Apply(new PulseState(), Report(1, events: [Fault($"e{n}"), Fault($"e{n}")]), Now);
            book = AlarmRules.Judge(book, Issued, step.State, step.Notes).Book;
        }

        Assert.Equal(16, book.Standing.Length);
        Assert.Equal(book.Standing.Length, book.Standing.Select(static a => a.Id).Distinct().Count());
    }

    [Fact]
    public void Lost_is_raised_by_the_mark_and_cleared_with_it()
    {
        var recording = After(Report(1, events: [Started("f")]));
        var lost = AlarmRules.Judge(AlarmBook.Empty, Issued, recording with { LostAt = Now }, []);
        var raised = Assert.IsType<AlarmChange.Raised>(Assert.Single(lost.Changes));
        Assert.Equal("f", raised.RecordingId);
        Assert.Contains("10:00:00", raised.Text.Zh, StringComparison.Ordinal);
        Assert.Equal("high", AlarmKinds.SeverityOf(raised.Alarm.Kind));
        Assert.Equal(["-lost-while-recording"], Judge(lost.Book, Issued, recording).Told);
    }

    [Fact]
    public void A_retired_recorder_that_reports_is_told_once()
    {
        var first = AlarmRules.Retired(AlarmBook.Empty, "r1");
        Assert.Equal(["+retired-reports"], Told(first));
        Assert.Empty(AlarmRules.Retired(first.Book, "r1").Changes);
    }

    private static (AlarmBook Book, string[] Told) Judge(AlarmBook book, Standing standing, PulseState pulse)
    {
        var judgement = AlarmRules.Judge(book, standing, pulse, []);
        return (judgement.Book, Told(judgement));
    }

    private static string[] Told(AlarmJudgement judgement) =>
        [.. judgement.Changes.Select(static c => c switch { AlarmChange.Raised r => "+" + r.Alarm.Kind, AlarmChange.Cleared x => "-" + x.Alarm.Kind, AlarmChange.Again a => $"again {a.Alarm.Kind} {a.Alarm.Id} {a.Times}", _ => "?" })];
}
