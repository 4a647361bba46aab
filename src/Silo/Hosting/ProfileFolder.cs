using System.Text;
using Enforcement.Domain.Regulations;

namespace Enforcement.Silo.Hosting;

/// <summary>The deployer's own profiles: <c>profiles/&lt;code&gt;/&lt;date&gt;.json</c> in the data folder.</summary>
internal static class ProfileFolder
{
    /// <summary>Reads all of them; none when the folder is not there.</summary>
    /// <exception cref="ProfileException">A file cannot be used.</exception>
    public static IReadOnlyList<PinnedProfile> Read(string folder, LawTexts texts) => !Directory.Exists(folder) ? [] :
    [
        .. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => ProfileReader.Read(Path.GetRelativePath(folder, file), File.ReadAllText(file, new UTF8Encoding(false, throwOnInvalidBytes: false)), texts)),
    ];
}
