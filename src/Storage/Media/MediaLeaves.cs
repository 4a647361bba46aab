using System.Globalization;
using System.Text;
using Enforcement.Grains.Media;

namespace Enforcement.Storage.Media;

/// <summary>The hashes of one original and of its leaves, and the small text file in which they lie beside it.</summary>
/// <remarks>
/// The file is ASCII, every line ends with LF, and there is exactly one way to write it, so that it can be checked with <c>sha256sum</c> and a text editor:
/// <code>
/// media-leaves 1
/// sha256 (64 hex digits)
/// sm3 (64 hex digits)
/// size (decimal)
/// leaf-size 1048576
/// leaf-root (64 hex digits)
/// (64 hex digits, one line a leaf)
/// </code>
/// </remarks>
public sealed record MediaLeaves(StoredMedia Media, IReadOnlyList<byte[]> Hashes)
{
    private const string Header = "media-leaves 1";
    private const int HeaderLines = 6;

    public byte[] ToBytes()
    {
        var text = new StringBuilder(HeaderLines * 80 + Hashes.Count * 65);
        text.Append(Header).Append('\n')
            .Append("sha256 ").Append(Media.Sha256).Append('\n')
            .Append("sm3 ").Append(Media.Sm3).Append('\n')
            .Append("size ").Append(Media.Size.ToString(CultureInfo.InvariantCulture)).Append('\n')
            .Append("leaf-size ").Append(Media.LeafSize.ToString(CultureInfo.InvariantCulture)).Append('\n')
            .Append("leaf-root ").Append(Media.LeafRoot).Append('\n');
        foreach (var hash in Hashes)
        {
            text.Append(Convert.ToHexStringLower(hash)).Append('\n');
        }

        return Encoding.ASCII.GetBytes(text.ToString());
    }

    /// <summary>Reads the file strictly.</summary>
    /// <exception cref="FormatException">It is not what <see cref="ToBytes"/> writes, or its hashes do not have its root.</exception>
    public static MediaLeaves Parse(ReadOnlySpan<byte> bytes)
    {
        var lines = Encoding.Latin1.GetString(bytes).Split('\n');
        if (lines.Length < HeaderLines + 2 || lines[0] != Header)
        {
            throw new FormatException("It does not begin as a list of leaf hashes.");
        }

        if (!long.TryParse(Member(lines[3], "size"), NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size < 1)
        {
            throw new FormatException("Its size is not a positive number.");
        }

        if (Member(lines[4], "leaf-size") != StoredMedia.DefaultLeafSize.ToString(CultureInfo.InvariantCulture))
        {
            throw new FormatException("Its leaf size is unknown.");
        }

        var hashes = lines[HeaderLines..^1].Select(line => Convert.FromHexString(line)).ToList();
        var media = new StoredMedia(Member(lines[1], "sha256"), Member(lines[2], "sm3"), size, Member(lines[5], "leaf-root"), hashes.Count);
        var leaves = new MediaLeaves(media, hashes);
        var expected = (size + StoredMedia.DefaultLeafSize - 1) / StoredMedia.DefaultLeafSize;
        if (hashes.Count != expected || Convert.ToHexStringLower(LeafTree.Root(hashes)) != media.LeafRoot || !bytes.SequenceEqual(leaves.ToBytes()))
        {
            throw new FormatException("Its hashes do not have the root and the size that it names.");
        }

        return leaves;
    }

    private static string Member(string line, string name) =>
        line.StartsWith(name + " ", StringComparison.Ordinal)
            ? line[(name.Length + 1)..]
            : throw new FormatException($"The line of {name} is missing.");
}
