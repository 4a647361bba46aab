using System.Text.RegularExpressions;

namespace Enforcement.Storage.Media;

/// <summary>Where everything lies. Names of files are hashes and random ids only; nothing a sender says becomes a part of a path.</summary>
public sealed partial class MediaFolders
{
    public const string LeavesSuffix = ".leaves";

    public MediaFolders(string root)
    {
        Root = Path.GetFullPath(root);
        Objects = Path.Combine(Root, "objects");
        Staging = Path.Combine(Root, "staging");
        Rejected = Path.Combine(Root, "rejected");
        Checks = Path.Combine(Root, "checks");
    }

    public string Root { get; }

    public string Objects { get; }

    public string Staging { get; }

    public string Rejected { get; }

    public string Checks { get; }

    public static bool IsHash(string text) => HashPattern().IsMatch(text);

    public static bool IsUploadId(string text) => UploadIdPattern().IsMatch(text);

    public void Create()
    {
        Durable.CreateFolder(Objects);
        Durable.CreateFolder(Staging);
        Durable.CreateFolder(Rejected);
    }

    /// <exception cref="ArgumentException">The text is no hash.</exception>
    public string Object(string sha256) =>
        IsHash(sha256)
            ? Path.Combine(Objects, sha256[..2], sha256[2..4], sha256)
            : throw new ArgumentException("A hash has 64 lower-case hexadecimal digits.", nameof(sha256));

    public string Leaves(string sha256) => Object(sha256) + LeavesSuffix;

    /// <exception cref="ArgumentException">The text is no hash.</exception>
    public string Check(string sha256) =>
        IsHash(sha256)
            ? Path.Combine(Checks, sha256[..2], sha256 + ".json")
            : throw new ArgumentException("A hash has 64 lower-case hexadecimal digits.", nameof(sha256));

    public string Part(string uploadId) => Path.Combine(Staging, CheckedId(uploadId) + ".part");

    public string Sidecar(string uploadId) => Path.Combine(Staging, CheckedId(uploadId) + ".json");

    public string RejectedFile(string uploadId) => Path.Combine(Rejected, CheckedId(uploadId) + ".bin");

    public string RejectedReason(string uploadId) => Path.Combine(Rejected, CheckedId(uploadId) + ".json");

    private static string CheckedId(string uploadId) =>
        IsUploadId(uploadId) ? uploadId : throw new ArgumentException("An upload id has 32 lower-case hexadecimal digits.", nameof(uploadId));

    [GeneratedRegex(@"\A[0-9a-f]{64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex HashPattern();

    [GeneratedRegex(@"\A[0-9a-f]{32}\z", RegexOptions.CultureInvariant)]
    private static partial Regex UploadIdPattern();
}
