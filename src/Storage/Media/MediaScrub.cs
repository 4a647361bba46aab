using System.Text.Json;
using Enforcement.Grains.Interfaces.Recordings;
using Enforcement.Grains.Media;

namespace Enforcement.Storage.Media;

/// <summary>How the background reading is done.</summary>
public sealed class MediaScrubOptions
{
    /// <summary>Everything is read again once in this time. Default: 7 days.</summary>
    public TimeSpan Every { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Never faster than this, so that people who work notice nothing. Default: 64 MiB a second.</summary>
    public long MaxBytesPerSecond { get; set; } = 64L * 1024 * 1024;

    /// <summary>Never slower than this, so that a small folder is read in a moment. Default: 1 MiB a second.</summary>
    public long MinBytesPerSecond { get; set; } = 1024 * 1024;
}

/// <summary>How far a pass has come. Kept in <c>scrub.json</c> in the media folder, so that a restart goes on where it was.</summary>
/// <param name="StartedAt">When the pass began.</param>
/// <param name="CompletedAt">When it ended, or <see langword="null"/> while it goes on.</param>
/// <param name="After">The last file that was read.</param>
/// <param name="Files">Files read in this pass.</param>
/// <param name="Bytes">Bytes read in this pass.</param>
/// <param name="Findings">Findings of this pass.</param>
public sealed record ScrubProgress(DateTimeOffset StartedAt, DateTimeOffset? CompletedAt, string? After, long Files, long Bytes, long Findings);

/// <summary>Reads every original again, leaf by leaf, and raises what is no longer what it was.</summary>
public sealed class MediaScrub(MediaFolders folders, IMediaStore store, IMediaAlarm alarm, MediaChecks checks, TimeProvider clock, MediaScrubOptions options) : IDisposable
{
    private const double ShareOfInterval = 0.9; // the rest is reserve for nights when the machine was off
    private static readonly TimeSpan ShortestRest = TimeSpan.FromMilliseconds(20);

    private readonly SemaphoreSlim _turn = new(1, 1);

    private string ProgressPath => Path.Combine(folders.Root, "scrub.json");

    /// <summary>Where the present or last pass stands, or <see langword="null"/> before the first one.</summary>
    public ScrubProgress? Progress()
    {
        try
        {
            return JsonSerializer.Deserialize<ScrubProgress>(File.ReadAllBytes(ProgressPath), JsonSerializerOptions.Web);
        }
        catch (Exception unknown) when (unknown is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            // Without knowledge of a pass everything is read again; that is the safe side.
            return null;
        }
    }

    /// <summary>When the next pass is due: at once if one was interrupted or none was made.</summary>
    public DateTimeOffset NextAt() =>
        Progress() is { CompletedAt: not null } last ? last.StartedAt + options.Every : DateTimeOffset.MinValue;

    /// <summary>Reads everything now, as fast as it goes, from the first file on.</summary>
    /// <param name="by">The name of the person who asked.</param>
    /// <param name="cancellationToken">Ends the reading; the next pass begins anew.</param>
    public async Task<ScrubProgress> RunOnceAsync(string? by, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await PassAsync(Fresh(), by, pace: null, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Begins a pass, or goes on with the interrupted one, slowly.</summary>
    public async Task<ScrubProgress> ContinueAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var progress = Progress() is { CompletedAt: null } interrupted ? interrupted : Fresh();
            var amount = await store.MeasureAsync(cancellationToken);
            var rate = Math.Clamp(amount.Bytes / (options.Every.TotalSeconds * ShareOfInterval), options.MinBytesPerSecond, options.MaxBytesPerSecond);
            return await PassAsync(progress, by: null, new Pace(clock, rate).RestAsync, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private ScrubProgress Fresh() => new(clock.GetUtcNow(), null, null, 0, 0, 0);

    private async Task<ScrubProgress> PassAsync(ScrubProgress progress, string? by, Func<int, CancellationToken, ValueTask>? pace, CancellationToken cancellationToken)
    {
        await foreach (var hash in store.ListAsync(progress.After, cancellationToken))
        {
            var bytes = 0L;
            var findings = await store.VerifyAsync(
                hash,
                async (read, token) =>
                {
                    bytes += read;
                    if (pace is not null)
                    {
                        await pace(read, token);
                    }
                },
                cancellationToken);
            foreach (var finding in findings)
            {
                await alarm.CorruptedAsync(finding, cancellationToken);
            }

            checks.Keep(hash, new FileCheck(clock.GetUtcNow(), by, findings.Count));
            progress = progress with { After = hash, Files = progress.Files + 1, Bytes = progress.Bytes + bytes, Findings = progress.Findings + findings.Count };
            Save(progress);
        }

        progress = progress with { CompletedAt = clock.GetUtcNow() };
        Save(progress);
        return progress;
    }

    private void Save(ScrubProgress progress) =>
        Durable.Replace(ProgressPath, JsonSerializer.SerializeToUtf8Bytes(progress, JsonSerializerOptions.Web));

    /// <summary>Holds a reader back to so many bytes a second.</summary>
    private sealed class Pace(TimeProvider clock, double bytesPerSecond)
    {
        private readonly long _start = clock.GetTimestamp();
        private long _read;

        public async ValueTask RestAsync(int read, CancellationToken cancellationToken)
        {
            _read += read;
            var rest = TimeSpan.FromSeconds(_read / bytesPerSecond) - clock.GetElapsedTime(_start);
            if (rest > ShortestRest)
            {
                await Task.Delay(rest, clock, cancellationToken);
            }
        }
    }
}
