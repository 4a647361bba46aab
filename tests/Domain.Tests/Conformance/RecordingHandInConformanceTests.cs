using System.Collections.Immutable;
using Enforcement.Domain.Cases;
using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Recordings;
using Enforcement.Domain.Regulations;
using Enforcement.Domain.Tests.Deadlines;
using Enforcement.Domain.Tests.Regulations;

namespace Enforcement.Domain.Tests.Conformance;

/// <summary>The hand-in term of a recording from its announcement, with no file and no case, under each of the five regulations.</summary>
public sealed class RecordingHandInConformanceTests
{
    // Friday evening
    private static readonly DateTimeOffset Ended = TestCalendar.At("2026-03-06 18:30").ToUniversalTime();
    private static readonly FileFacts File = new(new string('a', 64), new string('b', 64), 1, new string('c', 64), 1, "a.mp4", "video/mp4", "u1");

    [Theory, Proves("CM-31", "FS-31", "CZ-29", "TA-17")]
    [InlineData(Siblings.CM, "CM-31", "2026-03-07 18:30")]
    [InlineData(Siblings.FS, "FS-31", "2026-03-07 18:30")]
    [InlineData("cz/undated", "CZ-29", "2026-03-11 00:00")]
    [InlineData("ta/2017-08-01", "TA-17", "2026-03-11 00:00")]
    public void An_announced_recording_is_due_by_the_number_of_its_regulation_and_is_missed_without_any_file(string id, string article, string due)
    {
        var state = Announced(id);
        var clock = state.Clocks.Find("hand-in")!;
        Assert.Equal((article, TestCalendar.At(due)), (clock.Article, clock.Due.At));
        var missed = After(id, state, new RecordingCommand.CheckDeadlines(), TestCalendar.At(due).AddSeconds(1));
        Assert.NotNull(missed.Clocks.Find("hand-in")!.Miss);
        Assert.Equal(article, Assert.Single(missed.Findings.Findings).Value.Raised.Article);
    }

    [Theory, Proves("CM-31", "FS-31", "CZ-29", "TA-17")]
    [InlineData(Siblings.CM)]
    [InlineData(Siblings.FS)]
    [InlineData("cz/undated")]
    [InlineData("ta/2017-08-01")]
    public void The_term_stops_when_the_store_has_the_verified_file(string id) =>
        Assert.Equal(ClockPhase.Met, After(id, Announced(id), new RecordingCommand.Store(File), Ended.AddHours(24)).Clocks.Find("hand-in")!.Phase);

    [Fact, Proves("GC-30")]
    public void Ecology_knows_no_such_term() => Assert.Empty(Announced(Siblings.GC).Clocks.Clocks);

    [Theory, Proves("CM-31", "CZ-29", "TA-17")]
    [InlineData(Siblings.CM)]
    [InlineData("cz/undated")]
    [InlineData("ta/2017-08-01")]
    public void Only_the_culture_market_excuses_remote_work(string id) =>
        Refused(id, Announced(id), new RecordingCommand.DeclareRemoteWork("away", "出差"), Ended).Names("remote-work.none", ShippedProfiles.Profile(id).Scope.Article);

    [Theory, Proves("FS-31")]
    [InlineData("continuous")]
    [InlineData("away")]
    [InlineData("remote")]
    public void In_the_culture_market_remote_work_declared_in_time_moves_the_term_to_24_hours_from_the_return(string ground)
    {
        var declared = After(Siblings.FS, Announced(Siblings.FS), new RecordingCommand.DeclareRemoteWork(ground, "确实不能及时移交"), Ended.AddHours(20));
        Assert.Equal(ClockPhase.Waiting, declared.Clocks.Find("hand-in")!.Phase);
        var back = After(Siblings.FS, declared, new RecordingCommand.DeclareReturn(Ended.AddHours(70)), Ended.AddHours(71));
        Assert.Equal((Ended.AddHours(94), "FS-31"), (back.Clocks.Find("hand-in")!.Due.At, back.Clocks.Find("hand-in")!.Article));
        Assert.Equal(ClockPhase.Met, After(Siblings.FS, back, new RecordingCommand.Store(File), Ended.AddHours(94)).Clocks.Find("hand-in")!.Phase);
    }

    [Fact, Proves("FS-31")]
    public void Remote_work_is_declared_with_its_ground_and_reason_and_before_the_term_ends()
    {
        var state = Announced(Siblings.FS);
        Refused(Siblings.FS, state, new RecordingCommand.DeclareRemoteWork("busy", ""), Ended.AddHours(1)).Names("remote-work.ground", "FS-31").Names("remote-work.reason", "FS-31");
        Refused(Siblings.FS, state, new RecordingCommand.DeclareRemoteWork("away", "出差"), Ended.AddHours(25)).Names("remote-work.too-late", "FS-31");
    }

    [Theory, Proves("CZ-32", "TA-19")]
    [InlineData("cz/undated")]
    [InlineData("ta/2017-08-01")]
    public void An_original_is_never_replaced(string id)
    {
        var stored = After(id, Announced(id), new RecordingCommand.Store(File), Ended);
        Assert.Contains(Refused(id, stored, new RecordingCommand.Store(File with { Sha256 = new string('d', 64) }), Ended), v => v.Code == "recording.original-kept");
    }

    private static RecordingState Announced(string id) =>
        After(id, RecordingState.None, new RecordingCommand.Announce("bureau", "rec-1", "o1", "张三", AvMode.Video, Ended.AddMinutes(-30), Ended, "某路"), Ended);

    private static RecordingState After(string id, RecordingState state, RecordingCommand command, DateTimeOffset now) =>
        Assert.IsType<Decision<Fact>.Accepted>(Decide(id, state, command, now)).Events.Aggregate(state, RecordingState.Evolve);

    private static ImmutableArray<Violation> Refused(string id, RecordingState state, RecordingCommand command, DateTimeOffset now) =>
        [.. Assert.IsType<Decision<Fact>.Refused>(Decide(id, state, command, now)).Violations];

    private static Decision<Fact> Decide(string id, RecordingState state, RecordingCommand command, DateTimeOffset now) =>
        RecordingDecider.Decide(state, command, new CaseLaw(ShippedProfiles.Pinned(id), TestCalendar.Workdays), new Person("o1", "张三", "officer", "bureau"), now);
}
