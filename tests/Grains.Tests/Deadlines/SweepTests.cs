using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Tests.Hosting;

namespace Enforcement.Grains.Tests.Deadlines;

/// <summary>The sweep finds whatever fell due while no process ran, whatever became of the reminders.</summary>
public sealed class SweepTests
{
    [Fact]
    public async Task Terms_that_ended_while_nothing_ran_are_found_at_the_next_start_each_once()
    {
        await using var world = await GrainWorld.StartAsync(null, "CM", "TA");
        var late = await new CaseDriver(world, "CM", "c1").Do("urgent-start");
        var waiting = await new CaseDriver(world, "TA", "c2").Do("urgent-start");
        await new RecordingDriver(world, "cm", "r1").AnnounceAsync();
        await new RecordingDriver(world, "ta", "r2").AnnounceAsync();
        var kept = await new RecordingDriver(world, "cm", "r3").AnnounceAsync();
        await kept.StoreAsync();
        await world.RestartAsync();
        world.Clock.Advance(TimeSpan.FromDays(30));

        Assert.Equal(4, await world.SweepAsync());
        Assert.Equal(0, await world.SweepAsync());

        Assert.Equal(["missed", "missed"], [(await late.ClockAsync("late-report")).Phase, (await waiting.ClockAsync("late-report")).Phase]);
        var findings = await world.Rows.FindingsAsync(BureauScope.City, new FindingQuery(Open: true), new PageRequest(), CancellationToken.None);
        Assert.Equal(["case/c1/f-late-report", "case/c2/f-late-report", "recording/r1/f-hand-in", "recording/r2/f-hand-in"], findings.Rows.Select(f => f.FindingId).Order(StringComparer.Ordinal));
        Assert.Equal("met", (await kept.ClockAsync("hand-in")).Phase);
    }

    [Fact]
    public async Task Any_command_to_a_case_notices_what_has_fallen_due_with_it()
    {
        await using var world = await GrainWorld.StartAsync(null, "CM");
        var file = await new CaseDriver(world, "CM", "c1").Do("urgent-start");
        world.Clock.Advance(TimeSpan.FromHours(26));

        await file.Do("inquiry");

        Assert.Equal("missed", (await file.ClockAsync("late-report")).Phase);
        Assert.Equal(0, await world.SweepAsync());
    }
}
