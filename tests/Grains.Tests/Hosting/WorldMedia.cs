using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Enforcement.Grains.Interfaces.Recordings;
using Enforcement.Grains.Media;
using Enforcement.Storage.Media;

namespace Enforcement.Grains.Tests.Hosting;

/// <summary>The media folder of a world: a file goes through staging into the store, hashed and synced, as an upload does.</summary>
internal sealed class WorldMedia
{
    private readonly FolderMediaStaging _staging;

    public WorldMedia(string root)
    {
        var store = new FolderMediaStore(new MediaFolders(root));
        _staging = new FolderMediaStaging(store, new MediaOptions { Root = root, ReserveBytes = 0 });
    }

    /// <summary>Stores a small file whose bytes follow from its name.</summary>
    public async Task<StoredFile> StoreAsync(string name)
    {
        var bytes = Encoding.UTF8.GetBytes($"recording {name}");
        var now = FakeLegalClock.Start;
        var staged = await _staging.CreateAsync(
            new NewStagedFile(Convert.ToHexStringLower(SHA256.HashData(bytes))[..32], bytes.Length, "dock-1", ImmutableSortedDictionary<string, string>.Empty, null, now, now.AddDays(1)), CancellationToken.None);
        await using var lease = await _staging.TryLeaseAsync(staged.UploadId, CancellationToken.None) ?? throw new InvalidOperationException("The upload is held.");
        using var content = new MemoryStream(bytes);
        await lease.AppendAsync(content, null, CancellationToken.None);
        var media = await lease.CompleteAsync(CancellationToken.None);
        return new StoredFile(media.Sha256, media.Sm3, media.Size, media.LeafRoot, media.LeafCount, $"{name}.mp4", "video/mp4", staged.UploadId);
    }
}
