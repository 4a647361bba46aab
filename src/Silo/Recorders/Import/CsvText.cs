using System.Text;
using Enforcement.Domain;

namespace Enforcement.Silo.Recorders.Import;

/// <summary>The text of a file as offices save it: UTF-8 with or without a mark, or GB18030. What fits neither, or is put together from both, is refused with its line.</summary>
internal static class CsvText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Gb = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The text, or what is wrong and in which line.</summary>
    public static (string? Text, string Encoding, int Line, Violation? Fault) Read(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith("PK\u0003\u0004"u8) || file.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) || file.IndexOf((byte)0) >= 0)
        {
            return (null, "", 0, ImportFaults.Workbook); // a workbook, or UTF-16
        }

        var marked = file.StartsWith(Encoding.UTF8.Preamble);
        var bytes = marked ? file[Encoding.UTF8.Preamble.Length..] : file;
        if (Decoded(Utf8, bytes) is { } text)
        {
            return (text, "utf-8", 0, null);
        }

        var (firstOther, firstUtf8) = LinesBySort(bytes);
        return marked || (firstUtf8 > 0 && firstUtf8 < firstOther) ? (null, "", firstOther, ImportFaults.MixedEncoding)
            : firstUtf8 > 0 ? (null, "", firstUtf8, ImportFaults.MixedEncoding)
            : Decoded(Gb, bytes) is { } chinese ? (chinese, "gb18030", 0, null)
            : (null, "", FirstThatIsNot(Gb, bytes), ImportFaults.Encoding);
    }

    /// <summary>The first line that is not UTF-8, and the first that surely is; 0: none.</summary>
    private static (int Other, int Utf8) LinesBySort(ReadOnlySpan<byte> bytes)
    {
        var (other, surely, line) = (0, 0, 0);
        foreach (var range in bytes.Split((byte)'\n'))
        {
            line++;
            var text = Decoded(Utf8, bytes[range]);
            other = other == 0 && text is null ? line : other;
            surely = surely == 0 && text is not null && IsChinese(text) ? line : surely;
        }

        return (other, surely);
    }

    /// <summary>Bytes of GB18030 that happen to be UTF-8 give letters of other scripts, not Chinese.</summary>
    private static bool IsChinese(string text)
    {
        var foreign = text.Where(static c => c > 0x7f).ToArray();
        return foreign.Length > 0 && foreign.All(static c => c is (>= '\u2010' and <= '\u206f') or (>= '\u3000' and <= '\u9fff') or (>= '\uff00' and <= '\uffef') || char.IsSurrogate(c));
    }

    private static int FirstThatIsNot(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var line = 0;
        foreach (var range in bytes.Split((byte)'\n'))
        {
            line++;
            if (Decoded(encoding, bytes[range]) is null)
            {
                return line;
            }
        }

        return 0;
    }

    private static string? Decoded(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
