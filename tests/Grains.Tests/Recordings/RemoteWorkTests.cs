using Enforcement.Grains.Tests.Hosting;

namespace Enforcement.Grains.Tests.Recordings;

/// <summary>FS-31: continuous work, work away from base or in remote places lets the hand-in term count from the return to the unit.</summary>
public sealed class RemoteWorkTests
{
    [Fact]
    public async Task The_term_waits_for_the_return_and_counts_24_hours_from_there()
    {
        await using var world = await GrainWorld.StartAsync(null, "FS");
        var recording = await new RecordingDriver(world, "fs", "r1").AnnounceAsync();
        world.Clock.Advance(TimeSpan.FromHours(10));
        Assert.True((await recording.DeclareRemoteAsync("remote")).Done);
        Assert.Equal(("waiting", null), await TermAsync(recording));

        world.Clock.Advance(TimeSpan.FromDays(4));
        Assert.Equal(0, await world.SweepAsync());
        var returned = world.Clock.Now.AddHours(-2);
        Assert.True((await recording.DeclareReturnAsync(returned)).Done);
        Assert.Equal(("running", returned.AddHours(24)), await TermAsync(recording));

        world.Clock.Advance(TimeSpan.FromHours(20));
        await recording.StoreAsync();
        Assert.Equal("met", (await recording.ClockAsync("hand-in")).Phase);
        Assert.Empty((await recording.ViewAsync()).Findings);
    }

    [Fact]
    public async Task A_return_after_which_nothing_is_handed_in_is_missed_from_the_return()
    {
        await using var world = await GrainWorld.StartAsync(null, "FS");
        var recording = await new RecordingDriver(world, "fs", "r1").AnnounceAsync();
        await recording.DeclareRemoteAsync("continuous");
        world.Clock.Advance(TimeSpan.FromDays(2));
        await recording.DeclareReturnAsync(world.Clock.Now);
        world.Clock.Advance(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));

        Assert.Equal(1, await world.SweepAsync());
        Assert.Equal("missed", (await recording.ClockAsync("hand-in")).Phase);
    }

    [Fact]
    public async Task After_the_term_it_is_too_late_to_declare_and_the_article_says_so()
    {
        await using var world = await GrainWorld.StartAsync(null, "FS");
        var recording = await new RecordingDriver(world, "fs", "r1").AnnounceAsync();
        world.Clock.Advance(TimeSpan.FromHours(25));

        var refusal = Assert.Single((await recording.DeclareRemoteAsync("away")).Broken);
        Assert.Equal(("remote-work.too-late", "FS-31"), (refusal.Code, refusal.Article));
        Assert.Contains("24", refusal.ArticleText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_return_that_is_never_declared_is_a_finding()
    {
        await using var world = await GrainWorld.StartAsync(null, "FS");
        var recording = await new RecordingDriver(world, "fs", "r1").AnnounceAsync();
        await recording.DeclareRemoteAsync("remote");
        world.Clock.Advance(TimeSpan.FromDays(16));

        Assert.Equal(1, await world.SweepAsync());
        var finding = Assert.Single((await recording.ViewAsync()).Findings);
        Assert.Equal(("clock.advisory", "FS-31", true, "remote-return"), (finding.Code, finding.Article, finding.Advisory, finding.About));
        Assert.Equal("waiting", (await recording.ClockAsync("hand-in")).Phase);
    }

    [Theory]
    [InlineData("CM")]
    [InlineData("TA")]
    public async Task Where_the_regulation_has_no_such_exemption_none_can_be_declared(string code)
    {
        await using var world = await GrainWorld.StartAsync(null, code);
        var recording = await new RecordingDriver(world, code.ToLowerInvariant(), "r1").AnnounceAsync();

        Assert.Equal(["remote-work.none"], (await recording.DeclareRemoteAsync("remote")).Broken.Select(b => b.Code));
        Assert.Empty((await recording.ViewAsync()).RemoteGrounds);
    }

    [Fact]
    public async Task The_acts_own_term_follows_the_declaration_for_its_recording()
    {
        await using var world = await GrainWorld.StartAsync(null, "FS");
        var file = new CaseDriver(world, "FS", "c1") { Films = false };
        await file.Do("urgent-start");
        var recording = await file.NewRecording().AnnounceAsync();
        Assert.True((await file.TryAsync("on-site-inspection", d => d with { Recordings = [recording.Id] })).Done);
        await recording.DeclareRemoteAsync("remote");
        await file.CheckAsync();
        Assert.Equal("waiting", (await file.ClockAsync("act-hand-in")).Phase);

        world.Clock.Advance(TimeSpan.FromDays(3));
        await recording.DeclareReturnAsync(world.Clock.Now);
        await file.CheckAsync();
        Assert.Equal(world.Clock.Now.AddHours(24), (await file.ClockAsync("act-hand-in")).DueAt);
    }

    private static async Task<(string, DateTimeOffset?)> TermAsync(RecordingDriver recording)
    {
        var clock = await recording.ClockAsync("hand-in");
        return (clock.Phase, clock.DueAt);
    }
}
