using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Text;
using Enforcement.Domain;

namespace Enforcement.Silo.Uploads;

/// <summary>What a sender says of its file in <c>Upload-Metadata</c>: pairs of a key and a Base64 text in UTF-8.</summary>
internal sealed record UploadMetadata(ImmutableSortedDictionary<string, string> Pairs)
{
    private const int MaxHeader = 8 * 1024;
    private const int MaxPairs = 32;
    private const int MaxId = 200;
    private const string ServerKind = "server.kind"; // whatever a sender writes under these two is replaced
    private const string ServerSender = "server.sender";
    private const string DefaultContentType = "application/octet-stream";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public string FileName => DisplayName.Of(Pairs.GetValueOrDefault("filename"));

    public string RecordingId => Pairs.GetValueOrDefault("recordingId", "");

    public string Kind => Pairs.GetValueOrDefault(ServerKind, UploadKinds.Recording);

    public string Sender => Pairs.GetValueOrDefault(ServerSender, "");

    /// <summary>What the sender said, without what the server put in.</summary>
    public IReadOnlyDictionary<string, string> Sent => Pairs.RemoveRange([ServerKind, ServerSender]);

    public string? Sha256 => Pairs.GetValueOrDefault("sha256")?.ToLowerInvariant();

    public string ContentType =>
        Pairs.GetValueOrDefault("filetype") is { Length: > 0 and <= 100 } type && MediaTypeHeaderValue.TryParse(type, out var parsed)
            ? parsed.MediaType ?? DefaultContentType
            : DefaultContentType;

    /// <summary>The same with what the server knows better than the sender.</summary>
    public UploadMetadata With(string kind, string sender) => new(Pairs.SetItem(ServerKind, kind).SetItem(ServerSender, sender));

    /// <returns>The metadata, or in <paramref name="problem"/> what is wrong with it.</returns>
    public static UploadMetadata? Parse(string header, out Words problem)
    {
        problem = default;
        if (header.Length > MaxHeader)
        {
            problem = new Words($"超过 {MaxHeader} 个字符。", $"It is longer than {MaxHeader} characters.");
            return null;
        }

        var pairs = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var pair in header.Split(',', StringSplitOptions.TrimEntries).Where(pair => header.Length > 0 || pair.Length > 0))
        {
            var parts = pair.Split(' ');
            if (parts.Length > 2 || parts[0].Length == 0 || !parts[0].All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
            {
                problem = new Words("应为以逗号分隔的“键 Base64 值”列表。", "It is a list of pairs, key and Base64 value, separated by commas.");
                return null;
            }

            if (!TryDecode(parts.Length == 2 ? parts[1] : "", out var value))
            {
                problem = new Words($"{parts[0]} 的值不是 Base64 编码的 UTF-8 文本。", $"The value of {parts[0]} is not UTF-8 text in Base64.");
                return null;
            }

            if (!pairs.TryAdd(parts[0], value) || pairs.Count > MaxPairs)
            {
                problem = new Words($"键重复，或多于 {MaxPairs} 项。", $"A key comes twice, or there are more than {MaxPairs}.");
                return null;
            }
        }

        var metadata = new UploadMetadata(pairs.ToImmutable());
        if (metadata.Sha256 is { } hash && (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower)))
        {
            problem = new Words("sha256 应为 64 位十六进制数字。", "sha256 has 64 hexadecimal digits.");
            return null;
        }

        if (metadata.RecordingId.Length > MaxId || metadata.RecordingId.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)))
        {
            problem = new Words($"recordingId 不超过 {MaxId} 个字符且不含空白。", $"recordingId has at most {MaxId} characters and no white space.");
            return null;
        }

        return metadata;
    }

    private static bool TryDecode(string base64, out string value)
    {
        try
        {
            value = StrictUtf8.GetString(Convert.FromBase64String(base64));
            return true;
        }
        catch (Exception malformed) when (malformed is FormatException or DecoderFallbackException)
        {
            value = "";
            return false;
        }
    }
}
