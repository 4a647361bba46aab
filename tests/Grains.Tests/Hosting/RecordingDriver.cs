using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.Recordings;

namespace Enforcement.Grains.Tests.Hosting;

/// <summary>One recording, from its announcement on.</summary>
internal sealed class RecordingDriver(GrainWorld world, string bureau, string id)
{
    public string Id => id;

    private IRecordingGrain Grain => world.Grains.GetGrain<IRecordingGrain>(id);

    /// <summary>Makes a recording known that has just ended; no file exists yet.</summary>
    public async Task<RecordingDriver> AnnounceAsync(string mode = "video", TimeSpan? length = null)
    {
        var (ended, request) = (world.Clock.Now, length ?? TimeSpan.FromMinutes(20));
        var announcement = new AnnounceRecording(bureau, "recorder-7", $"{bureau}-o1", mode, ended - request, ended, "解放路1号");
        var caller = world.As("officer", bureau);
        var reply = await GrainWorld.SendAsync(() => Grain.AnnounceAsync(announcement, caller));
        Assert.True(reply.Done, string.Join(", ", reply.Done ? [] : reply.Broken.Select(b => b.Code)));
        return this;
    }

    /// <summary>The dock brings the file: it goes into the store, and the recording has it.</summary>
    public async Task<StoredFile> StoreAsync()
    {
        var file = await world.Media.StoreAsync(id);
        var caller = world.As("officer", bureau);
        var reply = await GrainWorld.SendAsync(() => Grain.StoredAsync(file, caller));
        Assert.True(reply.Done);
        return file;
    }

    /// <summary>As <see cref="StoreAsync"/>, and the case is told, as the end of an upload does it.</summary>
    public async Task<StoredFile> HandInAsync(string caseId)
    {
        var file = await StoreAsync();
        var storedAt = (await ViewAsync()).StoredAt!.Value;
        await GrainWorld.SendAsync(() => world.Grains.GetGrain<ICaseGrain>(caseId).RecordingStoredAsync(id, file.Sha256, storedAt));
        return file;
    }

    public Task<CommandReply> DeclareRemoteAsync(string ground, string reason = "山区连续执法，确实不能及时移交")
    {
        var caller = world.As("officer", bureau);
        return GrainWorld.SendAsync(() => Grain.DeclareRemoteWorkAsync(new DeclareRemoteWork(ground, reason), caller));
    }

    public Task<CommandReply> DeclareReturnAsync(DateTimeOffset at)
    {
        var caller = world.As("officer", bureau);
        return GrainWorld.SendAsync(() => Grain.DeclareReturnAsync(new DeclareReturn(at), caller));
    }

    public async Task<RecordingView> ViewAsync() =>
        await GrainWorld.SendAsync(Grain.ViewAsync) ?? throw new InvalidOperationException($"Recording {id} was never announced.");

    public async Task<ClockView> ClockAsync(string rule) => (await ViewAsync()).Clocks.Single(c => c.Rule == rule);
}
