using System.Security.Cryptography;
using Enforcement.Domain.Ledger;

namespace Enforcement.Domain.Tests.Ledger;

public sealed class MerkleTreeTests
{
    [Fact]
    public void The_empty_tree_has_the_hash_of_nothing()
    {
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", MerkleTree.Empty.Root());
    }

    [Fact]
    public void Every_length_up_to_seventy_has_the_root_that_rfc_6962_defines()
    {
        var leaves = new List<byte[]>();
        var tree = MerkleTree.Empty;
        for (var i = 0; i < 70; i++)
        {
            var leaf = SHA256.HashData([(byte)i]);
            leaves.Add(leaf);
            tree = tree.Append(Convert.ToHexStringLower(leaf));

            Assert.Equal(Convert.ToHexStringLower(Defined(leaves)), tree.Root());
            Assert.Equal(i + 1, tree.Count);
        }
    }

    [Fact]
    public void A_restored_frontier_goes_on_as_if_nothing_had_happened()
    {
        var whole = MerkleTree.Empty;
        var restored = MerkleTree.Empty;
        for (var i = 0; i < 40; i++)
        {
            var leaf = EntryHash.Of($"{i}");
            whole = whole.Append(leaf);
            restored = MerkleTree.Restore(restored.Count, restored.Frontier()).Append(leaf);

            Assert.Equal(whole.Root(), restored.Root());
        }
    }

    [Fact]
    public void Two_leaves_by_hand()
    {
        // RFC 6962: SHA-256(01 || SHA-256(00 || a) || SHA-256(00 || b))
        var (a, b) = (SHA256.HashData("a"u8), SHA256.HashData("b"u8));
        byte[] joined = [1, .. SHA256.HashData([0, .. a]), .. SHA256.HashData([0, .. b])];

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(joined)), MerkleTree.Empty.Append(Convert.ToHexStringLower(a)).Append(Convert.ToHexStringLower(b)).Root());
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(1, 0)]
    [InlineData(2, 64)]
    [InlineData(3, 63)]
    public void A_frontier_that_does_not_fit_its_count_is_refused(long count, int bytes)
    {
        Assert.Throws<FormatException>(() => MerkleTree.Restore(count, new byte[bytes]));
    }

    [Fact]
    public void A_leaf_that_is_no_hash_is_refused()
    {
        Assert.Throws<FormatException>(() => MerkleTree.Empty.Append("00"));
        Assert.Throws<FormatException>(() => MerkleTree.Empty.Append(new string('x', 64)));
    }

    // The definition of the RFC, word for word: split at the largest power of two smaller than n.
    private static byte[] Defined(List<byte[]> leaves)
    {
        if (leaves.Count == 1)
        {
            return SHA256.HashData([0, .. leaves[0]]);
        }

        var k = 1;
        while (k * 2 < leaves.Count)
        {
            k *= 2;
        }

        return SHA256.HashData([1, .. Defined(leaves[..k]), .. Defined(leaves[k..])]);
    }
}
