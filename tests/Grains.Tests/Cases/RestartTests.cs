using Enforcement.Grains.Tests.Hosting;
using Enforcement.Tests.Shared;

namespace Enforcement.Grains.Tests.Cases;

/// <summary>An activation may end at any time; what it knew stands in the ledger.</summary>
public sealed class RestartTests
{
    [Theory]
    [InlineData("CM")]
    [InlineData("TA")]
    public async Task A_case_whose_process_ends_after_every_step_writes_the_same_ledger(string code)
    {
        string[] steps = [.. Walks.Ended(code), .. Walks.Filed];
        Assert.Equal(await LedgerAsync(code, steps, restarts: false), await LedgerAsync(code, steps, restarts: true));
    }

    [Fact]
    public async Task What_was_answered_before_the_end_of_the_process_is_answered_again_after_it()
    {
        await using var world = await GrainWorld.StartAsync(null, "CM");
        var file = await new CaseDriver(world, "CM", "c1").Do("urgent-start");
        var (inquiry, _, _) = await file.FillAsync("inquiry");
        var caller = world.As("officer", "cm");
        var first = await GrainWorld.SendAsync(() => file.Grain.RecordActAsync(inquiry, caller));
        var count = await world.CountAsync();
        await world.RestartAsync();

        var second = await GrainWorld.SendAsync(() => file.Grain.RecordActAsync(inquiry, caller));

        Assert.Equal((first.Sequence, first.Reference, count), (second.Sequence, second.Reference, await world.CountAsync()));
    }

    private static async Task<IEnumerable<(string, string)>> LedgerAsync(string code, string[] steps, bool restarts)
    {
        await using var world = await GrainWorld.StartAsync(null, code);
        var file = new CaseDriver(world, code, "c1");
        foreach (var step in steps)
        {
            await file.Do(step);
            if (restarts)
            {
                await world.RestartAsync();
            }
        }

        return (await world.EntriesAsync("case/c1")).Select(e => (e.Name, e.Payload)).ToArray();
    }
}
