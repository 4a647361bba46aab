using System.Text;

namespace Enforcement.Silo.Export;

/// <summary>CSV by RFC 4180, for the spreadsheets of offices.</summary>
internal static class CsvText
{
    public const string ContentType = "text/csv";

    /// <summary>UTF-8 with BOM: without it a Chinese spreadsheet takes the file for GBK.</summary>
    public static StreamWriter Writer(Stream target) =>
        new(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };

    /// <summary>The fields of a line.</summary>
    public static string Line(IEnumerable<string?> values) => string.Join(',', values.Select(value => Field(value ?? "")));

    /// <summary>A text as a field: what a spreadsheet would run as a formula is made a text by an apostrophe, what it would split or trim is quoted.</summary>
    public static string Field(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠' ? "'" + text : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") || safe.StartsWith(' ') || safe.EndsWith(' ')
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : safe;
    }
}
