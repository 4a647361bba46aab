using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Enforcement.Silo.Uploads;

namespace Enforcement.Silo.Media;

/// <summary>What a browser is told of a recording, so that it plays it and does nothing else with it.</summary>
internal static class ContentHeaders
{
    public const string Unknown = "application/octet-stream";

    private static readonly FrozenSet<string> Playable = new[]
    {
        "video/mp4", "video/webm", "video/ogg", "video/quicktime", "video/x-matroska", "video/mpeg", "video/mp2t", "video/x-msvideo",
        "audio/mp4", "audio/aac", "audio/mpeg", "audio/ogg", "audio/webm", "audio/wav", "audio/x-wav", "audio/flac",
        "image/jpeg", "image/png", "image/webp",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static string ContentType(string declared) => Playable.Contains(declared) ? declared.ToLowerInvariant() : Unknown;

    /// <summary>The name twice: in ASCII for old programs, and in full as RFC 9110 refers to RFC 8187.</summary>
    public static string Disposition(string fileName, bool asAttachment)
    {
        var name = DisplayName.Of(fileName);
        var ascii = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            ascii.Append(rune.IsAscii && rune.Value is not ('"' or '\\' or '%') ? (char)rune.Value : '_');
        }

        var full = new StringBuilder(name.Length * 3);
        foreach (var octet in Encoding.UTF8.GetBytes(name))
        {
            if (char.IsAsciiLetterOrDigit((char)octet) || "!#$&+-.^_`|~".Contains((char)octet))
            {
                full.Append((char)octet);
            }
            else
            {
                full.Append('%').Append(octet.ToString("X2", CultureInfo.InvariantCulture));
            }
        }

        return $"{(asAttachment ? "attachment" : "inline")}; filename=\"{ascii}\"; filename*=UTF-8''{full}";
    }
}
