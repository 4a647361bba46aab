using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace Enforcement.Silo.Tests.Export;

/// <summary>Exports as other programs read them: CSV by RFC 4180, workbooks as a zip of XML.</summary>
internal static class SheetReader
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static List<string[]> Csv(byte[] file)
    {
        var text = Encoding.UTF8.GetString(file).TrimStart('\uFEFF');
        List<string[]> rows = [];
        List<string> row = [];
        StringBuilder field = new();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"' when quoted && i + 1 < text.Length && text[i + 1] == '"':
                    field.Append('"');
                    i++;
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    row.Add(field.ToString());
                    field.Clear();
                    break;
                case '\r' when !quoted && text[i + 1] == '\n':
                    row.Add(field.ToString());
                    rows.Add([.. row]);
                    row.Clear();
                    field.Clear();
                    i++;
                    break;
                case var c:
                    field.Append(c);
                    break;
            }
        }

        Assert.False(quoted, "a quote is not closed");
        Assert.Empty(row);
        Assert.Equal(0, field.Length);
        return rows;
    }

    /// <summary>The cells of a sheet.</summary>
    public static List<XElement[]> Xlsx(byte[] file, int sheet)
    {
        using ZipArchive zip = new(new MemoryStream(file));
        return [.. Part(zip, $"xl/worksheets/sheet{sheet}.xml").Descendants(Main + "row").Select(row => row.Elements(Main + "c").ToArray())];
    }

    /// <summary>Every part of the workbook, parsed: one that is no XML fails here.</summary>
    public static Dictionary<string, XElement> Parts(byte[] file)
    {
        using ZipArchive zip = new(new MemoryStream(file));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry => Part(zip, entry.FullName), StringComparer.Ordinal);
    }

    public static bool Computes(XElement cell) => cell.Descendants(Main + "f").Any();

    public static bool IsText(XElement cell) => (string?)cell.Attribute("t") == "inlineStr";

    public static string Value(XElement cell) => cell.Value;

    private static XElement Part(ZipArchive zip, string path)
    {
        using var stream = zip.GetEntry(path)!.Open();
        return XElement.Load(stream, LoadOptions.PreserveWhitespace);
    }
}
