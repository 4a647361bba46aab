using System.Globalization;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Localization;

namespace Enforcement.Silo.Export;

/// <summary>The list as CSV.</summary>
internal sealed class CsvCaseSheet(Stream target, CaseSheetColumn[] columns) : ICaseSheet
{
    public const string ContentType = CsvText.ContentType;

    private readonly StreamWriter _writer = CsvText.Writer(target);

    public void Begin() => Line(columns.Select(column => (object?)column.Name.ToString()));

    public void Row(CaseRow row) => Line(columns.Select(column => column.Value(row)));

    // A note among the rows would be taken for a row: who wants it takes the other format.
    public void End(IReadOnlyList<(string Name, string Value)> about) => _writer.Flush();

    public void Dispose() => _writer.Dispose();

    private void Line(IEnumerable<object?> values) => _writer.WriteLine(CsvText.Line(values.Select(value => value switch
    {
        null => "",
        DateTimeOffset instant => instant.ToOffset(Dates.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    })));
}
