using Enforcement.Grains.Interfaces.Recordings;
using Enforcement.Grains.Media;
using Enforcement.Storage.Media;

namespace Enforcement.Storage.Tests.Media;

public sealed class MediaScrubTests : IDisposable
{
    private readonly TestMedia _media = new();
    private readonly Alarm _alarm = new();
    private readonly Clock _clock = new();

    public void Dispose() => _media.Dispose();

    [Fact]
    public async Task Everything_is_read_and_what_is_damaged_is_raised()
    {
        var stored = await StoreAsync(5);
        _media.Flip(_media.Folders.Object(stored[2]), 3);
        File.Delete(_media.Folders.Object(stored[4]));
        using var scrub = Scrub();

        var pass = await scrub.RunOnceAsync("王建国", default);

        Assert.Equal((5, 2), (pass.Files, pass.Findings));
        Assert.Equal(4000, pass.Bytes);
        Assert.Equal([(stored[2], MediaFault.Leaf), (stored[4], MediaFault.Missing)], _alarm.Findings.Select(finding => (finding.Sha256, finding.Fault)));
        Assert.Equal(pass, scrub.Progress());
        MediaChecks checks = new(_media.Folders);
        Assert.Equal(new FileCheck(_clock.GetUtcNow(), "王建国", 0), checks.Find(stored[0]));
        Assert.Equal((false, 1), (checks.Find(stored[2])!.Sound, checks.Find(stored[2])!.Faults));
    }

    [Fact]
    public async Task The_last_reading_of_a_file_is_known_and_a_later_one_takes_its_place()
    {
        var stored = await StoreAsync(1);
        using var scrub = Scrub();
        MediaChecks checks = new(_media.Folders);
        Assert.Null(checks.Find(stored[0]));
        Assert.Null(checks.Find("../scrub"));

        await scrub.ContinueAsync(default);
        Assert.Equal(new FileCheck(_clock.GetUtcNow(), null, 0), checks.Find(stored[0]));

        _media.Flip(_media.Folders.Object(stored[0]), 3);
        await scrub.RunOnceAsync("王建国", default);
        Assert.Equal(("王建国", 1), (checks.Find(stored[0])!.By, checks.Find(stored[0])!.Faults));

        await File.WriteAllTextAsync(_media.Folders.Check(stored[0]), "{ torn");
        Assert.Null(checks.Find(stored[0]));
        Assert.DoesNotContain(await MediaVerifier.VerifyFolder(_media.Root).ToListAsync(), finding => finding.Fault is MediaFault.Stray);
    }

    [Fact]
    public async Task A_pass_that_was_interrupted_goes_on_where_it_was()
    {
        var stored = await StoreAsync(4);
        _media.Flip(_media.Folders.Object(stored[1]), 3);
        _alarm.OnFinding = () => throw new IOException("killed here");
        using (var first = Scrub())
        {
            await Assert.ThrowsAsync<IOException>(() => first.ContinueAsync(default));
            Assert.Equal(stored[0], first.Progress()!.After);
            Assert.Equal(DateTimeOffset.MinValue, first.NextAt());
        }

        _alarm.OnFinding = null;
        using var second = Scrub();
        var pass = await second.ContinueAsync(default);

        Assert.Equal((4, 1), (pass.Files, pass.Findings));
        Assert.Equal(2, _alarm.Findings.Count);
        Assert.NotNull(pass.CompletedAt);
    }

    [Fact]
    public async Task The_next_pass_is_due_one_interval_after_the_last_one_began()
    {
        await StoreAsync(1);
        using var scrub = Scrub();
        Assert.Equal(DateTimeOffset.MinValue, scrub.NextAt());
        var pass = await scrub.ContinueAsync(default);
        Assert.Equal(pass.StartedAt.AddDays(7), scrub.NextAt());
    }

    [Fact]
    public async Task Reading_is_held_back_to_the_rate()
    {
        await StoreAsync(3);
        using var scrub = Scrub(new MediaScrubOptions { MinBytesPerSecond = 1000, MaxBytesPerSecond = 1000 });
        await scrub.ContinueAsync(default);

        // three files of a thousand bytes at a thousand bytes a second
        Assert.InRange(_clock.Rested, TimeSpan.FromSeconds(2.9), TimeSpan.FromSeconds(3.1));
    }

    [Fact]
    public async Task A_progress_that_cannot_be_read_means_everything_is_read_again()
    {
        await StoreAsync(2);
        await File.WriteAllTextAsync(Path.Combine(_media.Root, "scrub.json"), "{ junk");
        using var scrub = Scrub();
        Assert.Equal(2, (await scrub.ContinueAsync(default)).Files);
    }

    private MediaScrub Scrub(MediaScrubOptions? options = null) => new(_media.Folders, _media.Store, _alarm, new MediaChecks(_media.Folders), _clock, options ?? new MediaScrubOptions());

    private async Task<List<string>> StoreAsync(int count)
    {
        List<string> stored = [];
        for (var seed = 0; seed < count; seed++)
        {
            stored.Add((await _media.StoreAsync(TestMedia.Bytes(1000, seed))).Sha256);
        }

        stored.Sort(StringComparer.Ordinal);
        return stored;
    }

    private sealed class Alarm : IMediaAlarm
    {
        public List<MediaFinding> Findings { get; } = [];

        public Action? OnFinding { get; set; }

        public Task CorruptedAsync(MediaFinding finding, CancellationToken cancellationToken)
        {
            Findings.Add(finding);
            OnFinding?.Invoke();
            return Task.CompletedTask;
        }
    }

    /// <summary>A clock on which every rest is over at once and is counted.</summary>
    private sealed class Clock : TimeProvider
    {
        private long _now = 1;

        public TimeSpan Rested { get; private set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => TestMedia.Now;

        public override long GetTimestamp() => _now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Rested += dueTime;
            _now += dueTime.Ticks;
            return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }
}
