using Enforcement.Grains.Media;
using Enforcement.Storage.Media;

namespace Enforcement.Storage.Tests.Media;

public sealed class MediaVerifierTests : IDisposable
{
    private readonly TestMedia _media = new();

    public void Dispose() => _media.Dispose();

    [Fact]
    public async Task A_folder_that_is_whole_has_no_findings()
    {
        var stored = await _media.StoreAsync(TestMedia.Bytes(1000, seed: 1));
        await _media.Staging.CreateAsync(TestMedia.Declared(10), default);
        Assert.Empty(await VerifyAsync(stored));
    }

    [Fact]
    public async Task Damage_strays_and_what_the_ledger_misses_are_each_named_once()
    {
        var good = await _media.StoreAsync(TestMedia.Bytes(1000, seed: 1));
        var bad = await _media.StoreAsync(TestMedia.Bytes(1000, seed: 2));
        _media.Flip(_media.Folders.Object(bad.Sha256), 0);
        await File.WriteAllTextAsync(Path.Combine(_media.Folders.Objects, "notes.txt"), "?");
        File.Copy(_media.Folders.Object(good.Sha256), Path.Combine(_media.Folders.Objects, good.Sha256));
        var gone = good with { Sha256 = new string('0', 64) };

        var findings = await VerifyAsync(good with { Sm3 = new string('0', 64) }, bad, gone, gone);

        Assert.Equal(
            [(good.Sha256, MediaFault.Stray), ("notes.txt", MediaFault.Stray), (bad.Sha256, MediaFault.Leaf), (good.Sha256, MediaFault.LeavesDamaged), (gone.Sha256, MediaFault.Missing)],
            findings.Select(finding => (finding.Sha256, finding.Fault)).OrderBy(finding => finding.Fault is MediaFault.Stray ? 0 : finding.Fault is MediaFault.Leaf ? 1 : 2).ThenBy(finding => finding.Fault is MediaFault.Missing));
    }

    [Fact]
    public async Task A_damaged_state_of_an_upload_is_named_and_does_not_stand_in_the_way_of_the_others()
    {
        var good = await _media.Staging.CreateAsync(TestMedia.Declared(10), default);
        var bad = await _media.Staging.CreateAsync(TestMedia.Declared(10), default);
        await File.WriteAllTextAsync(_media.Folders.Sidecar(bad.UploadId), "{\"version\":1");
        using var restarted = _media.Restarted();
        List<string> listed = [];
        await foreach (var file in restarted.Staging.ListAsync(default))
        {
            listed.Add(file.UploadId);
        }

        Assert.Equal([good.UploadId], listed);
        Assert.Null(await restarted.Staging.FindAsync(bad.UploadId, default));
        var finding = Assert.Single(await VerifyAsync());
        Assert.Equal((bad.UploadId, MediaFault.Unreadable), (finding.Sha256, finding.Fault));
    }

    [Fact]
    public async Task A_move_that_a_crash_cut_short_is_no_damage_while_the_bytes_lie_in_staging_and_nobody_was_promised_them()
    {
        var staged = await _media.Staging.CreateAsync(TestMedia.Declared(1000), default);
        StoredMedia stored;
        await using (var lease = await _media.LeaseAsync(staged.UploadId))
        {
            await lease.AppendAsync(new MemoryStream(TestMedia.Bytes(1000, seed: 4)), null, default);
            stored = await lease.CompleteAsync(default);
        }

        var (part, sidecar) = (_media.Folders.Part(staged.UploadId), _media.Folders.Sidecar(staged.UploadId));
        File.Move(_media.Folders.Object(stored.Sha256), part);
        await File.WriteAllTextAsync(sidecar, (await File.ReadAllTextAsync(sidecar)).Replace("\"stored\"", "\"moving\"", StringComparison.Ordinal));

        Assert.Empty(await VerifyAsync());
        Assert.Equal(MediaFault.Missing, Assert.Single(await VerifyAsync(stored)).Fault);
        File.Delete(part);
        Assert.Equal(MediaFault.Missing, Assert.Single(await VerifyAsync()).Fault);
    }

    [Fact]
    public async Task Every_flipped_byte_of_a_stored_file_is_found()
    {
        var stored = await _media.StoreAsync(TestMedia.Bytes(257, seed: 3));
        for (var position = 0; position < 257; position++)
        {
            _media.Flip(_media.Folders.Object(stored.Sha256), position);
            Assert.Equal(MediaFault.Leaf, Assert.Single(await VerifyAsync(stored)).Fault);
            _media.Flip(_media.Folders.Object(stored.Sha256), position);
        }

        Assert.Empty(await VerifyAsync(stored));
    }

    private async Task<List<MediaFinding>> VerifyAsync(params StoredMedia[] expected)
    {
        List<MediaFinding> findings = [];
        await foreach (var finding in MediaVerifier.VerifyFolder(_media.Root, expected))
        {
            findings.Add(finding);
        }

        return findings;
    }
}
