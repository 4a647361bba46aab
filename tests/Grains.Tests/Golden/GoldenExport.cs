using Enforcement.Grains.Tests.Hosting;
using Enforcement.Storage.Audit;
using Enforcement.Tests.Shared;

namespace Enforcement.Grains.Tests.Golden;

/// <summary>One whole case for each regulation, exported. With <c>GOLDEN_ADD=0.2</c> the exports are kept as the golden ledgers of that release; what is kept is never written again.</summary>
public sealed class GoldenExport
{
    private static readonly string? Release = Environment.GetEnvironmentVariable("GOLDEN_ADD");

    public static TheoryData<string> Codes() => [.. Walks.Codes];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task A_whole_case_is_exported_and_verifies(string code)
    {
        await using var world = await GrainWorld.StartAsync(new WorldOptions { Gentle = true }, code);
        var pinned = world.Library.Profiles.All.Single(p => p.Profile.Code == code);
        await world.Store.KeepAsync(pinned.Hash, pinned.Profile.Id, pinned.Text, world.Clock.Now, CancellationToken.None);
        var driver = new CaseDriver(world, code, $"golden-{code}", Walks.ActTypeOf(code), Walks.OriginOf(code));
        await driver.Do(Walks.Ended(code)).Then(d => d.Do(Walks.Filed));
        await world.Store.CheckpointAsync(world.Clock.Now, CancellationToken.None);
        var folder = Path.GetDirectoryName(world.LedgerFile)!;
        var export = Path.Combine(folder, "export.jsonl");

        Assert.Equal(await world.CountAsync(), LedgerExport.Write(folder, export));

        var report = ExportAudit.Run(export, []);
        Assert.Empty(report.Faults);
        Assert.Equal((await world.CountAsync(), 1), (report.Entries, report.Checkpoints));
        if (Release is not null && Path.Combine(Folder(), Release, $"{code}.jsonl") is var kept && !File.Exists(kept))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
            File.Copy(export, kept);
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_verifier_of_the_program_finds_nothing_wrong_with_it(string code)
    {
        foreach (var file in Directory.GetFiles(Folder(), $"{code}.jsonl", SearchOption.AllDirectories))
        {
            var report = ExportAudit.Run(file, []);
            Assert.Empty(report.Faults);
            Assert.True(report.Entries > 40, $"{file} has {report.Entries} entries");
        }
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "OrleansEnforcement.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "tests", "Domain.Tests", "Golden");
    }
}
