using System.Globalization;
using System.Text;
using Enforcement.Grains.Media;

namespace Enforcement.Silo.Uploads;

/// <summary>The headers of tus 1.0, read strictly.</summary>
internal static class TusHeaders
{
    public const string ProtocolVersion = "1.0.0";
    public const string Extensions = "creation,creation-with-upload,expiration,checksum,termination";
    public const string Algorithms = "sha1,sha256";
    public const string Resumable = "Tus-Resumable";
    public const string Offset = "Upload-Offset";
    public const string Length = "Upload-Length";
    public const string Metadata = "Upload-Metadata";
    public const string Expires = "Upload-Expires";
    private const string Checksum = "Upload-Checksum";
    private const string ChunkType = "application/offset+octet-stream";

    public static bool IsChunk(HttpRequest request) => string.Equals(request.ContentType, ChunkType, StringComparison.OrdinalIgnoreCase);

    public static bool TryLength(HttpRequest request, out long length) => TryNumber(request, Length, out length);

    public static bool TryOffset(HttpRequest request, out long offset) => TryNumber(request, Offset, out offset);

    public static long OffsetOf(HttpRequest request) => TryOffset(request, out var offset) ? offset : -1;

    /// <returns>False for a header that is there but not understood. No header is no checksum.</returns>
    public static bool TryChecksum(HttpRequest request, out ChunkChecksum? checksum)
    {
        checksum = null;
        var header = request.Headers[Checksum].ToString();
        if (header.Length == 0)
        {
            return !request.Headers.ContainsKey(Checksum);
        }

        var parts = header.Split(' ');
        ChunkAlgorithm? algorithm = parts[0] switch
        {
            "sha1" => ChunkAlgorithm.Sha1,
            "sha256" => ChunkAlgorithm.Sha256,
            _ => null,
        };
        var size = algorithm == ChunkAlgorithm.Sha1 ? 20 : 32;
        var value = new byte[size];
        if (algorithm is null || parts.Length != 2 || !Convert.TryFromBase64String(parts[1], value, out var written) || written != size)
        {
            return false;
        }

        checksum = new ChunkChecksum(algorithm.Value, [.. value]);
        return true;
    }

    public static string Encode(IReadOnlyDictionary<string, string> metadata) =>
        string.Join(',', metadata.Select(pair => pair.Value.Length == 0 ? pair.Key : $"{pair.Key} {Convert.ToBase64String(Encoding.UTF8.GetBytes(pair.Value))}"));

    public static void Receipt(HttpResponse response, StoredMedia media, string? link)
    {
        response.Headers["Media-Sha256"] = media.Sha256;
        response.Headers["Media-Sm3"] = media.Sm3;
        response.Headers["Media-Leaf-Root"] = media.LeafRoot;
        if (link is not null)
        {
            response.Headers.ContentLocation = link;
        }
    }

    private static bool TryNumber(HttpRequest request, string header, out long number) =>
        long.TryParse(request.Headers[header].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
