using Enforcement.Domain.Deadlines;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Tests.Hosting;
using Enforcement.Tests.Shared;

namespace Enforcement.Grains.Tests.Cases;

/// <summary>The terms of a case in its grain: re-opened, stopped, suspended, extended, replaced by another law, counted again.</summary>
public sealed class TermTests
{
    [Theory]
    [InlineData("CM")]
    [InlineData("FS")]
    [InlineData("GC")]
    public async Task A_late_report_sent_back_runs_again_to_its_original_end_and_can_then_be_missed(string code)
    {
        await using var world = await GrainWorld.StartAsync(null, code);
        var file = await new CaseDriver(world, code, "c1").Do("urgent-start");
        var due = (await file.ClockAsync("late-report")).DueAt;
        await file.Do("start-report");
        Assert.Equal("met", (await file.ClockAsync("late-report")).Phase);

        await file.Do([.. Walks.Approved(code)[1..^1], "start-approval outcome=returned"]);
        Assert.Equal(("running", due), await PhaseAsync(file, "late-report"));

        world.Clock.Advance(TimeSpan.FromHours(24));
        Assert.True(await world.SweepAsync() >= 1);
        Assert.Equal(("missed", due), await PhaseAsync(file, "late-report"));
        await file.Do(Walks.Approved(code));
        Assert.Equal(("met-late", due), await PhaseAsync(file, "late-report"));
        Assert.Equal(1, (await world.CaseRowAsync("c1")).MissedCount);
    }

    [Fact]
    public async Task In_TA_the_term_stops_with_the_approval_and_not_with_the_form()
    {
        await using var world = await GrainWorld.StartAsync(null, "TA");
        var file = await new CaseDriver(world, "TA", "c1").Do("urgent-start", "start-report");
        Assert.Equal("running", (await file.ClockAsync("late-report")).Phase);

        await file.Do("start-approval outcome=approved");
        Assert.Equal(("met", world.Clock.Now), ((await file.ClockAsync("late-report")).Phase, (await file.ClockAsync("late-report")).StoppedAt));
    }

    [Fact]
    public async Task Appraisal_time_does_not_count_towards_the_seizure_and_a_leader_extends_it_once()
    {
        await using var world = await GrainWorld.StartAsync(null, "CM");
        var file = await new CaseDriver(world, "CM", "c1").Do(["urgent-start", .. Walks.Approved("CM"), "seal-seizure urgent=true"]);
        Assert.Equal(("running", FakeLegalClock.At("2026-04-02 00:00")), await PhaseAsync(file, "seal-seizure-term"));

        await file.Do("appraisal-commission");
        Assert.Equal("suspended", (await file.ClockAsync("seal-seizure-term")).Phase);
        world.Clock.MoveTo("2026-04-20 09:00");
        await world.SweepAsync();
        Assert.Equal("suspended", (await file.ClockAsync("seal-seizure-term")).Phase);

        await file.Do("appraisal-result"); // 3 to 20 March are left out: the term had begun on the 2nd
        Assert.Equal(("running", FakeLegalClock.At("2026-05-21 00:00")), await PhaseAsync(file, "seal-seizure-term"));
        await file.Do("extension term=seal-seizure");
        Assert.Equal(("running", FakeLegalClock.At("2026-06-20 00:00")), await PhaseAsync(file, "seal-seizure-term"));
        await file.Do("extension term=seal-seizure");
        Assert.Equal(("running", FakeLegalClock.At("2026-06-20 00:00")), await PhaseAsync(file, "seal-seizure-term"));
        await file.Do("measure-lifted");
        Assert.Equal("met", (await file.ClockAsync("seal-seizure-term")).Phase);
    }

    [Fact]
    public async Task A_suspension_or_extension_after_the_end_saves_nothing()
    {
        await using var world = await GrainWorld.StartAsync(null, "CM");
        var file = await new CaseDriver(world, "CM", "c1").Do(["urgent-start", .. Walks.Approved("CM"), "seal-seizure urgent=true"]);
        world.Clock.MoveTo("2026-04-02 09:00");

        await file.Do("appraisal-commission", "extension term=seal-seizure");

        Assert.Equal(("missed", FakeLegalClock.At("2026-04-02 00:00")), await PhaseAsync(file, "seal-seizure-term"));
    }

    [Fact]
    public async Task Another_law_replaces_a_term_with_its_source_where_the_regulation_lets_it()
    {
        await using var world = await GrainWorld.StartAsync(null, "CM", "CZ");
        var file = await EndedAsync(world, "CM", "c1");
        var ended = (await file.ViewAsync()).EndedAt!.Value;

        await file.Do("officer", (grain, caller) => grain.OverrideClockAsync(new("archive", "days", 90, "档案管理规章第十条", "规章另有规定"), caller));

        var clock = await file.ClockAsync("archive");
        Assert.Equal(ChinaTime.EndOfDay(ChinaTime.DayOf(ended).AddDays(90)), clock.DueAt);
        Assert.Contains("档案管理规章第十条", clock.Sentence.Zh, StringComparison.Ordinal);
        var nameless = await file.TryAsync("officer", (grain, caller) => grain.OverrideClockAsync(new("archive", "days", 90, " ", " "), caller));
        Assert.Equal(["source", "reason"], nameless.Broken.Select(b => b.Member));

        var licence = new CaseDriver(world, "CZ", "c2", "licence", "application");
        await licence.Do("application", "application-outcome outcome=not-accepted", "end-of-act ground=not-accepted");
        var refused = await licence.TryAsync("officer", (grain, caller) => grain.OverrideClockAsync(new("archive", "days", 90, "某规章", "理由"), caller));
        Assert.Equal(["clock.no-override"], refused.Broken.Select(b => b.Code));
    }

