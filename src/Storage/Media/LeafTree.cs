using System.Security.Cryptography;

namespace Enforcement.Storage.Media;

/// <summary>The Merkle tree of RFC 6962 over the leaves of a file: a leaf is hashed behind 0x00, two nodes behind 0x01.</summary>
public static class LeafTree
{
    public const int HashSize = SHA256.HashSizeInBytes;
    public const byte LeafPrefix = 0x00;
    private const byte NodePrefix = 0x01;

    /// <summary>The root over leaf hashes that were already made.</summary>
    public static byte[] Root(IReadOnlyList<byte[]> leafHashes)
    {
        if (leafHashes.Count == 0)
        {
            return SHA256.HashData([]);
        }

        // Pairing level by level and lifting the odd one gives RFC 6962's tree, which splits at the largest power of two.
        var level = leafHashes.ToList();
        while (level.Count > 1)
        {
            var above = new List<byte[]>((level.Count + 1) / 2);
            for (var i = 0; i < level.Count; i += 2)
            {
                above.Add(i + 1 < level.Count ? Node(level[i], level[i + 1]) : level[i]);
            }

            level = above;
        }

        return level[0];
    }

    private static byte[] Node(byte[] left, byte[] right)
    {
        Span<byte> joined = stackalloc byte[1 + (2 * HashSize)];
        joined[0] = NodePrefix;
        left.CopyTo(joined[1..]);
        right.CopyTo(joined[(1 + HashSize)..]);
        return SHA256.HashData(joined);
    }
}
