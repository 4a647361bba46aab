using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Localization;

namespace Enforcement.Silo.Export;

/// <summary>
/// The list as a workbook (ECMA-376), written part by part into a zip that is never held: the rows, then a sheet about where they come from. Texts are
/// text cells, so that none is run as a formula; instants are dates of the spreadsheet.
/// </summary>
internal sealed class XlsxCaseSheet(Stream target, CaseSheetColumn[] columns) : ICaseSheet
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Rows of a sheet, by the format, without the heading.</summary>
    public const int MostRows = 1_048_575;

    private const int LongestText = 32_767; // of a cell, by the format
    private static readonly DateTime Epoch = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    private readonly ZipArchive _zip = new(target, ZipArchiveMode.Create, leaveOpen: true);
    private XmlWriter? _sheet;
    private int _row;

    public void Begin()
    {
        foreach (var (path, text) in XlsxParts.All(CaseSheet.Title, CaseSheet.About))
        {
            using StreamWriter part = new(_zip.CreateEntry(path, CompressionLevel.Fastest).Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            part.Write(text);
        }

        OpenSheet(1, frozen: true, columns.Select(column => column.Width));
        OpenRow();
        foreach (var column in columns)
        {
            Text(column.Name, XlsxParts.Heading);
        }

        CloseRow();
    }

    public void Row(CaseRow row)
    {
        OpenRow();
        foreach (var column in columns)
        {
            switch (column.Value(row))
            {
                case null:
                    Empty();
                    break;
                case DateTimeOffset instant:
                    Number((instant.ToOffset(Dates.Offset).DateTime - Epoch).TotalDays.ToString("F8", CultureInfo.InvariantCulture), XlsxParts.Instant);
                    break;
                case int number:
                    Number(number.ToString(CultureInfo.InvariantCulture), XlsxParts.Plain);
                    break;
                case var text:
                    Text(text.ToString()!, XlsxParts.Plain);
                    break;
            }
        }

        CloseRow();
    }

    public void End(IReadOnlyList<(string Name, string Value)> about)
    {
        CloseSheet();
        OpenSheet(2, frozen: false, [18, 90]);
        foreach (var (name, value) in about)
        {
            OpenRow();
            Text(name, XlsxParts.Heading);
            Text(value, XlsxParts.Plain);
            CloseRow();
        }

        CloseSheet();
        _zip.Dispose();
    }

    // Only when a row failed: what was sent then is cut, and the browser says so.
    public void Dispose() => _sheet?.Dispose();

    private void OpenSheet(int number, bool frozen, IEnumerable<int> widths)
    {
        var entry = _zip.CreateEntry(FormattableString.Invariant($"xl/worksheets/sheet{number}.xml"), CompressionLevel.Fastest);
        _sheet = XmlWriter.Create(entry.Open(), new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CloseOutput = true, CheckCharacters = false });
        _row = 0;
        _sheet.WriteStartElement("worksheet", XlsxParts.Main);
        if (frozen)
        {
            _sheet.WriteRaw("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>");
        }

        _sheet.WriteRaw("<cols>" + string.Concat(widths.Select((width, i) => FormattableString.Invariant($"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{width}\" customWidth=\"1\"/>"))) + "</cols>");
        _sheet.WriteStartElement("sheetData");
    }

    private void CloseSheet()
    {
        _sheet!.WriteEndElement();
        _sheet.WriteEndElement();
        _sheet.Dispose();
        _sheet = null;
    }

    private void OpenRow()
    {
        _sheet!.WriteStartElement("row");
        _sheet.WriteAttributeString("r", (++_row).ToString(CultureInfo.InvariantCulture));
    }

    private void CloseRow() => _sheet!.WriteEndElement();

    private void Empty()
    {
        _sheet!.WriteStartElement("c");
        _sheet.WriteEndElement();
    }

    private void Number(string value, int style)
    {
        _sheet!.WriteStartElement("c");
        _sheet.WriteAttributeString("s", style.ToString(CultureInfo.InvariantCulture));
        _sheet.WriteElementString("v", value);
        _sheet.WriteEndElement();
    }

    private void Text(string text, int style)
    {
        _sheet!.WriteStartElement("c");
        _sheet.WriteAttributeString("t", "inlineStr");
        _sheet.WriteAttributeString("s", style.ToString(CultureInfo.InvariantCulture));
        _sheet.WriteStartElement("is");
        _sheet.WriteStartElement("t");
        _sheet.WriteAttributeString("xml", "space", null, "preserve");
        _sheet.WriteString(Clean(text));
        _sheet.WriteEndElement();
        _sheet.WriteEndElement();
        _sheet.WriteEndElement();
    }

    /// <summary>Text that XML can carry and a cell can hold.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var fits = rune.Value is '\t' or '\n' or '\r' || (rune.Value >= ' ' && rune.Value is not (0xFFFE or 0xFFFF));
            if (clean.Length + rune.Utf16SequenceLength <= LongestText)
            {
                clean.Append(fits ? rune.ToString() : "\uFFFD");
            }
        }

        return clean.ToString();
    }
}
