using Enforcement.Domain.Recorders;
using Enforcement.Domain.Regulations;
using Enforcement.Domain.Supervision;

namespace Enforcement.Domain.Tests.Recorders;

/// <summary>The register of recorders and what they tell of themselves: given facts, when a command, then facts or broken rules. What is accepted is sent twice.</summary>
public sealed class RecorderDeciderTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero);
    private static readonly RecorderLaw Law = new("CZ-28", "CZ-27", "CZ-29");
    private static readonly Person Manager = new("fm", "设备管理员", "fleet-manager", "CITY");
    private static readonly RecorderEvent.Registered Entry = new("CM", "DSJ-X9", "SN-1", 64_000_000_000, "");
    private static readonly RecorderEvent Issued = new RecorderEvent.Issued("o1", "张三", "");

    private static RecorderCommand.NoteRecordingStarted Start => new("f1", "rec-1", AvMode.Video, Noon, null, Noon);

    [Fact]
    public void Nothing_is_done_with_a_recorder_that_is_not_registered() => Refused([], new RecorderCommand.Issue("o1", "张三", ""), "recorder.unknown");

    [Fact]
    public void It_is_registered_once() => Accepted([], new RecorderCommand.Register(Entry), Entry);

    [Fact]
    public void Every_fault_of_an_entry_is_named_at_once() => Refused(
        [],
        new RecorderCommand.Register(new RecorderEvent.Registered("CM", "", "SN\u202e", -1, new string('注', 501)), IdTakenBy: "jly-1"),
        "recorder.id-similar", "recorder.model", "recorder.serial", "recorder.storage", "recorder.note");

    [Fact]
    public void A_serial_number_in_service_is_not_registered_again() => Refused([], new RecorderCommand.Register(Entry, SerialTakenBy: "JLY-2"), "recorder.serial-taken");

    [Fact]
    public void It_is_issued_once() => Accepted([Entry], new RecorderCommand.Issue("o1", "张三", ""), Issued);

    [Fact]
    public void What_another_holds_is_not_issued() => Refused([Entry, Issued], new RecorderCommand.Issue("o2", "李四", ""), "recorder.held");

    [Fact]
    public void It_is_not_issued_to_a_stranger_nor_out_of_repair() =>
        Refused([Entry, new RecorderEvent.SentToRepair("屏幕破裂")], new RecorderCommand.Issue("x", null, ""), "recorder.in-repair", "officer.unknown");

    [Fact]
    public void It_is_returned_by_its_holder() => Accepted([Entry, Issued], new RecorderCommand.Return("完好"), new RecorderEvent.Returned("o1", "张三", "完好"));

    [Fact]
    public void Repair_takes_it_out_of_the_holders_hands() => Accepted(
        [Entry, Issued], new RecorderCommand.SendToRepair("屏幕破裂"), new RecorderEvent.Returned("o1", "张三", ""), new RecorderEvent.SentToRepair("屏幕破裂"));

    [Fact]
    public void It_comes_back_from_repair() =>
        Accepted([Entry, new RecorderEvent.SentToRepair("屏幕破裂")], new RecorderCommand.FinishRepair("已换屏"), new RecorderEvent.Repaired("已换屏"));

    [Fact]
    public void A_reason_is_demanded() => Refused([Entry], new RecorderCommand.Retire(" "), "recorder.reason");

    [Fact]
    public void It_is_retired_once_and_for_ever()
    {
        Accepted([Entry, Issued], new RecorderCommand.Retire("遗失"), new RecorderEvent.Retired("遗失"));
        Refused([Entry, new RecorderEvent.Retired("遗失")], new RecorderCommand.Retire("损坏"), "recorder.retired-already");
        Refused([Entry, new RecorderEvent.Retired("遗失")], new RecorderCommand.RenewKey(), "recorder.retired");
    }

    [Fact]
    public void It_moves_to_another_bureau_out_of_the_store_only()
    {
        var elsewhere = Entry with { Bureau = "CZ" };
        Accepted([Entry], new RecorderCommand.Register(elsewhere), elsewhere);
        Refused([Entry, Issued], new RecorderCommand.Register(elsewhere), "recorder.not-in-store");
    }

    [Fact]
    public void A_recording_names_who_held_it_then() => Accepted(
        [Entry, Issued], Start, new RecorderEvent.RecordingStarted("f1", "rec-1", AvMode.Video, Noon, null, "CM", "o1", "张三"));

    [Fact]
    public void Recording_while_nobody_holds_it_is_kept_and_raised()
    {
        var facts = Decide(State(Entry), Start);
        Assert.Null(Assert.IsType<RecorderEvent.RecordingStarted>(facts[0].Event).HolderId);
        Assert.Equal(("recorder.not-issued", "CZ-27"), Raised(facts[1]));
        Assert.Empty(Decide(facts.Aggregate(State(Entry), RecorderState.Evolve), Start));
    }

    [Fact]
    public void A_recorder_that_nobody_holds_is_one_finding_until_it_is_resolved()
    {
        var state = Decide(State(Entry), Start).Aggregate(State(Entry), RecorderState.Evolve);
        for (var i = 2; i <= 20; i++)
        {
            var next = Decide(state, Start with { File = $"f{i}", RecordingId = $"rec-{i}" });
            Assert.IsType<RecorderEvent.RecordingStarted>(Assert.Single(next).Event);
            state = next.Aggregate(state, RecorderState.Evolve);
        }

        var finding = Assert.Single(state.Findings.Findings.Keys);
        state = Decide(state, new RecorderCommand.ResolveFinding(finding, "已补办领用")).Aggregate(state, RecorderState.Evolve);
        Assert.Equal(("recorder.not-issued", "CZ-27"), Raised(Decide(state, Start with { File = "g", RecordingId = "rec-g" })[1]));
    }

    [Fact]
    public void A_file_id_that_comes_again_for_another_recording_is_refused() =>
        Refused([Entry, Issued, Started()], Start with { DeviceAt = Noon.AddHours(1) }, "recorder.file-reused");

    [Fact]
    public void An_end_may_come_before_its_start()
    {
        var stopped = new RecorderEvent.RecordingStopped("f1", "rec-1", Noon, null, 5, null);
        Accepted([Entry, Issued], new RecorderCommand.NoteRecordingStopped("f1", "rec-1", Noon, null, Noon, 5, null), stopped);
        Accepted([Entry, Issued, stopped], Start, Started());
        Assert.Null(State(Entry, Issued, stopped, Started()).Running);
    }

    [Fact]
    public void Falling_silent_while_recording_is_raised_and_its_end_of_silence_kept()
    {
        var facts = Decide(State(Entry, Issued, Started()), new RecorderCommand.NoteContactLost("rec-1", Noon));
        Assert.Equal(new RecorderEvent.ContactLost("rec-1", "f1", Noon), facts[0].Event);
        Assert.Equal(("recorder.lost-while-recording", "CZ-27"), Raised(facts[1]));
        Assert.Contains("张三", ((FindingEvent.Raised)facts[1].Event).Text.Zh, StringComparison.Ordinal);
        var lost = facts.Aggregate(State(Entry, Issued, Started()), RecorderState.Evolve);
        Assert.Empty(Decide(lost, new RecorderCommand.NoteContactLost("rec-1", Noon)));
        Assert.Equal(new RecorderEvent.ContactFound("rec-1"), Assert.Single(Decide(lost, new RecorderCommand.NoteContactFound("rec-1", Noon))).Event);
    }

    [Fact]
    public void A_stored_file_that_is_not_the_declared_one_is_raised_once()
    {
        var state = State(Entry, Issued, Started(), new RecorderEvent.RecordingStopped("f1", "rec-1", Noon, null, 5, new string('a', 64)));
        Assert.Empty(Decide(state, new RecorderCommand.CompareFile("rec-1", 5, new string('a', 64))));
        var facts = Decide(state, new RecorderCommand.CompareFile("rec-1", 5, new string('b', 64)));
        Assert.Equal(("recorder.file-differs", "CZ-29"), Raised(Assert.Single(facts)));
        Assert.Empty(Decide(facts.Aggregate(state, RecorderState.Evolve), new RecorderCommand.CompareFile("rec-1", 5, new string('b', 64))));
    }

    [Fact]
    public void What_is_kept_in_memory_is_bounded_and_what_runs_is_never_dropped()
    {
        var state = State([Entry, Issued, Started(), .. Enumerable.Range(2, 200).Select(i => new RecorderEvent.RecordingStopped($"f{i}", $"rec-{i}", Noon, null, null, null))]);
        Assert.True(state.Files.Length <= 64);
        Assert.Equal("rec-1", state.Running?.RecordingId);
    }

    private static RecorderEvent.RecordingStarted Started() => new("f1", "rec-1", AvMode.Video, Noon, null, "CM", "o1", "张三");

    private static RecorderState State(params RecorderEvent[] past) => past.Select(e => new Fact(e, Noon)).Aggregate(RecorderState.None, RecorderState.Evolve);

    private static IReadOnlyList<Fact> Decide(RecorderState state, RecorderCommand command) =>
        Assert.IsType<Decision<Fact>.Accepted>(RecorderDecider.Decide(state, command, Law, Manager, Noon)).Events;

    private static (string Code, string? Article) Raised(Fact fact) => fact.Event is FindingEvent.Raised r ? (r.Code, r.Article) : default;

    private static void Accepted(RecorderEvent[] past, RecorderCommand command, params RecorderEvent[] expected)
    {
        var facts = Decide(State(past), command);
        Assert.Equal(expected, facts.Select(f => f.Event));
        Assert.Empty(Decide(facts.Aggregate(State(past), RecorderState.Evolve), command));
    }

    private static void Refused(RecorderEvent[] past, RecorderCommand command, params string[] codes) => Assert.Equal(
        codes, Assert.IsType<Decision<Fact>.Refused>(RecorderDecider.Decide(State(past), command, Law, Manager, Noon)).Violations.Select(v => v.Code));
}
