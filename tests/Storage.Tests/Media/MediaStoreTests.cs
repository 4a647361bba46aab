using Enforcement.Grains.Media;
using Enforcement.Storage.Media;

namespace Enforcement.Storage.Tests.Media;

public sealed class MediaStoreTests : IDisposable
{
    private const int MiB = 1024 * 1024;

    private readonly TestMedia _media = new();

    public void Dispose() => _media.Dispose();

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, (3 * MiB) + 17)]
    [InlineData(MiB - 1, 2)]
    [InlineData(MiB, MiB)]
    [InlineData((3 * MiB) + 16, 1)]
    [InlineData(5, 0)]
    public async Task Any_range_comes_back_as_it_was_stored(int from, int length)
    {
        var bytes = TestMedia.Bytes((3 * MiB) + 17, seed: 1);
        var stored = await _media.StoreAsync(bytes);
        Assert.Equal(bytes[from..(from + length)], await _media.ReadAsync(stored.Sha256, from, length));
    }

    [Fact]
    public async Task A_damaged_leaf_is_named_and_none_of_its_bytes_leave()
    {
        var bytes = TestMedia.Bytes(3 * MiB, seed: 2);
        var stored = await _media.StoreAsync(bytes);
        _media.Flip(_media.Folders.Object(stored.Sha256), MiB + 12345);

        await using var media = await _media.Store.OpenAsync(stored.Sha256, stored.LeafRoot, default);
        var given = 0L;
        var corrupted = await Assert.ThrowsAsync<MediaCorruptedException>(async () =>
        {
            await foreach (var piece in media!.ReadAsync(10, (3 * MiB) - 10, default))
            {
                given += piece.Length;
            }
        });

        Assert.Equal(1, corrupted.Finding.Leaf);
        Assert.Equal(MediaFault.Leaf, corrupted.Finding.Fault);
        Assert.Equal(MiB - 10, given);
        Assert.Equal(bytes[(2 * MiB)..], await _media.ReadAsync(stored.Sha256, 2 * MiB, MiB));
        var finding = Assert.Single(await _media.Store.VerifyAsync(stored.Sha256, null, default));
        Assert.Equal((MediaFault.Leaf, 1), (finding.Fault, finding.Leaf));
    }

    [Fact]
    public async Task Every_flipped_byte_of_the_list_of_leaves_is_found()
    {
        var stored = await _media.StoreAsync(TestMedia.Bytes(MiB + 1, seed: 3));
        var path = _media.Folders.Leaves(stored.Sha256);
        var length = new FileInfo(path).Length;
        for (var position = 0L; position < length; position++)
        {
            _media.Flip(path, position);
            Assert.NotEmpty(await _media.Store.VerifyAsync(stored.Sha256, null, default));
            _media.Flip(path, position);
        }

        Assert.Empty(await _media.Store.VerifyAsync(stored.Sha256, null, default));
    }

    [Fact]
    public async Task Leaves_and_file_changed_together_are_found_by_the_root_of_the_ledger_and_by_the_name()
    {
        var bytes = TestMedia.Bytes(2000, seed: 4);
        var stored = await _media.StoreAsync(bytes);
        bytes[5] ^= 1;
        using var forged = new MediaHasher();
        forged.Append(bytes);
        var leaves = forged.Finish();
        File.SetUnixFileMode(_media.Folders.Object(stored.Sha256), UnixFileMode.UserWrite | UnixFileMode.UserRead);
        await File.WriteAllBytesAsync(_media.Folders.Object(stored.Sha256), bytes);
        await File.WriteAllBytesAsync(
            _media.Folders.Leaves(stored.Sha256),
            new MediaLeaves(leaves.Media with { Sha256 = stored.Sha256 }, leaves.Hashes).ToBytes());

        using var restarted = _media.Restarted();
        var corrupted = await Assert.ThrowsAsync<MediaCorruptedException>(() => restarted.Store.OpenAsync(stored.Sha256, stored.LeafRoot, default));
        Assert.Equal(MediaFault.LeavesDamaged, corrupted.Finding.Fault);
        var finding = Assert.Single(await restarted.Store.VerifyAsync(stored.Sha256, null, default));
        Assert.Equal(MediaFault.Whole, finding.Fault);
    }

    [Fact]
    public async Task A_file_that_is_gone_or_shorter_is_found()
    {
        var first = await _media.StoreAsync(TestMedia.Bytes(100, seed: 5));
        var second = await _media.StoreAsync(TestMedia.Bytes(100, seed: 6));
        var third = await _media.StoreAsync(TestMedia.Bytes(100, seed: 7));
        File.Delete(_media.Folders.Object(first.Sha256));
        File.SetUnixFileMode(_media.Folders.Object(second.Sha256), UnixFileMode.UserWrite | UnixFileMode.UserRead);
        using (var file = File.OpenWrite(_media.Folders.Object(second.Sha256)))
        {
            file.SetLength(99);
        }

        File.Delete(_media.Folders.Leaves(third.Sha256));

        Assert.Equal(MediaFault.Missing, (await _media.Store.VerifyAsync(first.Sha256, null, default)).Single().Fault);
        Assert.Equal(MediaFault.Size, (await _media.Store.VerifyAsync(second.Sha256, null, default)).Single().Fault);
        Assert.Equal(MediaFault.LeavesMissing, (await _media.Store.VerifyAsync(third.Sha256, null, default)).Single().Fault);
        await Assert.ThrowsAsync<MediaCorruptedException>(() => _media.Store.OpenAsync(first.Sha256, null, default));
    }

    [Fact]
    public async Task The_list_is_ascending_and_goes_on_after_any_of_its_members()
    {
        List<string> stored = [];
        for (var seed = 0; seed < 40; seed++)
        {
            stored.Add((await _media.StoreAsync(TestMedia.Bytes(10, seed))).Sha256);
        }

        stored.Sort(StringComparer.Ordinal);
        Assert.Equal(stored, await ListAsync(null));
        for (var i = 0; i < stored.Count; i++)
        {
            Assert.Equal(stored[(i + 1)..], await ListAsync(stored[i]));
        }
    }

    private async Task<List<string>> ListAsync(string? after)
    {
        List<string> hashes = [];
        await foreach (var hash in _media.Store.ListAsync(after, default))
        {
            hashes.Add(hash);
        }

        return hashes;
    }
}
