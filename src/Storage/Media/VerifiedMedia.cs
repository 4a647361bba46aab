using System.Buffers;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Enforcement.Grains.Media;
using Microsoft.Win32.SafeHandles;

namespace Enforcement.Storage.Media;

/// <summary>Reads one original leaf by leaf and lets a leaf go only when its hash is the stored one.</summary>
internal sealed class VerifiedMedia : IVerifiedMedia
{
    private readonly SafeFileHandle _file;
    private readonly MediaLeaves _leaves;

    private VerifiedMedia(SafeFileHandle file, MediaLeaves leaves)
    {
        _file = file;
        _leaves = leaves;
    }

    public StoredMedia Media => _leaves.Media;

    public static VerifiedMedia Open(string path, MediaLeaves leaves)
    {
        SafeFileHandle file;
        try
        {
            file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, FileOptions.Asynchronous);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw FolderMediaStore.Corrupted(leaves.Media.Sha256, MediaFault.Missing, null, "Its leaf hashes are there, the file is gone.");
        }

        var size = RandomAccess.GetLength(file);
        if (size == leaves.Media.Size)
        {
            return new VerifiedMedia(file, leaves);
        }

        file.Dispose();
        throw FolderMediaStore.Corrupted(leaves.Media.Sha256, MediaFault.Size, null, $"It has {size} bytes and had {leaves.Media.Size}.");
    }

    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(
        long from, long length, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Media.Size - from);
        var buffer = ArrayPool<byte>.Shared.Rent(StoredMedia.DefaultLeafSize + 1);
        try
        {
            var end = from + length;
            for (var position = from; position < end;)
            {
                var leaf = (int)(position / StoredMedia.DefaultLeafSize);
                var bytes = await ReadLeafAsync(leaf, buffer, cancellationToken);
                if (!Matches(leaf, buffer, bytes.Length))
                {
                    throw FolderMediaStore.Corrupted(Media.Sha256, MediaFault.Leaf, leaf, "The leaf has another hash than the one stored for it.");
                }

                var start = (int)(position % StoredMedia.DefaultLeafSize);
                var piece = bytes[start..(int)Math.Min(bytes.Length, start + (end - position))];
                position += piece.Length;
                yield return piece;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Compares every leaf and the whole. A damaged leaf does not end the reading: all of them are named.</summary>
    public async Task<IReadOnlyList<MediaFinding>> CompareAsync(Func<int, CancellationToken, ValueTask>? pace, CancellationToken cancellationToken)
    {
        List<MediaFinding> findings = [];
        var buffer = ArrayPool<byte>.Shared.Rent(StoredMedia.DefaultLeafSize + 1);
        using var whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var sm3 = new Sm3();
        try
        {
            for (var leaf = 0; leaf < Media.LeafCount; leaf++)
            {
                var bytes = await ReadLeafAsync(leaf, buffer, cancellationToken);
                whole.AppendData(bytes.Span);
                sm3.Append(bytes.Span);
                if (!Matches(leaf, buffer, bytes.Length))
                {
                    findings.Add(new MediaFinding(Media.Sha256, MediaFault.Leaf, leaf, "The leaf has another hash than the one stored for it."));
                }

                if (pace is not null)
                {
                    await pace(bytes.Length, cancellationToken);
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        if (findings.Count == 0
            && (Convert.ToHexStringLower(whole.GetHashAndReset()) != Media.Sha256 || Convert.ToHexStringLower(sm3.Finish()) != Media.Sm3))
        {
            findings.Add(new MediaFinding(Media.Sha256, MediaFault.Whole, null, "Its leaves match, but the whole does not have the hashes of its name."));
        }

        return findings;
    }

    public ValueTask DisposeAsync()
    {
        _file.Dispose();
        return ValueTask.CompletedTask;
    }

    private bool Matches(int leaf, byte[] buffer, int length)
    {
        Span<byte> hash = stackalloc byte[LeafTree.HashSize];
        SHA256.HashData(buffer.AsSpan(0, length + 1), hash);
        return hash.SequenceEqual(_leaves.Hashes[leaf]);
    }

    // The leaf lies behind its prefix byte, so that it is hashed without a copy.
    private async Task<Memory<byte>> ReadLeafAsync(int leaf, byte[] buffer, CancellationToken cancellationToken)
    {
        var position = (long)leaf * StoredMedia.DefaultLeafSize;
        var length = (int)Math.Min(StoredMedia.DefaultLeafSize, Media.Size - position);
        buffer[0] = LeafTree.LeafPrefix;
        for (var filled = 0; filled < length;)
        {
            int read;
            try
            {
                read = await RandomAccess.ReadAsync(_file, buffer.AsMemory(1 + filled, length - filled), position + filled, cancellationToken);
            }
            catch (IOException unreadable)
            {
                throw FolderMediaStore.Corrupted(Media.Sha256, MediaFault.Unreadable, leaf, unreadable.Message);
            }

            if (read == 0)
            {
                throw FolderMediaStore.Corrupted(Media.Sha256, MediaFault.Size, leaf, "It became shorter while it was read.");
            }

            filled += read;
        }

        return buffer.AsMemory(1, length);
    }
}
