using System.Collections.Immutable;
using System.Security.Cryptography;
using Enforcement.Grains.Media;
using Enforcement.Storage.Media;

namespace Enforcement.Storage.Tests.Media;

/// <summary>A media folder of its own for one test.</summary>
internal sealed class TestMedia : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private readonly bool _owned;

    public TestMedia(string? root = null, long reserve = 0)
    {
        _owned = root is null;
        Root = root ?? Directory.CreateTempSubdirectory("media-test-").FullName;
        Folders = new MediaFolders(Root);
        Store = new FolderMediaStore(Folders);
        Staging = new FolderMediaStaging(Store, new MediaOptions { Root = Root, ReserveBytes = reserve });
    }

    public string Root { get; }

    public MediaFolders Folders { get; }

    public FolderMediaStore Store { get; }

    public FolderMediaStaging Staging { get; }

    public static byte[] Bytes(int length, int seed)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static string NewId() => Guid.NewGuid().ToString("N");

    public static NewStagedFile Declared(long length, string? sha256 = null, string? id = null) => new(
        id ?? NewId(), length, "dock-1", ImmutableSortedDictionary<string, string>.Empty, sha256, Now, Now.AddDays(1));

    /// <summary>What a process sees that starts on this folder after the present one was killed.</summary>
    public TestMedia Restarted() => new(Root);

    public async Task<StoredMedia> StoreAsync(byte[] bytes)
    {
        var file = await Staging.CreateAsync(Declared(bytes.Length), default);
        await using var lease = await LeaseAsync(file.UploadId);
        await lease.AppendAsync(new MemoryStream(bytes), null, default);
        return await lease.CompleteAsync(default);
    }

    public async Task<IStagingLease> LeaseAsync(string id) =>
        await Staging.TryLeaseAsync(id, default) ?? throw new InvalidOperationException("It is held.");

    public async Task<byte[]> ReadAsync(string sha256, long from, long length)
    {
        await using var media = await Store.OpenAsync(sha256, null, default) ?? throw new InvalidOperationException("It is not there.");
        using var read = new MemoryStream();
        await foreach (var piece in media.ReadAsync(from, length, default))
        {
            read.Write(piece.Span);
        }

        return read.ToArray();
    }

    /// <summary>Changes one byte of a stored file behind the store's back.</summary>
    public void Flip(string path, long position)
    {
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Position = position;
        var old = file.ReadByte();
        file.Position = position;
        file.WriteByte((byte)(old ^ 1));
    }

    public void Dispose()
    {
        if (_owned)
        {
            Directory.Delete(Root, recursive: true);
        }
    }
}

/// <summary>Gives some bytes and then breaks off as a lost connection does.</summary>
internal sealed class CutStream(byte[] bytes) : MemoryStream(bytes)
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await base.ReadAsync(buffer, cancellationToken);
        return read > 0 ? read : throw new IOException("The connection was reset.");
    }
}
