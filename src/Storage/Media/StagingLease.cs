using System.Buffers;
using Enforcement.Grains.Media;
using Microsoft.Win32.SafeHandles;

namespace Enforcement.Storage.Media;

/// <summary>The only writer of one staged file.</summary>
internal sealed class StagingLease(FolderMediaStaging staging, MediaMove move, StagingEntry entry) : IStagingLease
{
    private bool _gone;

    public StagedFile File => entry.File;

    private string Id => entry.Sidecar.Created.UploadId;

    private string Part => staging.Folders.Part(Id);

    public async Task<AppendResult> AppendAsync(Stream content, ChunkChecksum? checksum, CancellationToken cancellationToken)
    {
        Demand(File.Phase == StagedPhase.Receiving, "Only a file that is being received takes more bytes.");
        DiskSpace.Demand(staging.Folders.Staging, File.Length - File.Offset, staging.Options.ReserveBytes);
        var isNew = !System.IO.File.Exists(Part);
        using var part = System.IO.File.OpenHandle(Part, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, FileOptions.Asynchronous);
        if (isNew)
        {
            Durable.SyncFolder(staging.Folders.Staging);
        }

        var hasher = await HasherAsync(part, cancellationToken);
        entry.Hasher = null;
        using var chunk = new StagingChunk(part, entry, hasher, checksum);
        try
        {
            if (checksum is not null)
            {
                Save(entry.Sidecar with { TentativeFrom = chunk.Start });
            }

            var ending = await chunk.ReceiveAsync(content, cancellationToken);
            var keeps = chunk.Keeps(ending);
            if (keeps)
            {
                chunk.Sync();
            }
            else
            {
                entry.Hasher = chunk.TakeBack();
            }

            if (checksum is not null)
            {
                Save(entry.Sidecar with { TentativeFrom = null });
            }

            if (keeps)
            {
                entry.Hasher = chunk.Keep();
            }

            return new AppendResult(ending, File.Offset);
        }
        catch (Exception failed)
        {
            entry.Hasher = null;
            chunk.Undo();
            if (failed is IOException io && DiskSpace.IsFull(io))
            {
                throw new MediaStoreFullException("The disk is full.", io);
            }

            throw;
        }
    }

    public async Task<StoredMedia> CompleteAsync(CancellationToken cancellationToken)
    {
        MediaLeaves? leaves = null;
        if (File.Phase == StagedPhase.Receiving)
        {
            Demand(File.HasArrived, "Bytes are still missing.");
            leaves = await FinishHashAsync(cancellationToken);
            var declared = File.Created.DeclaredSha256;
            if (declared is not null && declared != leaves.Media.Sha256)
            {
                var reason = new MediaRejectedException(declared, leaves.Media.Sha256);
                Save(entry.Sidecar with { Phase = StagedPhase.Rejected, Media = leaves.Media, Settlement = reason.Message });
            }
            else
            {
                Save(entry.Sidecar with { Phase = StagedPhase.Moving, Media = leaves.Media });
            }
        }

        if (File.Phase == StagedPhase.Rejected)
        {
            move.Reject(Id, entry.Sidecar);
            throw new MediaRejectedException(File.Created.DeclaredSha256 ?? "", File.Media!.Sha256);
        }

        if (File.Phase == StagedPhase.Moving)
        {
            await move.StoreAsync(Id, File.Media!, leaves, cancellationToken);
            Save(entry.Sidecar with { Phase = StagedPhase.Stored });
        }

        return File.Media!;
    }

    public Task SettleAsync(string settlement, CancellationToken cancellationToken)
    {
        Demand(File.Phase is StagedPhase.Stored or StagedPhase.Settled, "Only an original is settled.");
        Save(entry.Sidecar with { Phase = StagedPhase.Settled, Settlement = settlement });
        return Task.CompletedTask;
    }

    public Task ProlongAsync(DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        if (expiresAt > File.ExpiresAt)
        {
            Save(entry.Sidecar with { ExpiresAt = expiresAt });
        }

        return Task.CompletedTask;
    }

    public Task DiscardAsync(CancellationToken cancellationToken)
    {
        Demand(File.Phase is not (StagedPhase.Moving or StagedPhase.Stored), "An original that nobody settled is not forgotten.");
        if (File.Phase == StagedPhase.Rejected)
        {
            move.Reject(Id, entry.Sidecar);
        }

        _gone = true;
        System.IO.File.Delete(Part);
        System.IO.File.Delete(staging.Folders.Sidecar(Id));
        Durable.SyncFolder(staging.Folders.Staging);
        staging.Forget(Id);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        // A finished upload is rarely asked for again: the next one reads it from disk.
        var done = _gone || File.Phase is StagedPhase.Settled or StagedPhase.Rejected;
        if (done)
        {
            staging.Forget(Id);
        }

        entry.Release(done);
        return ValueTask.CompletedTask;
    }

    private static void Demand(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new InvalidOperationException(otherwise);
        }
    }

    private void Save(StagingSidecar sidecar)
    {
        FolderMediaStaging.Write(staging.Folders.Sidecar(Id), sidecar);
        entry.Remember(sidecar);
    }

    private async Task<MediaLeaves> FinishHashAsync(CancellationToken cancellationToken)
    {
        using var part = System.IO.File.OpenHandle(Part, FileMode.Open, FileAccess.ReadWrite, FileShare.Read, FileOptions.Asynchronous);
        using var hasher = await HasherAsync(part, cancellationToken);
        entry.Hasher = null;
        return hasher.Finish();
    }

    // After a restart, or a refused chunk whose state was lost, the bytes are read again.
    private async Task<MediaHasher> HasherAsync(SafeFileHandle part, CancellationToken cancellationToken)
    {
        var offset = File.Offset;
        if (RandomAccess.GetLength(part) != offset)
        {
            RandomAccess.SetLength(part, offset);
        }

        if (entry.Hasher is { } kept && kept.Length == offset)
        {
            return kept;
        }

        entry.Hasher?.Dispose();
        entry.Hasher = null;
        return await MediaMove.HashAsync(part, offset, cancellationToken);
    }
}
