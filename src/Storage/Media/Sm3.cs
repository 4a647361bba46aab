using System.Buffers.Binary;
using static System.Numerics.BitOperations;

namespace Enforcement.Storage.Media;

/// <summary>SM3 cryptographic hash [密码杂凑算法], GB/T 32905-2016: 256 bits, fed in pieces of any size.</summary>
/// <remarks>Written here because the platform's own cryptography does not offer it. Tested with the vectors of the standard and against OpenSSL.</remarks>
public sealed class Sm3
{
    public const int HashSize = 32;
    private const int BlockSize = 64;

    private static readonly uint[] Initial =
    [
        0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e,
    ];

    private static readonly uint[] Rounds =
        [.. Enumerable.Range(0, 64).Select(round => RotateLeft(round < 16 ? 0x79cc4519u : 0x7a879d8au, round))];

    private readonly uint[] _chain;
    private readonly byte[] _pending;
    private int _filled;
    private ulong _length;

    public Sm3()
    {
        _chain = [.. Initial];
        _pending = new byte[BlockSize];
    }

    private Sm3(Sm3 other)
    {
        _chain = [.. other._chain];
        _pending = [.. other._pending];
        _filled = other._filled;
        _length = other._length;
    }

    public static byte[] HashData(ReadOnlySpan<byte> data)
    {
        var sm3 = new Sm3();
        sm3.Append(data);
        return sm3.Finish();
    }

    /// <summary>A second hash that goes on from the same state.</summary>
    public Sm3 Clone() => new(this);

    public void Append(ReadOnlySpan<byte> data)
    {
        _length += (ulong)data.Length;
        if (_filled > 0)
        {
            var taken = Math.Min(BlockSize - _filled, data.Length);
            data[..taken].CopyTo(_pending.AsSpan(_filled));
            _filled += taken;
            data = data[taken..];
            if (_filled < BlockSize)
            {
                return;
            }

            Compress(_pending);
            _filled = 0;
        }

        while (data.Length >= BlockSize)
        {
            Compress(data[..BlockSize]);
            data = data[BlockSize..];
        }

        data.CopyTo(_pending);
        _filled = data.Length;
    }

    /// <summary>The hash of everything appended so far. The state is spent afterwards.</summary>
    public byte[] Finish()
    {
        var bits = _length * 8;
        _pending[_filled++] = 0x80;
        if (_filled > BlockSize - sizeof(ulong))
        {
            _pending.AsSpan(_filled).Clear();
            Compress(_pending);
            _filled = 0;
        }

        _pending.AsSpan(_filled).Clear();
        BinaryPrimitives.WriteUInt64BigEndian(_pending.AsSpan(BlockSize - sizeof(ulong)), bits);
        Compress(_pending);

        var hash = new byte[HashSize];
        for (var i = 0; i < _chain.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(i * sizeof(uint)), _chain[i]);
        }

        return hash;
    }

    private void Compress(ReadOnlySpan<byte> block)
    {
        // addition is modulo 2^32 by definition
        unchecked
        {
            Span<uint> w = stackalloc uint[68];
            for (var j = 0; j < 16; j++)
            {
                w[j] = BinaryPrimitives.ReadUInt32BigEndian(block[(j * sizeof(uint))..]);
            }

            for (var j = 16; j < 68; j++)
            {
                var x = w[j - 16] ^ w[j - 9] ^ RotateLeft(w[j - 3], 15);
                w[j] = x ^ RotateLeft(x, 15) ^ RotateLeft(x, 23) ^ RotateLeft(w[j - 13], 7) ^ w[j - 6];
            }

            uint a = _chain[0], b = _chain[1], c = _chain[2], d = _chain[3];
            uint e = _chain[4], f = _chain[5], g = _chain[6], h = _chain[7];
            for (var j = 0; j < 64; j++)
            {
                var a12 = RotateLeft(a, 12);
                var ss1 = RotateLeft(a12 + e + Rounds[j], 7);
                var ff = j < 16 ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
                var gg = j < 16 ? e ^ f ^ g : (e & f) | (~e & g);
                var tt1 = ff + d + (ss1 ^ a12) + (w[j] ^ w[j + 4]);
                var tt2 = gg + h + ss1 + w[j];
                d = c;
                c = RotateLeft(b, 9);
                b = a;
                a = tt1;
                h = g;
                g = RotateLeft(f, 19);
                f = e;
                e = tt2 ^ RotateLeft(tt2, 9) ^ RotateLeft(tt2, 17);
            }

            _chain[0] ^= a;
            _chain[1] ^= b;
            _chain[2] ^= c;
            _chain[3] ^= d;
            _chain[4] ^= e;
            _chain[5] ^= f;
            _chain[6] ^= g;
            _chain[7] ^= h;
        }
    }
}
