namespace Enforcement.Grains.Media;

/// <summary>Stored bytes are not what they were. They are never given out.</summary>
public sealed class MediaCorruptedException(MediaFinding finding)
    : Exception($"Stored media {finding.Sha256} is damaged ({finding.Fault}, leaf {finding.Leaf?.ToString() ?? "-"}): {finding.Detail}")
{
    public MediaFinding Finding { get; } = finding;
}

/// <summary>There is no room. Nothing was half-written.</summary>
public sealed class MediaStoreFullException(string message, Exception? inner = null) : IOException(message, inner)
{
    /// <summary>A stable word for programs.</summary>
    public string Reason => "full";
}

/// <summary>A complete file has another hash than its sender declared. The bytes are kept apart.</summary>
public sealed class MediaRejectedException(string declaredSha256, string actualSha256)
    : Exception($"The file has SHA-256 {actualSha256}, declared was {declaredSha256}. It is kept apart and not used.")
{
    public string DeclaredSha256 { get; } = declaredSha256;

    public string ActualSha256 { get; } = actualSha256;
}
