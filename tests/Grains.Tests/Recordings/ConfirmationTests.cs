using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Tests.Hosting;

namespace Enforcement.Grains.Tests.Recordings;

/// <summary>A case learns that a recording it linked while only announced has been stored; also when the process ended between the two.</summary>
public sealed class ConfirmationTests
{
    [Fact]
    public async Task A_recording_stored_after_linking_completes_the_act_and_meets_its_term()
    {
        await using var world = await GrainWorld.StartAsync(null, "CM");
        var (file, recording) = await LinkedAsync(world, "CM");
        Assert.Equal(("missing", "running"), await StateAsync(file));

        world.Clock.Advance(TimeSpan.FromHours(5));
        var stored = await recording.HandInAsync(file.Id);

        Assert.Equal(("present", "met"), await StateAsync(file));
        Assert.Equal(stored.Sha256, (await file.LastAsync("on-site-inspection")).Recordings[0].Sha256);
        Assert.Equal(world.Clock.Now, (await file.ClockAsync("act-hand-in")).StoppedAt);
    }

    [Fact]
    public async Task A_confirmation_that_was_lost_with_the_process_is_learnt_when_the_case_is_looked_at()
    {
        await using var world = await GrainWorld.StartAsync(null, "CM");
        var (file, recording) = await LinkedAsync(world, "CM");
        await recording.StoreAsync();
        await world.RestartAsync();

        Assert.Equal(("present", "met"), await StateAsync(file));
    }

    [Fact]
    public async Task A_confirmation_that_was_lost_is_learnt_before_the_term_is_judged()
    {
        await using var world = await GrainWorld.StartAsync(null, "CM");
        var (file, recording) = await LinkedAsync(world, "CM");
        world.Clock.Advance(TimeSpan.FromHours(20));
        await recording.StoreAsync();
        var storedAt = world.Clock.Now;
        await file.Do("start-report");
        await world.RestartAsync();
        world.Clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal(0, await world.SweepAsync());
        var clock = await file.ClockAsync("act-hand-in");
        Assert.Equal(("met", storedAt), (clock.Phase, clock.StoppedAt));
    }

    [Fact]
    public async Task In_GC_without_any_hand_in_term_the_lost_confirmation_does_not_keep_the_file_from_the_archive()
    {
        await using var world = await GrainWorld.StartAsync(null, "GC");
        var (file, recording) = await LinkedAsync(world, "GC");
        await file.Do("start-report", "start-approval outcome=approved", "end-of-act ground=not-established", "archive-handover");
        Assert.Equal(["archive.incomplete"], await file.RefusedAsync("archive"));
        await recording.StoreAsync();
        await world.RestartAsync();

        await file.Do("archive");
        Assert.Equal("archived", (await file.ViewAsync()).Stage.Id);
    }

    [Fact]
    public async Task A_stored_file_stays_the_original_whatever_comes_under_the_same_recording()
    {
        await using var world = await GrainWorld.StartAsync(null, "CM");
        var recording = await new RecordingDriver(world, "cm", "r1").AnnounceAsync();
        var first = await recording.StoreAsync();
        var other = await world.Media.StoreAsync("another file");
        var caller = world.As("officer", "cm");

        var refused = await GrainWorld.SendAsync(() => world.Grains.GetGrain<Interfaces.Recordings.IRecordingGrain>("r1").StoredAsync(other, caller));

        Assert.Equal(["recording.original-kept"], refused.Broken.Select(b => b.Code));
        Assert.Equal(first.Sha256, (await recording.ViewAsync()).File?.Sha256);
    }

    [Fact]
    public async Task A_recording_of_another_case_or_bureau_cannot_be_linked()
    {
        await using var world = await GrainWorld.StartAsync(null, "CM", "FS");
        var (_, taken) = await LinkedAsync(world, "CM");
        var foreign = await new RecordingDriver(world, "fs", "r-fs").AnnounceAsync();
        var file = await new CaseDriver(world, "CM", "c2") { Films = false }.Do("urgent-start");

        var refused = await file.TryAsync("on-site-inspection", d => d with { Recordings = [taken.Id, foreign.Id, "nowhere"] });

        Assert.Equal(["recording.linked-elsewhere", "recording.foreign", "recording.unknown"], refused.Broken.Select(b => b.Code));
    }

    [Fact]
    public async Task One_film_of_two_acts_is_linked_to_both_and_meets_the_terms_of_both()
    {
        await using var world = await GrainWorld.StartAsync(null, "CM");
        var (file, recording) = await LinkedAsync(world, "CM");
        await file.Do("sampling");
        var sampling = (await file.LastAsync("sampling")).Id;
        await file.Do("officer", (grain, caller) => grain.LinkRecordingAsync(new LinkRecording(sampling, recording.Id), caller));

        await recording.HandInAsync(file.Id);

        Assert.All((await file.ViewAsync()).Requirements.Where(r => r.RequirementId == "av"), r => Assert.Equal("present", r.Status));
        Assert.Equal(["met", "met"], (await file.ViewAsync()).Clocks.Where(c => c.Rule == "act-hand-in").Select(c => c.Phase));
    }

    private static async Task<(CaseDriver File, RecordingDriver Recording)> LinkedAsync(GrainWorld world, string code)
    {
        var file = await new CaseDriver(world, code, "c1") { Films = false }.Do("urgent-start");
        var recording = await file.NewRecording().AnnounceAsync();
        var linked = await file.TryAsync("on-site-inspection", d => d with { Recordings = [recording.Id] });
        Assert.True(linked.Done);
        return (file, recording);
    }

    private static async Task<(string Requirement, string Phase)> StateAsync(CaseDriver file)
    {
        CaseView view = await file.ViewAsync();
        return (view.Requirements.Single(r => r is { Kind: "on-site-inspection", RequirementId: "av" }).Status, view.Clocks.Single(c => c.Rule == "act-hand-in").Phase);
    }
}
