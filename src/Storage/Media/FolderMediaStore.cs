using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Enforcement.Grains.Media;

namespace Enforcement.Storage.Media;

/// <summary>Originals in a folder tree by hash, each with its leaf hashes beside it.</summary>
public sealed class FolderMediaStore(MediaFolders folders) : IMediaStore
{
    private const int KeptLeaves = 256;

    private readonly ConcurrentDictionary<string, MediaLeaves> _leaves = new(StringComparer.Ordinal);

    public MediaFolders Folders => folders;

    public async Task<StoredMedia?> FindAsync(string sha256, CancellationToken cancellationToken) =>
        MediaFolders.IsHash(sha256) ? (await LeavesOf(sha256, cancellationToken))?.Media : null;

    public async Task<IVerifiedMedia?> OpenAsync(string sha256, string? expectedLeafRoot, CancellationToken cancellationToken)
    {
        if (!MediaFolders.IsHash(sha256))
        {
            return null;
        }

        var leaves = await LeavesOf(sha256, cancellationToken);
        if (leaves is null)
        {
            return File.Exists(folders.Object(sha256))
                ? throw Corrupted(sha256, MediaFault.LeavesMissing, null, "The list of leaf hashes is gone.")
                : null;
        }

        if (expectedLeafRoot is not null && leaves.Media.LeafRoot != expectedLeafRoot)
        {
            throw Corrupted(sha256, MediaFault.LeavesDamaged, null, $"The leaves have the root {leaves.Media.LeafRoot}, expected was {expectedLeafRoot}.");
        }

        return VerifiedMedia.Open(folders.Object(sha256), leaves);
    }

    public async Task<IReadOnlyList<MediaFinding>> VerifyAsync(
        string sha256, Func<int, CancellationToken, ValueTask>? pace, CancellationToken cancellationToken)
    {
        try
        {
            Forget(sha256);
            var leaves = await LeavesOf(sha256, cancellationToken);
            if (leaves is null)
            {
                return [File.Exists(folders.Object(sha256))
                    ? new MediaFinding(sha256, MediaFault.LeavesMissing, null, "The list of leaf hashes is gone.")
                    : new MediaFinding(sha256, MediaFault.Missing, null, "Nothing is stored under this hash.")];
            }

            await using var media = VerifiedMedia.Open(folders.Object(sha256), leaves);
            return await media.CompareAsync(pace, cancellationToken);
        }
        catch (MediaCorruptedException corrupted)
        {
            return [corrupted.Finding];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return [new MediaFinding(sha256, MediaFault.Unreadable, null, unreadable.Message)];
        }
    }

    public async IAsyncEnumerable<string> ListAsync(string? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        if (!Directory.Exists(folders.Objects))
        {
            yield break;
        }

        foreach (var first in Sorted(folders.Objects, after?[..2]))
        {
            foreach (var second in Sorted(first, first.EndsWith(after?[..2] ?? "-", StringComparison.Ordinal) ? after?[2..4] : null))
            {
                // The leaf hashes count too: a file that is gone is found by the list it left behind.
                var hashes = Directory.EnumerateFiles(second)
                    .Select(path => Path.GetFileName(path).Replace(MediaFolders.LeavesSuffix, "", StringComparison.Ordinal))
                    .Where(MediaFolders.IsHash)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal);
                foreach (var hash in hashes)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    if (after is null || string.CompareOrdinal(hash, after) > 0)
                    {
                        yield return hash;
                    }
                }
            }
        }
    }

    public async Task<MediaAmount> MeasureAsync(CancellationToken cancellationToken)
    {
        var amount = default(MediaAmount);
        await foreach (var hash in ListAsync(null, cancellationToken))
        {
            var file = new FileInfo(folders.Object(hash));
            amount = new MediaAmount(amount.Files + 1, amount.Bytes + (file.Exists ? file.Length : 0));
        }

        return amount;
    }

    /// <summary>The list of leaves was written anew: what was read before no longer counts.</summary>
    internal void Forget(string sha256) => _leaves.TryRemove(sha256, out _);

    internal static MediaCorruptedException Corrupted(string sha256, MediaFault fault, int? leaf, string detail) =>
        new(new MediaFinding(sha256, fault, leaf, detail));

    private static IEnumerable<string> Sorted(string folder, string? from) =>
        Directory.EnumerateDirectories(folder)
            .Where(path => from is null || string.CompareOrdinal(Path.GetFileName(path), from) >= 0)
            .Order(StringComparer.Ordinal);

    private async Task<MediaLeaves?> LeavesOf(string sha256, CancellationToken cancellationToken)
    {
        if (_leaves.TryGetValue(sha256, out var kept))
        {
            return kept;
        }

        try
        {
            var leaves = MediaLeaves.Parse(await File.ReadAllBytesAsync(folders.Leaves(sha256), cancellationToken));
            if (leaves.Media.Sha256 != sha256)
            {
                throw new FormatException($"It is the list of {leaves.Media.Sha256}.");
            }

            if (_leaves.Count >= KeptLeaves)
            {
                _leaves.Clear();
            }

            _leaves[sha256] = leaves;
            return leaves;
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (FormatException damaged)
        {
            throw Corrupted(sha256, MediaFault.LeavesDamaged, null, damaged.Message);
        }
    }
}
