using System.Text.Json;
using Enforcement.Grains.Interfaces.Recordings;

namespace Enforcement.Storage.Media;

/// <summary>Keeps the last reading of each original, a small file each, beside the originals and not among them.</summary>
/// <remarks>Replaced as a whole, but not synced: what a lost power supply takes away is told again by the next reading.</remarks>
public sealed class MediaChecks(MediaFolders folders) : IFileChecks
{
    /// <inheritdoc/>
    public FileCheck? Find(string sha256)
    {
        if (!MediaFolders.IsHash(sha256))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<FileCheck>(File.ReadAllBytes(folders.Check(sha256)), JsonSerializerOptions.Web);
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Remembers a reading in the place of the one before.</summary>
    public void Keep(string sha256, FileCheck check)
    {
        var path = folders.Check(sha256);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var next = $"{path}.{Guid.NewGuid():n}.new"; // the background reading and one that was asked for may end together
        File.WriteAllBytes(next, JsonSerializer.SerializeToUtf8Bytes(check, JsonSerializerOptions.Web));
        File.Move(next, path, overwrite: true);
    }
}
