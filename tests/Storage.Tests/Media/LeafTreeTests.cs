using System.Security.Cryptography;
using System.Text;
using Enforcement.Storage.Media;

namespace Enforcement.Storage.Tests.Media;

public sealed class LeafTreeTests
{
    /// <summary>RFC 6962 §2.1 as it is written: split at the largest power of two below the count.</summary>
    private static byte[] AsTheRfcSays(byte[][] leaves)
    {
        if (leaves.Length == 1)
        {
            return leaves[0];
        }

        var split = 1;
        while (split * 2 < leaves.Length)
        {
            split *= 2;
        }

        return SHA256.HashData([1, .. AsTheRfcSays(leaves[..split]), .. AsTheRfcSays(leaves[split..])]);
    }

    [Fact]
    public void The_root_is_that_of_RFC_6962_for_every_count()
    {
        for (var count = 1; count < 70; count++)
        {
            var leaves = Enumerable.Range(0, count).Select(i => SHA256.HashData([0, .. Encoding.ASCII.GetBytes($"leaf {i}")])).ToArray();
            Assert.Equal(AsTheRfcSays(leaves), LeafTree.Root(leaves));
        }
    }

    [Fact]
    public void The_root_of_nothing_is_the_hash_of_nothing() =>
        Assert.Equal(SHA256.HashData([]), LeafTree.Root([]));

    [Fact]
    public void A_file_of_one_leaf_has_the_hash_of_that_leaf_as_its_root()
    {
        using var hasher = new MediaHasher();
        hasher.Append("abc"u8);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData([0, .. "abc"u8])), hasher.Finish().Media.LeafRoot);
    }
}
