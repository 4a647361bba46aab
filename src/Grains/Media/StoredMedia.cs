namespace Enforcement.Grains.Media;

/// <summary>What the store knows of one original: enough to find it, to serve it verified and to prove it to an outsider.</summary>
/// <param name="Sha256">SHA-256 of the whole file, 64 lower-case hex digits. It is also the name under which the file is kept.</param>
/// <param name="Sm3">SM3 (GB/T 32905) of the whole file, 64 lower-case hex digits.</param>
/// <param name="Size">Bytes.</param>
/// <param name="LeafRoot">Root of the RFC 6962 Merkle tree over the leaves (SHA-256, prefixes 0x00 and 0x01), 64 lower-case hex digits.</param>
/// <param name="LeafCount">How many leaves the file has; at least one.</param>
/// <param name="LeafSize">Bytes of a leaf; only the last one may be shorter.</param>
public sealed record StoredMedia(string Sha256, string Sm3, long Size, string LeafRoot, int LeafCount, long LeafSize = StoredMedia.DefaultLeafSize)
{
    /// <summary>One MiB: the unit in which a range is verified before it leaves.</summary>
    public const int DefaultLeafSize = 1024 * 1024;
}
