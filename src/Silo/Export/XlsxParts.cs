using System.Security;
using Enforcement.Portal.Localization;

namespace Enforcement.Silo.Export;

/// <summary>The parts of a workbook that do not depend on its rows.</summary>
internal static class XlsxParts
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>The styles, by their place in <c>cellXfs</c>.</summary>
    public const int Plain = 0;
    public const int Heading = 1;
    public const int Instant = 2;

    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    /// <summary>All of them, in the order in which readers look for them.</summary>
    public static IEnumerable<(string Path, string Text)> All(string first, string second)
    {
        yield return ("[Content_Types].xml", $"""
            {Declaration}<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>
            """);
        yield return ("_rels/.rels", $"""
            {Declaration}<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """);
        yield return ("xl/workbook.xml", $"""
            {Declaration}<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="{SecurityElement.Escape(first)}" sheetId="1" r:id="rId1"/><sheet name="{SecurityElement.Escape(second)}" sheetId="2" r:id="rId2"/></sheets></workbook>
            """);
        yield return ("xl/_rels/workbook.xml.rels", $"""
            {Declaration}<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Relations}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="{Relations}/styles" Target="styles.xml"/></Relationships>
            """);

        // Dates as offices of the reader's language write them.
        var instant = SecurityElement.Escape(Phrase.English ? "yyyy-mm-dd hh:mm" : "yyyy\"年\"m\"月\"d\"日\" hh:mm");
        yield return ("xl/styles.xml", $"""
            {Declaration}<styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="{instant}"/></numFmts><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>
            """);
    }
}
