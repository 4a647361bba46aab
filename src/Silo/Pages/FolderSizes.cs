using System.Collections.Immutable;
using Enforcement.Portal.Access;

namespace Enforcement.Silo.Pages;

/// <summary>What lies in a data folder. Files come and go while it is counted; what is gone is not counted.</summary>
internal static class FolderSizes
{
    public static ImmutableArray<FolderLine> Of(string folder)
    {
        var root = new DirectoryInfo(folder);
        return
        [
            .. root.EnumerateDirectories().Select(Whole)
                .Concat(root.EnumerateFiles().GroupBy(Family, StringComparer.Ordinal).Select(group => new FolderLine(group.Key, group.Sum(Length), group.Count())))
                .OrderByDescending(line => line.Bytes)
                .ThenBy(line => line.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>A database and its log are one thing to a reader.</summary>
    private static string Family(FileInfo file) =>
        file.Name.EndsWith("-wal", StringComparison.Ordinal) || file.Name.EndsWith("-shm", StringComparison.Ordinal) ? file.Name[..^4] : file.Name;

    private static FolderLine Whole(DirectoryInfo folder)
    {
        var (bytes, files) = (0L, 0L);
        foreach (var file in folder.EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }))
        {
            bytes += Length(file);
            files++;
        }

        return new FolderLine(folder.Name + "/", bytes, files);
    }

    private static long Length(FileInfo file)
    {
        try
        {
            return file.Length;
        }
        catch (FileNotFoundException)
        {
            return 0;
        }
    }
}
