using System.Buffers;
using System.Text.Json;
using Enforcement.Grains.Media;
using Microsoft.Win32.SafeHandles;

namespace Enforcement.Storage.Media;

/// <summary>The step from staging into the store, or into the folder of the rejected. Repeating it after a crash is safe at every point.</summary>
internal sealed class MediaMove(FolderMediaStore store)
{
    private const int ReadSize = 1024 * 1024;
    private const UnixFileMode ReadOnly = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    // Two uploads of the same content must not move at the same time; others may.
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, 16).Select(_ => new SemaphoreSlim(1, 1))];

    private MediaFolders Folders => store.Folders;

    public static async Task<MediaHasher> HashAsync(SafeFileHandle file, long length, CancellationToken cancellationToken)
    {
        var hasher = new MediaHasher();
        var buffer = ArrayPool<byte>.Shared.Rent(ReadSize);
        try
        {
            while (hasher.Length < length)
            {
                var wanted = (int)Math.Min(ReadSize, length - hasher.Length);
                var read = await RandomAccess.ReadAsync(file, buffer.AsMemory(0, wanted), hasher.Length, cancellationToken);
                if (read == 0)
                {
                    throw new EndOfStreamException("A staged file is shorter than its length.");
                }

                hasher.Append(buffer.AsSpan(0, read));
            }

            return hasher;
        }
        catch
        {
            hasher.Dispose();
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public async Task StoreAsync(string uploadId, StoredMedia media, MediaLeaves? leaves, CancellationToken cancellationToken)
    {
        var turn = _turns[Convert.ToInt32(media.Sha256[..1], 16)];
        await turn.WaitAsync(cancellationToken);
        try
        {
            var target = Folders.Object(media.Sha256);
            if (!File.Exists(Folders.Part(uploadId)))
            {
                // Moved before a crash. The names are synced again, because the crash may have come first.
                Demand(File.Exists(target) && File.Exists(Folders.Leaves(media.Sha256)), media, "It is neither in staging nor in the store.");
                SyncFolders(target);
                return;
            }

            if (File.Exists(target) && await IsKeptAsync(uploadId, media, target, cancellationToken))
            {
                File.Delete(Folders.Part(uploadId));
                SyncFolders(target);
                return;
            }

            Move(uploadId, target, leaves ?? await ReadAgainAsync(uploadId, media, cancellationToken));
        }
        finally
        {
            turn.Release();
        }
    }

    public void Reject(string uploadId, StagingSidecar reason)
    {
        var part = Folders.Part(uploadId);
        if (File.Exists(part))
        {
            Durable.Replace(Folders.RejectedReason(uploadId), reason.ToBytes());
            File.Move(part, Folders.RejectedFile(uploadId), overwrite: false);
            Durable.SyncFolder(Folders.Rejected);
            Durable.SyncFolder(Folders.Staging);
        }
    }

    private static void Demand(bool condition, StoredMedia media, string otherwise)
    {
        if (!condition)
        {
            throw FolderMediaStore.Corrupted(media.Sha256, MediaFault.Missing, null, otherwise);
        }
    }

    // The same content is one file. But a kept file that has gone bad must not cost the good copy that just arrived: they change places.
    private async Task<bool> IsKeptAsync(string uploadId, StoredMedia media, string target, CancellationToken cancellationToken)
    {
        var findings = await store.VerifyAsync(media.Sha256, null, cancellationToken);
        if (findings.Count == 0)
        {
            return true;
        }

        Durable.Replace(Folders.RejectedReason(uploadId), JsonSerializer.SerializeToUtf8Bytes(findings, StagingSidecar.Json));
        File.Move(target, Folders.RejectedFile(uploadId), overwrite: true);
        Durable.SyncFolder(Folders.Rejected);
        return false;
    }

    private async Task<MediaLeaves> ReadAgainAsync(string uploadId, StoredMedia media, CancellationToken cancellationToken)
    {
        using var part = File.OpenHandle(Folders.Part(uploadId), options: FileOptions.Asynchronous);
        using var hasher = await HashAsync(part, RandomAccess.GetLength(part), cancellationToken);
        var leaves = hasher.Finish();
        Demand(leaves.Media == media, media, $"The staged bytes changed before they were moved; they have SHA-256 {leaves.Media.Sha256} now.");
        return leaves;
    }

    private void Move(string uploadId, string target, MediaLeaves leaves)
    {
        try
        {
            Durable.CreateFolder(Path.GetDirectoryName(target)!);
            Durable.Replace(target + MediaFolders.LeavesSuffix, leaves.ToBytes());
            store.Forget(leaves.Media.Sha256);
        }
        catch (IOException full) when (DiskSpace.IsFull(full))
        {
            throw new MediaStoreFullException("The disk is full.", full);
        }

        var part = Folders.Part(uploadId);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(part, ReadOnly);
        }

        using (var handle = File.OpenHandle(part))
        {
            RandomAccess.FlushToDisk(handle);
        }

        File.Move(part, target, overwrite: false);
        SyncFolders(target);
    }

    private void SyncFolders(string target)
    {
        Durable.SyncFolder(Path.GetDirectoryName(target)!);
        Durable.SyncFolder(Folders.Staging);
    }
}
