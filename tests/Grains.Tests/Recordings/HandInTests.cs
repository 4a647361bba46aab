using System.Text.Json;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Tests.Hosting;

namespace Enforcement.Grains.Tests.Recordings;

/// <summary>The hand-in term of an announced recording and of an act that needs one: it counts, and can be missed, with no file.</summary>
public sealed class HandInTests
{
    [Theory]
    [InlineData("CM", "2026-03-03 09:00", "CM-31")]
    [InlineData("FS", "2026-03-03 09:00", "FS-31")]
    [InlineData("CZ", "2026-03-05 00:00", "CZ-29")]
    [InlineData("TA", "2026-03-05 00:00", "TA-17")]
    public async Task An_announced_recording_without_a_file_misses_its_term_with_a_finding_and_the_lateness_of_the_detection(string code, string due, string article)
    {
        await using var world = await GrainWorld.StartAsync(null, code);
        var recording = await new RecordingDriver(world, code.ToLowerInvariant(), "r1").AnnounceAsync();
        Assert.Equal((FakeLegalClock.At(due), article, "running"), await TermAsync(recording));

        world.Clock.MoveTo(due);
        world.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal(1, await world.SweepAsync());

        var view = await recording.ViewAsync();
        var (clock, finding) = (view.Clocks.Single(c => c.Rule == "hand-in"), Assert.Single(view.Findings));
        Assert.Equal(("missed", world.Clock.Now), (clock.Phase, clock.MissedDetectedAt));
        Assert.Equal(("clock.missed", article, "hand-in"), (finding.Code, finding.Article, finding.About));
        Assert.Null(view.File);
        using var missed = JsonDocument.Parse((await world.EntriesAsync("recording/r1")).Single(e => e.Name == "clock.missed").Payload);
        Assert.Equal(3 * 3600, missed.RootElement.GetProperty("detectedLateSeconds").GetInt64());
        Assert.Equal(0, await world.SweepAsync());
    }

    [Fact]
    public async Task The_lists_show_the_recording_that_was_not_handed_in()
    {
        await using var world = await GrainWorld.StartAsync(null, "CM");
        await new RecordingDriver(world, "cm", "r1").AnnounceAsync();
        world.Clock.Advance(TimeSpan.FromHours(25));
        await world.SweepAsync();

        var overdue = await world.Rows.RecordingsAsync(BureauScope.City, new RecordingQuery(OverdueAt: world.Clock.Now), new PageRequest(), CancellationToken.None);
        var row = Assert.Single(overdue.Rows);
        Assert.Equal(("r1", "announced", "missed", (DateTimeOffset?)null), (row.RecordingId, row.State, row.HandInState, row.StoredAt));
        Assert.Equal(["recording/r1/f-hand-in"], (await world.FindingsAsync("recording/r1")).Select(f => f.FindingId));
        Assert.Empty((await world.Rows.FindingsAsync(BureauScope.Of("fs"), new FindingQuery(), new PageRequest(), CancellationToken.None)).Rows);
    }

    [Fact]
    public async Task In_GC_no_hand_in_term_exists_and_none_is_missed()
    {
        await using var world = await GrainWorld.StartAsync(null, "GC");
        var recording = await new RecordingDriver(world, "gc", "r1").AnnounceAsync();
        world.Clock.Advance(TimeSpan.FromDays(400));

        Assert.Equal(0, await world.SweepAsync());
        Assert.Empty((await recording.ViewAsync()).Clocks);
    }

    [Fact]
    public async Task A_term_in_hours_is_kept_at_its_last_instant_and_missed_a_microsecond_later()
    {
        await using var world = await GrainWorld.StartAsync(null, "CM");
        var (kept, missed) = (await new RecordingDriver(world, "cm", "r1").AnnounceAsync(), await new RecordingDriver(world, "cm", "r2").AnnounceAsync());
        world.Clock.Advance(TimeSpan.FromHours(24));
        await kept.StoreAsync();
        Assert.Equal(0, await world.SweepAsync());
        world.Clock.Advance(TimeSpan.FromMicroseconds(1));
        await missed.StoreAsync();

        Assert.Equal("met", (await kept.ClockAsync("hand-in")).Phase);
        Assert.Equal("met-late", (await missed.ClockAsync("hand-in")).Phase);
        Assert.Single((await missed.ViewAsync()).Findings);
    }

    [Fact]
    public async Task A_recording_that_is_still_running_has_no_term_until_its_end_is_told()
    {
        await using var world = await GrainWorld.StartAsync(null, "CM");
        var (grain, start) = (world.Grains.GetGrain<Interfaces.Recordings.IRecordingGrain>("r1"), world.Clock.Now);
        var (announce, end) = (world.As("officer", "cm"), world.As("officer", "cm"));
        await GrainWorld.SendAsync(() => grain.AnnounceAsync(new("cm", "recorder-7", "cm-o1", "video", start), announce));
        var recording = new RecordingDriver(world, "cm", "r1");
        Assert.Empty((await recording.ViewAsync()).Clocks);

        world.Clock.Advance(TimeSpan.FromHours(30));
        await GrainWorld.SendAsync(() => grain.EndAsync(new(start.AddHours(29)), end));

        Assert.Equal(start.AddHours(29 + 24), (await recording.ClockAsync("hand-in")).DueAt);
    }

    [Fact]
    public async Task An_act_that_needs_a_recording_and_has_none_is_found_from_the_act_itself()
    {
        await using var world = await GrainWorld.StartAsync(null, "CM");
        var file = new CaseDriver(world, "CM", "c1") { Films = false };
        await file.Do("urgent-start", "on-site-inspection");
        var act = await file.LastAsync("on-site-inspection");
        var due = (await file.ClockAsync("act-hand-in")).DueAt;
        Assert.Equal(act.OccurredAt.AddHours(24), due);

        world.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(2, await world.SweepAsync()); // the late report is missed too

        var clock = await file.ClockAsync("act-hand-in");
        Assert.Equal(("missed", act.Id, "CM-31"), (clock.Phase, clock.SubjectId, clock.Article));
        Assert.Contains((await file.ViewAsync()).Findings, f => f.About == clock.Clock && f.Article == "CM-31");
        Assert.Equal((2, 2, 2), await MarksAsync(world, "c1"));

        var recording = await file.NewRecording().AnnounceAsync();
        await recording.StoreAsync();
        await file.Do("officer", (grain, caller) => grain.LinkRecordingAsync(new(act.Id, recording.Id), caller));
        await file.Do("start-report");
        Assert.Equal("met-late", (await file.ClockAsync("act-hand-in")).Phase);
        Assert.Equal((0, 2, 2), await MarksAsync(world, "c1"));
    }

    private static async Task<(DateTimeOffset?, string, string)> TermAsync(RecordingDriver recording)
    {
        var clock = await recording.ClockAsync("hand-in");
        return (clock.DueAt, clock.Article, clock.Phase);
    }

    private static async Task<(int Overdue, int Missed, int Findings)> MarksAsync(GrainWorld world, string id)
    {
        var row = await world.CaseRowAsync(id);
        return (row.OverdueCount, row.MissedCount, row.OpenFindings);
    }
}
