using System.Collections.Immutable;
using System.Text;
using Enforcement.Domain;

namespace Enforcement.Silo.Recorders.Import;

/// <summary>A record of a CSV file: its cells, and the line in which it begins.</summary>
internal sealed record CsvRecord(int Line, ImmutableArray<string> Cells, Violation? Fault)
{
    /// <summary>Whether nothing stands in it: an empty line, or one of commas alone, as spreadsheets leave them.</summary>
    public bool IsBlank => Fault is null && Cells.All(string.IsNullOrWhiteSpace);
}

/// <summary>Reads CSV (RFC 4180): quoted cells may hold separators, doubled quotation marks and line breaks; lines end with LF, CRLF or CR.</summary>
internal static class CsvReader
{
    /// <summary>The records in order, blank ones too.</summary>
    public static IEnumerable<CsvRecord> Read(string text)
    {
        var separator = SeparatorOf(text);
        var (at, line) = (0, 1);
        while (at < text.Length)
        {
            var begun = line;
            var cells = ImmutableArray.CreateBuilder<string>();
            Violation? fault = null;
            for (var more = true; more;)
            {
                var (cell, broken) = Cell(text, separator, ref at, ref line);
                cells.Add(cell);
                fault ??= broken;
                more = at < text.Length && text[at] == separator;
                at += more ? 1 : 0;
            }

            EndLine(text, ref at, ref line);
            yield return new CsvRecord(begun, cells.ToImmutable(), fault);
        }
    }

    private static (string Cell, Violation? Fault) Cell(string text, char separator, ref int at, ref int line)
    {
        if (at >= text.Length || text[at] != '"')
        {
            return (Plain(text, separator, ref at), null);
        }

        StringBuilder cell = new();
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '"')
            {
                line += text[at] == '\n' || (text[at] == '\r' && text.AsSpan(at + 1) is not ['\n', ..]) ? 1 : 0;
                cell.Append(text[at]);
            }
            else if (text.AsSpan(at + 1) is ['"', ..])
            {
                cell.Append('"');
                at++;
            }
            else
            {
                at++;
                var rest = Plain(text, separator, ref at);
                return (cell.ToString(), string.IsNullOrWhiteSpace(rest) ? null : ImportFaults.StrayQuote);
            }
        }

        return (cell.ToString(), ImportFaults.OpenQuote);
    }

    private static string Plain(string text, char separator, ref int at)
    {
        var begin = at;
        while (at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n'))
        {
            at++;
        }

        return text[begin..at];
    }

    private static void EndLine(string text, ref int at, ref int line)
    {
        if (at < text.Length)
        {
            at += text.AsSpan(at) is ['\r', '\n', ..] ? 2 : 1;
            line++;
        }
    }

    /// <summary>A comma, or what a spreadsheet of another region writes in its place.</summary>
    private static char SeparatorOf(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var head = end < 0 ? text : text[..end];
        return head.Contains(',') ? ',' : head.Contains('\t') ? '\t' : head.Contains(';') ? ';' : ',';
    }
}
