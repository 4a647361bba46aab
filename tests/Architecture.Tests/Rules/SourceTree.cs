namespace Enforcement.Architecture.Tests.Rules;

/// <summary>The source tree, found from where the tests run.</summary>
internal static class SourceTree
{
    private static readonly string[] Made = ["artifacts", "bin", "obj", "node_modules", ".git"];

    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Files with an ending, as paths from the root with slashes, without what a build makes.</summary>
    public static IEnumerable<string> Files(string folder, params string[] endings) => Walk(new DirectoryInfo(Path.Combine(Root, folder)))
        .Where(f => endings.Any(e => f.Name.EndsWith(e, StringComparison.Ordinal)))
        .Select(f => Path.GetRelativePath(Root, f.FullName).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Root, file));

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder) => folder.EnumerateFiles()
        .Concat(folder.EnumerateDirectories().Where(d => !Made.Contains(d.Name) && d.LinkTarget is null).SelectMany(Walk));

    private static string Find(DirectoryInfo? folder) =>
        folder is null ? throw new InvalidOperationException("The tests do not run inside the source tree.")
        : File.Exists(Path.Combine(folder.FullName, "OrleansEnforcement.sln")) ? folder.FullName
        : Find(folder.Parent);
}