    [Fact]
    public async Task A_term_that_reaches_into_an_unpublished_year_is_provisional_and_counted_again_once_when_the_year_comes()
    {
        await using var world = await GrainWorld.StartAsync(null, "TA");
        world.Clock.MoveTo("2026-12-30 08:00");
        var file = new CaseDriver(world, "TA", "c1") { Films = false };
        await file.Do("urgent-start", "on-site-inspection");
        var before = await file.ClockAsync("act-hand-in");
        Assert.Equal((FakeLegalClock.At("2027-01-02 00:00"), true), (before.DueAt, before.Provisional));

        world.Library.Publish(world.Library.Calendar.WithYear(NewYear(2027)));
        await GrainWorld.SendAsync(file.Grain.RecountAsync);
        await GrainWorld.SendAsync(file.Grain.RecountAsync);

        var after = await file.ClockAsync("act-hand-in");
        Assert.Equal((FakeLegalClock.At("2027-01-05 00:00"), false), (after.DueAt, after.Provisional));
        Assert.Single(await world.EntriesAsync("case/c1"), e => e.Name == "clock.restated" && e.Payload.Contains("calendar-published", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_provisional_hand_in_term_of_a_recording_is_counted_again_once()
    {
        await using var world = await GrainWorld.StartAsync(null, "CZ");
        world.Clock.MoveTo("2026-12-30 10:00");
        var recording = await new RecordingDriver(world, "cz", "r1").AnnounceAsync();
        Assert.True((await recording.ClockAsync("hand-in")).Provisional);
        var grain = world.Grains.GetGrain<Interfaces.Recordings.IRecordingGrain>("r1");

        world.Library.Publish(world.Library.Calendar.WithYear(NewYear(2027)));
        await GrainWorld.SendAsync(grain.RecountAsync);
        await GrainWorld.SendAsync(grain.RecountAsync);

        Assert.Equal(FakeLegalClock.At("2027-01-05 00:00"), (await recording.ClockAsync("hand-in")).DueAt);
        Assert.Single(await world.EntriesAsync("recording/r1"), e => e.Name == "clock.restated");
    }

    [Fact]
    public async Task A_refused_start_blocks_every_further_step_of_the_procedure()
    {
        await using var world = await GrainWorld.StartAsync(null, "CM");
        var file = await new CaseDriver(world, "CM", "c1").Do([.. new[] { "urgent-start" }, .. Walks.Approved("CM")[..^1], "start-approval outcome=refused"]);

        var refused = await file.TryAsync("inquiry");
        Assert.Equal(["start.refused"], refused.Broken.Select(b => b.Code));
        Assert.All(refused.Broken, b => Assert.False(string.IsNullOrWhiteSpace(b.ArticleText)));
        var next = (await file.ViewAsync()).Next;
        Assert.Contains(next.Single(n => n.Form.Kind == "inquiry").Blocked, b => b.Code == "start.refused");
        Assert.Empty(next.Single(n => n.Form.Kind == "start-report").Blocked);
        await file.Do("end-of-act ground=dropped");
    }

    [Fact]
    public async Task A_late_entry_far_back_needs_a_leaders_consent_that_serves_once_and_its_terms_are_missed_at_once()
    {
        await using var world = await GrainWorld.StartAsync(null, "CM");
        world.Clock.MoveTo("2026-03-20 09:00");
        var file = await new CaseDriver(world, "CM", "c1") { Films = false }.Do("urgent-start");
        var happened = world.Clock.Now.AddDays(-8);
        ActDraft Back(ActDraft d) => d with { OccurredAt = happened };

        Assert.Equal(["instant.too-far-back"], await file.RefusedAsync("on-site-inspection", Back));
        Assert.Equal(["act.role"], (await file.TryAsync("late-entry-consent reason=系统停用", role: "officer")).Broken.Select(b => b.Code));
        Assert.True((await file.TryAsync("late-entry-consent reason=系统停用", role: "main-leader")).Done);
        var consent = (await file.LastAsync("late-entry-consent")).Id;
        Assert.True((await file.TryAsync("on-site-inspection", d => Back(d) with { ConsentAct = consent })).Done);

        var act = await file.LastAsync("on-site-inspection");
        Assert.Equal((true, "main-leader某：系统停用", happened), (act.LateEntry, act.Consent, act.OccurredAt));
        Assert.Equal(("missed", happened.AddHours(24)), await PhaseAsync(file, "act-hand-in"));
        Assert.Equal(["consent.invalid"], await file.RefusedAsync("inquiry", d => Back(d) with { ConsentAct = consent }));
    }

    [Fact]
    public async Task An_instant_in_the_future_is_refused()
    {
        await using var world = await GrainWorld.StartAsync(null, "CM");
        var file = await new CaseDriver(world, "CM", "c1").Do("urgent-start");

        Assert.Equal(["instant.future"], await file.RefusedAsync("inquiry", d => d with { OccurredAt = world.Clock.Now.AddSeconds(1) }));
    }

    private static async Task<CaseDriver> EndedAsync(GrainWorld world, string code, string id) =>
        await new CaseDriver(world, code, id).Do(["urgent-start", .. Walks.Approved(code), "end-of-act ground=not-established"]);

    private static async Task<(string, DateTimeOffset?)> PhaseAsync(CaseDriver file, string rule)
    {
        var clock = await file.ClockAsync(rule);
        return (clock.Phase, clock.DueAt);
    }

    private static WorkCalendarYear NewYear(int year) => new()
    {
        Year = year,
        Revision = 1,
        Notices = [new CalendarNotice(null, "测试用放假安排")],
        Origin = "made for this test",
        Holidays = [new Holiday("元旦", new DateOnly(year, 1, 1), new DateOnly(year, 1, 3))],
        MakeUpDays = [],
    };
}
