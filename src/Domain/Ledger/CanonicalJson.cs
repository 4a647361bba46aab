using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Enforcement.Domain.Ledger;

/// <summary>The one spelling of a JSON text that is hashed: RFC 8785, restricted to whole numbers.</summary>
/// <remarks>
/// <para>Members are sorted by the UTF-16 code units of their names, there is no white space, and only <c>" \ </c> and the control characters
/// below U+0020 are escaped. A rare surname such as 𠮷 stands as itself.</para>
/// <para>Refused with <see cref="CanonicalJsonException"/>: a fraction, an exponent, <c>-0</c>, a number beyond ±(2^53-1), a lone surrogate, a
/// repeated member name, comments, trailing commas, nesting deeper than <see cref="MaxDepth"/>.</para>
/// </remarks>
public static class CanonicalJson
{
    /// <summary>The largest magnitude of a number that every JSON reader keeps exactly: 2^53-1.</summary>
    public const long MaxInteger = 9_007_199_254_740_991;

    /// <summary>The deepest nesting of arrays and objects that is accepted.</summary>
    public const int MaxDepth = 64;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly JsonDocumentOptions Strict = new()
    {
        AllowDuplicateProperties = true, // found by us, so that the answer names the member
        AllowTrailingCommas = false,
        CommentHandling = JsonCommentHandling.Disallow,
        MaxDepth = MaxDepth,
    };

    /// <summary>The bytes that are hashed for a canonical text.</summary>
    /// <param name="text">A canonical text.</param>
    /// <returns>UTF-8 without a byte order mark.</returns>
    /// <exception cref="CanonicalJsonException">The text holds a lone surrogate.</exception>
    public static byte[] Bytes(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            return Utf8.GetBytes(text);
        }
        catch (EncoderFallbackException e)
        {
            throw new CanonicalJsonException("lone surrogate in the text", e);
        }
    }

    /// <summary>Rewrites a JSON text in its canonical spelling.</summary>
    /// <param name="json">Any JSON text.</param>
    /// <returns>The canonical spelling.</returns>
    /// <exception cref="CanonicalJsonException">It is no JSON, or holds something the subset has no spelling for.</exception>
    public static string Canonicalize(string json) => Canonicalize(Bytes(json));

    /// <summary>Rewrites a JSON text in its canonical spelling.</summary>
    /// <param name="utf8">Any JSON text in UTF-8.</param>
    /// <returns>The canonical spelling.</returns>
    /// <exception cref="CanonicalJsonException">It is no JSON, or holds something the subset has no spelling for.</exception>
    public static string Canonicalize(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, Strict);
            return Write(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new CanonicalJsonException("not a JSON text: " + e.Message, e);
        }
    }

    /// <summary>Whether a text is already in its canonical spelling.</summary>
    /// <param name="json">Any text.</param>
    /// <returns><see langword="false"/> also for a text that has no canonical spelling.</returns>
    public static bool IsCanonical(string json)
    {
        try
        {
            return string.Equals(Canonicalize(json), json, StringComparison.Ordinal);
        }
        catch (CanonicalJsonException)
        {
            return false;
        }
    }

    /// <summary>Writes an element in its canonical spelling.</summary>
    /// <param name="element">A parsed element.</param>
    /// <returns>The canonical spelling.</returns>
    /// <exception cref="CanonicalJsonException">It holds something the subset has no spelling for.</exception>
    public static string Write(JsonElement element)
    {
        var text = new StringBuilder(256);
        Write(text, element);
        return text.ToString();
    }

    /// <summary>Appends a string in quotes, with the least escapes.</summary>
    /// <param name="text">What is appended to.</param>
    /// <param name="value">A string without lone surrogates.</param>
    internal static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            switch (c)
            {
                case '"':
                    text.Append("\\\"");
                    break;
                case '\\':
                    text.Append("\\\\");
                    break;
                case < ' ':
                    WriteControl(text, c);
                    break;
                case >= '\ud800' and <= '\udfff':
                    if (!char.IsHighSurrogate(c) || i + 1 == value.Length || !char.IsLowSurrogate(value[i + 1]))
                    {
                        throw new CanonicalJsonException("lone surrogate in a string");
                    }

                    text.Append(c).Append(value[++i]);
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }

        text.Append('"');
    }

    private static void WriteControl(StringBuilder text, char c) => _ = c switch
    {
        '\b' => text.Append("\\b"),
        '\t' => text.Append("\\t"),
        '\n' => text.Append("\\n"),
        '\f' => text.Append("\\f"),
        '\r' => text.Append("\\r"),
        _ => text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
    };

    private static void Write(StringBuilder text, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(text, element);
                break;
            case JsonValueKind.Array:
                WriteArray(text, element);
                break;
            case JsonValueKind.String:
                WriteString(text, Unescape(element));
                break;
            case JsonValueKind.Number:
                WriteNumber(text, element.GetRawText());
                break;
            case JsonValueKind.True:
                text.Append("true");
                break;
            case JsonValueKind.False:
                text.Append("false");
                break;
            case JsonValueKind.Null:
                text.Append("null");
                break;
            case JsonValueKind.Undefined:
            default:
                throw new CanonicalJsonException("an undefined element has no spelling");
        }
    }

    private static void WriteObject(StringBuilder text, JsonElement element)
    {
        var members = Members(element);
        text.Append('{');
        for (var i = 0; i < members.Count; i++)
        {
            if (i > 0)
            {
                if (string.Equals(members[i - 1].Name, members[i].Name, StringComparison.Ordinal))
                {
                    throw new CanonicalJsonException($"member \"{JavaScriptEncoder.Default.Encode(members[i].Name)}\" is repeated");
                }

                text.Append(',');
            }

            WriteString(text, members[i].Name);
            text.Append(':');
            Write(text, members[i].Value);
        }

        text.Append('}');
    }

    private static List<(string Name, JsonElement Value)> Members(JsonElement element)
    {
        var members = new List<(string Name, JsonElement Value)>();
        var sorted = true;
        try
        {
            foreach (var member in element.EnumerateObject())
            {
                var name = member.Name;
                sorted = sorted && (members.Count == 0 || string.CompareOrdinal(members[^1].Name, name) < 0);
                members.Add((name, member.Value));
            }
        }
        catch (InvalidOperationException e)
        {
            throw new CanonicalJsonException("lone surrogate in a member name", e);
        }

        if (!sorted)
        {
            members.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        }

        return members;
    }

    private static void WriteArray(StringBuilder text, JsonElement element)
    {
        text.Append('[');
        var first = true;
        foreach (var item in element.EnumerateArray())
        {
            if (!first)
            {
                text.Append(',');
            }

            first = false;
            Write(text, item);
        }

        text.Append(']');
    }

    private static string Unescape(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new CanonicalJsonException("lone surrogate in a string", e);
        }
    }

    private static void WriteNumber(StringBuilder text, string raw)
    {
        // JSON itself forbids leading zeros and a plus sign, so a text of digits that fits is already the one spelling.
        if (!long.TryParse(raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            || value is > MaxInteger or < -MaxInteger
            || raw is "-0")
        {
            throw new CanonicalJsonException($"number {raw} is not a whole number within ±(2^53-1)");
        }

        text.Append(raw);
    }
}
