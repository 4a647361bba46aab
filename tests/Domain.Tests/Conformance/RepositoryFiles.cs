namespace Enforcement.Domain.Tests.Conformance;

/// <summary>Files of the source tree, found from where the tests run.</summary>
internal static class RepositoryFiles
{
    internal static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    internal static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find(DirectoryInfo? folder) =>
        folder is null ? throw new InvalidOperationException("The tests do not run inside the source tree.")
        : File.Exists(Path.Combine(folder.FullName, "OrleansEnforcement.sln")) ? folder.FullName
        : Find(folder.Parent);
}
