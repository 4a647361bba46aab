using System.Runtime.CompilerServices;
using Enforcement.Grains.Media;

namespace Enforcement.Storage.Media;

/// <summary>Checks a media folder from outside, without the server and its services.</summary>
public static class MediaVerifier
{
    private const string Unfinished = ".new"; // left by a crash between a write and its rename; the next try replaces it

    /// <summary>Reads everything again and yields what is wrong. Nothing is changed.</summary>
    /// <param name="path">The media folder.</param>
    /// <param name="expected">What the ledger says is kept; each of them that is gone or has other hashes is a finding.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async IAsyncEnumerable<MediaFinding> VerifyFolder(
        string path, IReadOnlyCollection<StoredMedia>? expected = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var folders = new MediaFolders(path);
        var store = new FolderMediaStore(folders);
        foreach (var stray in Strays(folders).Concat(DamagedStates(folders)))
        {
            yield return stray;
        }

        var broken = new HashSet<string>(StringComparer.Ordinal);
        var underway = Underway(folders).Except((expected ?? []).Select(media => media.Sha256)).ToHashSet(StringComparer.Ordinal);
        await foreach (var hash in store.ListAsync(null, cancellationToken))
        {
            foreach (var finding in (await store.VerifyAsync(hash, null, cancellationToken)).Where(f => f.Fault is not MediaFault.Missing || !underway.Contains(hash)))
            {
                broken.Add(hash);
                yield return finding;
            }
        }

        foreach (var media in (expected ?? []).Where(media => !broken.Contains(media.Sha256)).Distinct())
        {
            var kept = await store.FindAsync(media.Sha256, cancellationToken);
            if (kept is null)
            {
                yield return new MediaFinding(media.Sha256, MediaFault.Missing, null, "The ledger names it, and it is not in the folder.");
            }
            else if (kept != media)
            {
                yield return new MediaFinding(media.Sha256, MediaFault.LeavesDamaged, null, "The ledger names another size, SM3 or leaf root.");
            }
        }
    }

    /// <summary>Files that a crash caught between their leaf hashes and their own move: the bytes lie in staging, and the next start moves them. Nobody has been promised them yet.</summary>
    private static IEnumerable<string> Underway(MediaFolders folders) => !Directory.Exists(folders.Staging) ? [] : Directory
        .EnumerateFiles(folders.Staging, "*.json")
        .Select(TryRead)
        .OfType<StagingSidecar>()
        .Where(state => state.Phase is StagedPhase.Moving && File.Exists(folders.Part(state.Created.UploadId)))
        .Select(state => state.Media?.Sha256)
        .OfType<string>();

    private static StagingSidecar? TryRead(string file)
    {
        try
        {
            return StagingSidecar.Parse(File.ReadAllBytes(file));
        }
        catch (Exception damaged) when (damaged is InvalidDataException or IOException)
        {
            return null; // named by DamagedStates
        }
    }

    private static IEnumerable<MediaFinding> DamagedStates(MediaFolders folders)
    {
        if (!Directory.Exists(folders.Staging))
        {
            yield break;
        }

        foreach (var file in Directory.EnumerateFiles(folders.Staging, "*.json").Order(StringComparer.Ordinal))
        {
            string? problem = null;
            try
            {
                StagingSidecar.Parse(File.ReadAllBytes(file));
            }
            catch (Exception damaged) when (damaged is InvalidDataException or IOException)
            {
                problem = damaged.Message;
            }

            if (problem is not null)
            {
                yield return new MediaFinding(Path.GetFileNameWithoutExtension(file), MediaFault.Unreadable, null, $"The upload's state is damaged: {problem}");
            }
        }
    }

    private static IEnumerable<MediaFinding> Strays(MediaFolders folders)
    {
        if (!Directory.Exists(folders.Objects))
        {
            yield break;
        }

        foreach (var file in Directory.EnumerateFiles(folders.Objects, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(file);
            var hash = name.EndsWith(Unfinished, StringComparison.Ordinal) ? name[..^Unfinished.Length] : name;
            hash = hash.EndsWith(MediaFolders.LeavesSuffix, StringComparison.Ordinal) ? hash[..^MediaFolders.LeavesSuffix.Length] : hash;
            if (!MediaFolders.IsHash(hash) || Path.GetDirectoryName(folders.Object(hash)) != Path.GetDirectoryName(file))
            {
                yield return new MediaFinding(name, MediaFault.Stray, null, $"{Path.GetRelativePath(folders.Root, file)} has no place there.");
            }
        }
    }
}
