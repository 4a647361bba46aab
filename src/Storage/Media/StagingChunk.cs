using System.Buffers;
using System.Security.Cryptography;
using Enforcement.Grains.Media;
using Microsoft.Win32.SafeHandles;

namespace Enforcement.Storage.Media;

/// <summary>One chunk on its way into a staged file: written and hashed as it comes, kept or taken back at its end.</summary>
internal sealed class StagingChunk : IDisposable
{
    private const int BufferSize = 256 * 1024;
    private const long SyncEvery = 64L * 1024 * 1024; // so that the last sync of a large file is short, and a lost power supply costs little

    private readonly SafeFileHandle _part;
    private readonly StagingEntry _entry;
    private readonly MediaHasher _before;
    private readonly ChunkChecksum? _checksum;
    private readonly IncrementalHash? _chunkHash;
    private MediaHasher? _hasher;
    private long _position;
    private long _synced;

    public StagingChunk(SafeFileHandle part, StagingEntry entry, MediaHasher hasher, ChunkChecksum? checksum)
    {
        _part = part;
        _entry = entry;
        _before = hasher;
        _hasher = hasher.Clone();
        _checksum = checksum;
        _chunkHash = checksum is null ? null : IncrementalHash.CreateHash(NameOf(checksum.Algorithm));
        Start = _position = _synced = entry.File.Offset;
    }

    public long Start { get; }

    public async Task<AppendEnding> ReceiveAsync(Stream content, CancellationToken cancellationToken)
    {
        var length = _entry.File.Length;
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            while (true)
            {
                int read;
                try
                {
                    read = await content.ReadAsync(buffer, cancellationToken);
                }
                catch (Exception cut) when (cut is IOException or OperationCanceledException)
                {
                    return AppendEnding.Cut;
                }

                if (read == 0)
                {
                    return _chunkHash is null || _chunkHash.GetHashAndReset().AsSpan().SequenceEqual(_checksum!.Value.AsSpan())
                        ? AppendEnding.Complete
                        : AppendEnding.ChecksumMismatch;
                }

                if (read > length - _position)
                {
                    return AppendEnding.TooLong;
                }

                await WriteAsync(buffer.AsMemory(0, read));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Whether an append that ends so keeps its bytes.</summary>
    public bool Keeps(AppendEnding ending) => ending == AppendEnding.Complete || (ending == AppendEnding.Cut && _checksum is null);

    public void Sync()
    {
        RandomAccess.FlushToDisk(_part);
        _synced = _position;
    }

    /// <summary>Reports the bytes as arrived. They must be on disk by now.</summary>
    /// <returns>The hashes of what the file holds.</returns>
    public MediaHasher? Keep()
    {
        _entry.Advance(_position);
        var hasher = _hasher;
        _hasher = null;
        _before.Dispose();
        return hasher;
    }

    /// <summary>As if the chunk had never come.</summary>
    public MediaHasher TakeBack()
    {
        _entry.Advance(Start);
        RandomAccess.SetLength(_part, Start);
        RandomAccess.FlushToDisk(_part);
        return _before;
    }

    /// <summary>After a failed write or sync: back to what is known to be on disk. The bytes are read again when they are next needed.</summary>
    public void Undo()
    {
        _before.Dispose();
        RandomAccess.SetLength(_part, _entry.File.Offset);
    }

    public void Dispose()
    {
        _hasher?.Dispose();
        _chunkHash?.Dispose();
    }

    private static HashAlgorithmName NameOf(ChunkAlgorithm algorithm) => algorithm switch
    {
        ChunkAlgorithm.Sha1 => HashAlgorithmName.SHA1,
        ChunkAlgorithm.Sha256 => HashAlgorithmName.SHA256,
        _ => throw new System.Diagnostics.UnreachableException($"Unknown algorithm {algorithm}."),
    };

    // Not cancellable: a write that was begun is finished, so that the position is always known.
    private async Task WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        await RandomAccess.WriteAsync(_part, bytes, _position, CancellationToken.None);
        _hasher!.Append(bytes.Span);
        _chunkHash?.AppendData(bytes.Span);
        _position += bytes.Length;
        if (_position - _synced >= SyncEvery && _checksum is null)
        {
            Sync();
            _entry.Advance(_position);
        }
    }
}
