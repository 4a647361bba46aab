using System.Security.Cryptography;
using Enforcement.Grains.Media;
using Enforcement.Storage.Media;

namespace Enforcement.Storage.Tests.Media;

public sealed class MediaStagingTests : IDisposable
{
    private const int MiB = 1024 * 1024;

    private readonly TestMedia _media = new();

    public void Dispose() => _media.Dispose();

    [Fact]
    public async Task A_complete_file_becomes_an_original_under_its_hash()
    {
        var bytes = TestMedia.Bytes((2 * MiB) + 5, seed: 1);

        var stored = await _media.StoreAsync(bytes);

        Assert.Equal(TestMedia.Hash(bytes), stored.Sha256);
        Assert.Equal(Convert.ToHexStringLower(Sm3.HashData(bytes)), stored.Sm3);
        Assert.Equal(3, stored.LeafCount);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(_media.Folders.Object(stored.Sha256)));
        Assert.Equal(stored, await _media.Store.FindAsync(stored.Sha256, default));
        Assert.Empty(await _media.Store.VerifyAsync(stored.Sha256, null, default));
        Assert.False(File.GetUnixFileMode(_media.Folders.Object(stored.Sha256)).HasFlag(UnixFileMode.UserWrite));
    }

    [Fact]
    public async Task The_same_content_twice_is_one_file()
    {
        var bytes = TestMedia.Bytes(1000, seed: 2);
        var first = await _media.StoreAsync(bytes);
        var written = File.GetLastWriteTimeUtc(_media.Folders.Object(first.Sha256));

        var second = await _media.StoreAsync(bytes);

        Assert.Equal(first, second);
        Assert.Equal(written, File.GetLastWriteTimeUtc(_media.Folders.Object(first.Sha256)));
        Assert.Single(Directory.GetFiles(_media.Folders.Objects, first.Sha256, SearchOption.AllDirectories));
        Assert.Empty(Directory.GetFiles(_media.Folders.Staging, "*.part"));
    }

    [Fact]
    public async Task A_good_copy_takes_the_place_of_a_kept_file_that_went_bad_and_the_bad_one_is_kept_apart()
    {
        var bytes = TestMedia.Bytes(1000, seed: 3);
        var stored = await _media.StoreAsync(bytes);
        _media.Flip(_media.Folders.Object(stored.Sha256), 10);

        await _media.StoreAsync(bytes);

        Assert.Equal(bytes, await _media.ReadAsync(stored.Sha256, 0, bytes.Length));
        Assert.Single(Directory.GetFiles(_media.Folders.Rejected, "*.bin"));
        Assert.Contains("\"leaf\"", await File.ReadAllTextAsync(Directory.GetFiles(_media.Folders.Rejected, "*.json").Single()), StringComparison.Ordinal);
        Assert.Empty(await _media.Store.VerifyAsync(stored.Sha256, null, default));
    }

    [Fact]
    public async Task A_forgery_of_file_and_leaves_does_not_outlive_the_good_copy_that_arrives()
    {
        var bytes = TestMedia.Bytes(1000, seed: 30);
        var stored = await _media.StoreAsync(bytes);
        using var forged = new MediaHasher();
        forged.Append(new byte[1000]);
        var leaves = forged.Finish();
        File.SetUnixFileMode(_media.Folders.Object(stored.Sha256), UnixFileMode.UserWrite | UnixFileMode.UserRead);
        await File.WriteAllBytesAsync(_media.Folders.Object(stored.Sha256), new byte[1000]);
        await File.WriteAllBytesAsync(_media.Folders.Leaves(stored.Sha256), new MediaLeaves(leaves.Media with { Sha256 = stored.Sha256 }, leaves.Hashes).ToBytes());

        Assert.Equal(stored, await _media.StoreAsync(bytes));

        Assert.Equal(bytes, await _media.ReadAsync(stored.Sha256, 0, 1000));
        Assert.Equal(stored, await _media.Store.FindAsync(stored.Sha256, default));
    }

    [Fact]
    public async Task A_cut_append_keeps_what_arrived_and_a_restarted_process_goes_on_from_there()
    {
        var bytes = TestMedia.Bytes((3 * MiB) + 77, seed: 4);
        var id = (await _media.Staging.CreateAsync(TestMedia.Declared(bytes.Length), default)).UploadId;
        await using (var lease = await _media.LeaseAsync(id))
        {
            var cut = await lease.AppendAsync(new CutStream(bytes[..1_500_000]), null, default);
            Assert.Equal(new AppendResult(AppendEnding.Cut, 1_500_000), cut);
        }

        using var restarted = _media.Restarted();
        Assert.Equal(1_500_000, (await restarted.Staging.FindAsync(id, default))!.Offset);
        await using var again = await restarted.LeaseAsync(id);
        Assert.Equal(AppendEnding.Complete, (await again.AppendAsync(new MemoryStream(bytes[1_500_000..]), null, default)).Ending);
        var stored = await again.CompleteAsync(default);

        Assert.Equal(TestMedia.Hash(bytes), stored.Sha256);
        Assert.Empty(await restarted.Store.VerifyAsync(stored.Sha256, null, default));
    }

    [Theory]
    [InlineData(ChunkAlgorithm.Sha1)]
    [InlineData(ChunkAlgorithm.Sha256)]
    public async Task A_chunk_with_a_checksum_is_taken_whole_or_not_at_all(ChunkAlgorithm algorithm)
    {
        var bytes = TestMedia.Bytes(MiB + 300_000, seed: 5);
        var id = (await _media.Staging.CreateAsync(TestMedia.Declared(bytes.Length), default)).UploadId;
        await using var lease = await _media.LeaseAsync(id);
        await lease.AppendAsync(new MemoryStream(bytes[..100]), null, default);
        var rest = bytes[100..];
        byte[] hash = algorithm == ChunkAlgorithm.Sha1 ? SHA1.HashData(rest) : SHA256.HashData(rest);
        var checksum = new ChunkChecksum(algorithm, [.. hash]);

        Assert.Equal(new AppendResult(AppendEnding.ChecksumMismatch, 100), await lease.AppendAsync(new MemoryStream(bytes[101..]), checksum, default));
        Assert.Equal(new AppendResult(AppendEnding.Cut, 100), await lease.AppendAsync(new CutStream(rest[..500_000]), checksum, default));
        Assert.Equal(100, new FileInfo(_media.Folders.Part(id)).Length);
        Assert.Equal(new AppendResult(AppendEnding.Complete, bytes.Length), await lease.AppendAsync(new MemoryStream(rest), checksum, default));
        Assert.Equal(TestMedia.Hash(bytes), (await lease.CompleteAsync(default)).Sha256);
    }

    [Fact]
    public async Task Bytes_of_a_checked_chunk_that_a_killed_process_left_behind_are_cut_off()
    {
        var id = (await _media.Staging.CreateAsync(TestMedia.Declared(1000), default)).UploadId;
        await using var lease = await _media.LeaseAsync(id);
        await lease.AppendAsync(new MemoryStream(new byte[100]), null, default);
        var kill = new KillStream(() => _media.Restarted(), TestMedia.Bytes(300, seed: 6));

        await lease.AppendAsync(kill, new ChunkChecksum(ChunkAlgorithm.Sha1, [1]), default);

        Assert.Equal(400, kill.LengthBeforeRestart(id));
        Assert.Equal(100, kill.OffsetAfterRestart(id));
    }

    [Fact]
    public async Task More_bytes_than_declared_are_refused_and_the_file_stays_as_it_was()
    {
        var bytes = TestMedia.Bytes(1000, seed: 8);
        var id = (await _media.Staging.CreateAsync(TestMedia.Declared(1000), default)).UploadId;
        await using var lease = await _media.LeaseAsync(id);
        await lease.AppendAsync(new MemoryStream(bytes[..400]), null, default);

        Assert.Equal(new AppendResult(AppendEnding.TooLong, 400), await lease.AppendAsync(new MemoryStream(new byte[601]), null, default));
        Assert.Equal(AppendEnding.Complete, (await lease.AppendAsync(new MemoryStream(bytes[400..]), null, default)).Ending);
        Assert.Equal(TestMedia.Hash(bytes), (await lease.CompleteAsync(default)).Sha256);
    }

    [Fact]
    public async Task Only_one_holder_writes_at_a_time()
    {
        var id = (await _media.Staging.CreateAsync(TestMedia.Declared(10), default)).UploadId;
        var first = await _media.LeaseAsync(id);
        Assert.Null(await _media.Staging.TryLeaseAsync(id, default));
        await first.DisposeAsync();
        await using var second = await _media.Staging.TryLeaseAsync(id, default);
        Assert.NotNull(second);
    }

    [Fact]
    public async Task Content_that_is_not_what_was_declared_is_kept_apart_with_the_reason()
    {
        var bytes = TestMedia.Bytes(1000, seed: 9);
        var id = (await _media.Staging.CreateAsync(TestMedia.Declared(1000, sha256: new string('0', 64)), default)).UploadId;
        await using (var lease = await _media.LeaseAsync(id))
        {
            await lease.AppendAsync(new MemoryStream(bytes), null, default);
            await Assert.ThrowsAsync<MediaRejectedException>(() => lease.CompleteAsync(default));
            await Assert.ThrowsAsync<MediaRejectedException>(() => lease.CompleteAsync(default));
        }

        Assert.Equal(StagedPhase.Rejected, (await _media.Restarted().Staging.FindAsync(id, default))!.Phase);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(_media.Folders.RejectedFile(id)));
        Assert.Contains(TestMedia.Hash(bytes), await File.ReadAllTextAsync(_media.Folders.RejectedReason(id)), StringComparison.Ordinal);
        Assert.Null(await _media.Store.FindAsync(TestMedia.Hash(bytes), default));
    }

    [Theory]
    [InlineData(CrashPoint.BeforeMove)]
    [InlineData(CrashPoint.LeavesWritten)]
    [InlineData(CrashPoint.Moved)]
    public async Task A_move_that_a_crash_interrupted_is_finished_by_the_next_process(CrashPoint crash)
    {
        var bytes = TestMedia.Bytes(MiB + 9, seed: 10);
        var id = (await _media.Staging.CreateAsync(TestMedia.Declared(bytes.Length), default)).UploadId;
        StoredMedia stored;
        await using (var lease = await _media.LeaseAsync(id))
        {
            await lease.AppendAsync(new MemoryStream(bytes), null, default);
            stored = await lease.CompleteAsync(default);
        }

        // Put the folder back to what it was at the instant of the crash.
        var sidecar = StagingSidecar.Parse(await File.ReadAllBytesAsync(_media.Folders.Sidecar(id)));
        await File.WriteAllBytesAsync(_media.Folders.Sidecar(id), (sidecar with { Phase = StagedPhase.Moving }).ToBytes());
        if (crash != CrashPoint.Moved)
        {
            File.Move(_media.Folders.Object(stored.Sha256), _media.Folders.Part(id));
        }

        if (crash == CrashPoint.BeforeMove)
        {
            File.Delete(_media.Folders.Leaves(stored.Sha256));
        }

        using var restarted = _media.Restarted();
        await using var again = await restarted.LeaseAsync(id);
        Assert.Equal(stored, await again.CompleteAsync(default));
        Assert.Equal(StagedPhase.Stored, again.File.Phase);
        Assert.Empty(await restarted.Store.VerifyAsync(stored.Sha256, null, default));
        await again.SettleAsync("done", default);
        Assert.Equal("done", (await restarted.Restarted().Staging.FindAsync(id, default))!.Settlement);
    }

    [Fact]
    public async Task An_original_that_nobody_settled_is_not_forgotten()
    {
        var id = (await _media.Staging.CreateAsync(TestMedia.Declared(3), default)).UploadId;
        await using var lease = await _media.LeaseAsync(id);
        await lease.AppendAsync(new MemoryStream([1, 2, 3]), null, default);
        await lease.CompleteAsync(default);
        await Assert.ThrowsAsync<InvalidOperationException>(() => lease.DiscardAsync(default));
        await lease.SettleAsync("done", default);
        await lease.DiscardAsync(default);
        Assert.Null(await _media.Staging.FindAsync(id, default));
        Assert.NotNull(await _media.Store.FindAsync(lease.File.Media!.Sha256, default));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF")]
    [InlineData("0123456789abcdef0123456789abcdef\n")]
    public async Task Only_an_id_of_the_server_names_a_file(string id)
    {
        Assert.Null(await _media.Staging.FindAsync(id, default));
        Assert.Null(await _media.Staging.TryLeaseAsync(id, default));
        Assert.Null(await _media.Store.FindAsync(id, default));
        Assert.Null(await _media.Store.OpenAsync(id, null, default));
        await Assert.ThrowsAsync<ArgumentException>(() => _media.Staging.CreateAsync(TestMedia.Declared(1, id: id), default));
    }

    public enum CrashPoint
    {
        BeforeMove,
        LeavesWritten,
        Moved,
    }

    /// <summary>Copies the folder, as it lies on disk in the middle of a chunk, for a second process to start on.</summary>
    private sealed class KillStream(Func<TestMedia> open, byte[] bytes) : Stream
    {
        private int _reads;
        private string _copy = "";

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => bytes.Length;

        public override long Position { get; set; }

        public long LengthBeforeRestart(string id) => new FileInfo(Path.Combine(_copy, id + ".before")).Length;

        public long OffsetAfterRestart(string id)
        {
            using var restarted = new TestMedia(_copy);
            var offset = restarted.Staging.FindAsync(id, default).GetAwaiter().GetResult()!.Offset;
            Assert.Equal(offset, new FileInfo(restarted.Folders.Part(id)).Length);
            Directory.Delete(_copy, recursive: true);
            return offset;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_reads++ == 0)
            {
                bytes.CopyTo(buffer);
                return new ValueTask<int>(bytes.Length);
            }

            var source = open().Folders.Staging;
            _copy = Directory.CreateTempSubdirectory("media-killed-").FullName;
            Directory.CreateDirectory(Path.Combine(_copy, "staging"));
            foreach (var file in Directory.GetFiles(source))
            {
                File.Copy(file, Path.Combine(_copy, "staging", Path.GetFileName(file)));
                File.Copy(file, Path.Combine(_copy, Path.GetFileNameWithoutExtension(file) + (file.EndsWith(".part", StringComparison.Ordinal) ? ".before" : ".other")));
            }

            return new ValueTask<int>(0);
        }

        public override void Flush() => throw new NotSupportedException();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
