using System.Globalization;
using System.Text;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Localization;

namespace Enforcement.Silo.Export;

/// <summary>The list as CSV by RFC 4180: UTF-8 with BOM, for the spreadsheets of offices.</summary>
internal sealed class CsvCaseSheet(Stream target, CaseSheetColumn[] columns) : ICaseSheet
{
    public const string ContentType = "text/csv";

    private readonly StreamWriter _writer = new(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };

    public void Begin() => Line(columns.Select(column => (object?)column.Name.ToString()));

    public void Row(CaseRow row) => Line(columns.Select(column => column.Value(row)));

    // A note among the rows would be taken for a row: who wants it takes the other format.
    public void End(IReadOnlyList<(string Name, string Value)> about) => _writer.Flush();

    public void Dispose() => _writer.Dispose();

    /// <summary>A text as a field: what a spreadsheet would run as a formula is made a text by an apostrophe.</summary>
    public static string Field(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠' ? "'" + text : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") || safe.StartsWith(' ') || safe.EndsWith(' ')
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : safe;
    }

    private void Line(IEnumerable<object?> values) => _writer.WriteLine(string.Join(',', values.Select(value => value switch
    {
        null => "",
        DateTimeOffset instant => instant.ToOffset(Dates.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Field(value.ToString()!),
    })));
}
