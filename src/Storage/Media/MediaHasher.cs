using System.Security.Cryptography;
using Enforcement.Grains.Media;

namespace Enforcement.Storage.Media;

/// <summary>All hashes of one file, made while its bytes pass by: SHA-256 and SM3 of the whole, SHA-256 of each leaf.</summary>
public sealed class MediaHasher : IDisposable
{
    private readonly IncrementalHash _whole;
    private readonly IncrementalHash _leaf;
    private readonly Sm3 _sm3;
    private readonly List<byte[]> _leaves;
    private int _leafFilled;

    public MediaHasher()
    {
        _whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        _leaf = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        _leaf.AppendData([LeafTree.LeafPrefix]);
        _sm3 = new Sm3();
        _leaves = [];
    }

    private MediaHasher(MediaHasher other)
    {
        _whole = other._whole.Clone();
        _leaf = other._leaf.Clone();
        _sm3 = other._sm3.Clone();
        _leaves = [.. other._leaves];
        _leafFilled = other._leafFilled;
        Length = other.Length;
    }

    /// <summary>Bytes hashed so far.</summary>
    public long Length { get; private set; }

    /// <summary>A copy to come back to when the bytes that follow are refused.</summary>
    public MediaHasher Clone() => new(this);

    public void Append(ReadOnlySpan<byte> data)
    {
        _whole.AppendData(data);
        _sm3.Append(data);
        Length += data.Length;
        while (!data.IsEmpty)
        {
            var taken = Math.Min(StoredMedia.DefaultLeafSize - _leafFilled, data.Length);
            _leaf.AppendData(data[..taken]);
            _leafFilled += taken;
            data = data[taken..];
            if (_leafFilled == StoredMedia.DefaultLeafSize)
            {
                CloseLeaf();
            }
        }
    }

    /// <summary>The hashes of everything appended. The state is spent afterwards.</summary>
    public MediaLeaves Finish()
    {
        if (_leafFilled > 0 || _leaves.Count == 0)
        {
            CloseLeaf();
        }

        var media = new StoredMedia(
            Convert.ToHexStringLower(_whole.GetHashAndReset()),
            Convert.ToHexStringLower(_sm3.Finish()),
            Length,
            Convert.ToHexStringLower(LeafTree.Root(_leaves)),
            _leaves.Count);
        return new MediaLeaves(media, _leaves);
    }

    public void Dispose()
    {
        _whole.Dispose();
        _leaf.Dispose();
    }

    private void CloseLeaf()
    {
        _leaves.Add(_leaf.GetHashAndReset());
        _leaf.AppendData([LeafTree.LeafPrefix]);
        _leafFilled = 0;
    }
}
