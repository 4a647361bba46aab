using Enforcement.Grains.Interfaces.Recordings;
using Enforcement.Grains.Tests.Hosting;

namespace Enforcement.Grains.Tests.Recordings;

/// <summary>A file that came before the end of its recording was told is still measured against the term.</summary>
public sealed class LateEndTests
{
    [Fact]
    public async Task A_file_handed_in_late_is_late_although_its_end_is_told_afterwards()
    {
        await using var world = await GrainWorld.StartAsync(null, "CM");
        var recording = world.Grains.GetGrain<IRecordingGrain>("r1");
        var (started, officer) = (world.Clock.Now, world.As("officer", "cm"));
        world.Clock.Advance(TimeSpan.FromMinutes(30));
        await GrainWorld.SendAsync(() => recording.AnnounceAsync(new AnnounceRecording("cm", null, "cm-o1", "video", started), officer with { CommandId = "announce" }));
        world.Clock.Advance(TimeSpan.FromDays(4));
        var file = new StoredFile(new string('a', 64), new string('b', 64), 17, new string('c', 64), 1, "现场.webm", "video/webm", new string('d', 32));
        await GrainWorld.SendAsync(() => recording.StoredAsync(file, officer with { CommandId = "store" }));
        world.Clock.Advance(TimeSpan.FromDays(1));

        var told = await GrainWorld.SendAsync(() => recording.EndAsync(new EndRecording(started.AddMinutes(20)), officer with { CommandId = "end" }));

        Assert.True(told.Done);
        var view = (await recording.ViewAsync())!;
        Assert.Equal("met-late", view.Clocks.Single(c => c.Rule == "hand-in").Phase);
        Assert.Equal("clock.missed", Assert.Single(view.Findings).Code);
    }
}
