using System.Collections.Immutable;
using System.Numerics;
using System.Security.Cryptography;

namespace Enforcement.Domain.Ledger;

/// <summary>The hash tree of RFC 6962 over the order of the whole ledger, kept as its frontier, so that appending costs a few hashes however long it is.</summary>
/// <remarks>A leaf is the 32-byte hash of an entry: leaf node <c>SHA-256(0x00 ‖ hash)</c>, inner node <c>SHA-256(0x01 ‖ left ‖ right)</c>, empty tree <c>SHA-256("")</c>.</remarks>
public sealed class MerkleTree
{
    private const int Width = 32;

    private readonly ImmutableArray<ImmutableArray<byte>> _peaks; // the roots of the full subtrees, the largest first

    private MerkleTree(long count, ImmutableArray<ImmutableArray<byte>> peaks)
    {
        Count = count;
        _peaks = peaks;
    }

    /// <summary>The tree without a leaf.</summary>
    public static MerkleTree Empty { get; } = new(0, []);

    /// <summary>The number of leaves.</summary>
    public long Count { get; }

    /// <summary>The tree of a stored frontier.</summary>
    /// <param name="count">The number of leaves.</param>
    /// <param name="frontier">What <see cref="Frontier"/> gave.</param>
    /// <returns>The tree.</returns>
    /// <exception cref="FormatException">The frontier has not one hash for each binary one in the count.</exception>
    public static MerkleTree Restore(long count, ReadOnlySpan<byte> frontier)
    {
        if (count < 0 || frontier.Length != BitOperations.PopCount((ulong)count) * Width)
        {
            throw new FormatException("the frontier does not fit the count");
        }

        var peaks = ImmutableArray.CreateBuilder<ImmutableArray<byte>>(frontier.Length / Width);
        for (var at = 0; at < frontier.Length; at += Width)
        {
            peaks.Add([.. frontier.Slice(at, Width)]);
        }

        return new MerkleTree(count, peaks.MoveToImmutable());
    }

    /// <summary>The tree with one more leaf.</summary>
    /// <param name="hash">The hash of an entry, 64 hexadecimal digits.</param>
    /// <returns>The longer tree; this one stays as it is.</returns>
    public MerkleTree Append(string hash)
    {
        Span<byte> leaf = stackalloc byte[1 + Width];
        leaf[0] = 0;
        if (Convert.FromHexString(hash, leaf[1..], out _, out var written) is not System.Buffers.OperationStatus.Done || written != Width)
        {
            throw new FormatException("a hash is 64 hexadecimal digits");
        }

        var node = ImmutableArray.Create(SHA256.HashData(leaf));
        var merges = BitOperations.TrailingZeroCount(~Count);
        var peaks = _peaks;
        for (var i = 0; i < merges; i++)
        {
            node = Join(peaks[peaks.Length - 1 - i], node);
        }

        return new MerkleTree(Count + 1, peaks.RemoveRange(peaks.Length - merges, merges).Add(node));
    }

    /// <summary>The root: it changes when any entry is changed, dropped, added or moved.</summary>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public string Root()
    {
        if (_peaks.IsEmpty)
        {
            return Convert.ToHexStringLower(SHA256.HashData([]));
        }

        var root = _peaks[^1];
        for (var i = _peaks.Length - 2; i >= 0; i--)
        {
            root = Join(_peaks[i], root);
        }

        return Convert.ToHexStringLower(root.AsSpan());
    }

    /// <summary>What has to be stored to go on appending: the roots of the full subtrees, the largest first, 32 bytes each.</summary>
    /// <returns>The bytes for <see cref="Restore"/>.</returns>
    public byte[] Frontier() => [.. _peaks.SelectMany(static peak => peak)];

    private static ImmutableArray<byte> Join(ImmutableArray<byte> left, ImmutableArray<byte> right)
    {
        Span<byte> node = stackalloc byte[1 + Width + Width];
        node[0] = 1;
        left.AsSpan().CopyTo(node[1..]);
        right.AsSpan().CopyTo(node[(1 + Width)..]);
        return ImmutableArray.Create(SHA256.HashData(node));
    }
}
