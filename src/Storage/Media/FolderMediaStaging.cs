using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Enforcement.Grains.Media;

namespace Enforcement.Storage.Media;

/// <summary>Files on their way, each as <c>staging/id.part</c> and <c>staging/id.json</c>.</summary>
public sealed class FolderMediaStaging : IMediaStaging
{
    private readonly ConcurrentDictionary<string, StagingEntry> _entries = new(StringComparer.Ordinal);
    private readonly MediaMove _move;
    private readonly Lock _loading = new();

    public FolderMediaStaging(FolderMediaStore store, MediaOptions options)
    {
        Folders = store.Folders;
        Options = options;
        _move = new MediaMove(store);
        Folders.Create();
    }

    internal MediaFolders Folders { get; }

    internal MediaOptions Options { get; }

    public Task<StagedFile> CreateAsync(NewStagedFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Length <= 0)
        {
            throw new ArgumentException("A file has at least one byte.", nameof(file));
        }

        var path = Folders.Sidecar(file.UploadId);
        if (File.Exists(path))
        {
            throw new InvalidOperationException($"The upload {file.UploadId} exists already.");
        }

        DiskSpace.Demand(Folders.Staging, file.Length, Options.ReserveBytes);
        var sidecar = StagingSidecar.New(file);
        Write(path, sidecar);
        return Task.FromResult(sidecar.At(0));
    }

    public Task<StagedFile?> FindAsync(string uploadId, CancellationToken cancellationToken) =>
        Task.FromResult(MediaFolders.IsUploadId(uploadId) ? Entry(uploadId, keep: false)?.File : null);

    public Task<IStagingLease?> TryLeaseAsync(string uploadId, CancellationToken cancellationToken)
    {
        var entry = MediaFolders.IsUploadId(uploadId) ? Entry(uploadId, keep: true) : null;
        return Task.FromResult<IStagingLease?>(entry is not null && entry.TryHold() ? new StagingLease(this, _move, entry) : null);
    }

    public async IAsyncEnumerable<StagedFile> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var path in Directory.EnumerateFiles(Folders.Staging, "*.json").Order(StringComparer.Ordinal).ToList())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var id = Path.GetFileNameWithoutExtension(path);
            if (MediaFolders.IsUploadId(id) && Entry(id, keep: false) is { } entry)
            {
                yield return entry.File;
            }
        }
    }

    internal static void Write(string path, StagingSidecar sidecar)
    {
        try
        {
            Durable.Replace(path, sidecar.ToBytes());
        }
        catch (IOException full) when (DiskSpace.IsFull(full))
        {
            throw new MediaStoreFullException("The disk is full.", full);
        }
    }

    internal void Forget(string uploadId) => _entries.TryRemove(uploadId, out _);

    private StagingEntry? Entry(string uploadId, bool keep)
    {
        if (_entries.TryGetValue(uploadId, out var known))
        {
            return known;
        }

        // One at a time: loading may cut off bytes that no checksum proved, which must not meet a writer.
        lock (_loading)
        {
            if (_entries.TryGetValue(uploadId, out known))
            {
                return known;
            }

            var loaded = Load(uploadId);
            if (loaded is not null && (keep || loaded.Sidecar.Phase == StagedPhase.Receiving))
            {
                _entries[uploadId] = loaded;
            }

            return loaded;
        }
    }

    private StagingEntry? Load(string uploadId)
    {
        StagingSidecar sidecar;
        try
        {
            sidecar = StagingSidecar.Parse(File.ReadAllBytes(Folders.Sidecar(uploadId)));
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (InvalidDataException)
        {
            // One damaged state must not keep the others from being swept and finished. Its bytes stay, and the verifier names it.
            return null;
        }

        if (sidecar.Phase != StagedPhase.Receiving)
        {
            return new StagingEntry(sidecar, sidecar.Created.Length);
        }

        var part = Folders.Part(uploadId);
        if (!File.Exists(part))
        {
            return new StagingEntry(sidecar, 0);
        }

        using var file = File.OpenHandle(part, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        var length = RandomAccess.GetLength(file);
        var offset = Math.Min(length, sidecar.TentativeFrom ?? sidecar.Created.Length);
        if (offset < length)
        {
            RandomAccess.SetLength(file, offset);
        }

        // What a killed process had written may still be in memory only; what is reported must be on disk.
        RandomAccess.FlushToDisk(file);
        Durable.SyncFolder(Folders.Staging);
        return new StagingEntry(sidecar, offset);
    }
}
