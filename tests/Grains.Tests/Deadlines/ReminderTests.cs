using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Tests.Hosting;

namespace Enforcement.Grains.Tests.Deadlines;

/// <summary>A reminder wakes the case for what is due soon; what is due far off is left to the sweep.</summary>
public sealed class ReminderTests
{
    [Fact]
    public async Task A_reminder_finds_the_missed_term_without_a_sweep_and_without_a_visit()
    {
        await using var world = await GrainWorld.StartAsync(new WorldOptions { Gentle = true }, "CM");
        var file = new CaseDriver(world, "CM", "c1") { Films = false };
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(300)); // a tick that comes before the clock has moved finds nothing, and the next one comes a minute later
        await using var changes = world.Service<IChangeFeed>().FollowAsync(patience.Token).GetAsyncEnumerator(patience.Token);
        var next = changes.MoveNextAsync();
        var opened = await file.TryAsync("urgent-start", d => d with { OccurredAt = world.Clock.Now.AddHours(-24) }); // due now, missed a microsecond later
        Assert.True(opened.Done);
        world.Clock.Advance(TimeSpan.FromHours(1));

        while (await next && (await world.FindingsAsync("case/c1")).IsEmpty)
        {
            next = changes.MoveNextAsync();
        }

        Assert.Equal(["case/c1/f-late-report"], (await world.FindingsAsync("case/c1")).Select(f => f.FindingId));
        var missed = (await world.EntriesAsync("case/c1")).Single(e => e.Name == "clock.missed");
        Assert.Equal((world.Clock.Now, "system"), (missed.RecordedAt, missed.Actor.Id));
        Assert.Equal(0, await world.SweepAsync());
    }

    [Fact]
    public async Task A_term_that_ends_far_off_has_no_reminder_yet_and_the_due_table_has_it()
    {
        await using var world = await GrainWorld.StartAsync(null, "CM");
        var file = await new CaseDriver(world, "CM", "c1", "licence", "application").Do("application");

        Assert.Empty((await world.Service<IReminderTable>().ReadRows(0, 0)).Reminders);
        var due = await world.Store.DueBeforeAsync(world.Clock.Now.AddDays(30), 10, CancellationToken.None);
        Assert.Equal([("case/c1", (await file.ClockAsync("acceptance")).DueAt)], due.Select(d => (d.Stream, (DateTimeOffset?)d.DueAt)));

        await new CaseDriver(world, "CM", "c2").Do("urgent-start");
        Assert.Equal(["deadline"], (await world.Service<IReminderTable>().ReadRows(0, 0)).Reminders.Select(r => r.ReminderName));
    }
}
