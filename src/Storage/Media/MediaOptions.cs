namespace Enforcement.Storage.Media;

/// <summary>Where media is kept and how much room is left to others.</summary>
public sealed class MediaOptions
{
    /// <summary>The folder. Required.</summary>
    public string Root { get; set; } = "";

    /// <summary>Bytes that arriving files never use, because the ledger may lie on the same disk. Default: 256 MiB.</summary>
    public long ReserveBytes { get; set; } = 256L * 1024 * 1024;
}
