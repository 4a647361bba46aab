using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Enforcement.Domain;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Portal.Access;

namespace Enforcement.Silo.Recorders.Import;

/// <summary>A line of the file as it is meant.</summary>
internal sealed record SheetLine(int Line, string Id, RegisterRecorder Entry, ImmutableArray<Violation> Faults);

/// <summary>What the file says, before it is compared with anything else.</summary>
internal sealed record RecorderSheet(string Encoding, ImmutableArray<SheetLine> Lines, ImmutableArray<(int Line, Violation Fault)> Faults)
{
    private const int Id = 0;
    private const int Bureau = 1;
    private const int Model = 2;
    private const int Serial = 3;
    private const int Storage = 4;
    private const int Note = 5;
    private const int Required = 4;
    private const double MostGigabytes = 90_000;

    private static readonly (string Zh, string En)[] Columns =
        [("编号", "id"), ("单位", "bureau"), ("型号", "model"), ("序列号", "serial"), ("存储容量GB", "storageGB"), ("备注", "note")];

    private static readonly FrozenDictionary<string, int> ByName = Columns.SelectMany((column, i) => new[] { (column.Zh, i), (column.En, i) })
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.i, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the file.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="bureauOf">The id of a bureau by its id or name, or <see langword="null"/>.</param>
    public static RecorderSheet Read(ReadOnlySpan<byte> file, Func<string, string?> bureauOf)
    {
        if (file.Length > RecorderImportReport.LargestFile)
        {
            return Unreadable("", 0, ImportFaults.TooLarge);
        }

        var (text, encoding, line, fault) = CsvText.Read(file);
        if (text is null)
        {
            return Unreadable(encoding, line, fault!);
        }

        var records = CsvReader.Read(text).Where(record => !record.IsBlank).Take(RecorderImportReport.MostLines + 2).ToArray();
        if (records.Length < 2)
        {
            return Unreadable(encoding, 0, ImportFaults.Empty);
        }

        if (records.Length > RecorderImportReport.MostLines + 1)
        {
            return Unreadable(encoding, 0, ImportFaults.TooLong);
        }

        var (places, faults) = Head(records[0]);
        return faults.IsEmpty
            ? new RecorderSheet(encoding, [.. records.Skip(1).Select(record => Line(record, places, bureauOf))], [])
            : new RecorderSheet(encoding, [], [.. faults.Select(broken => (records[0].Line, broken))]);
    }

    private static RecorderSheet Unreadable(string encoding, int line, Violation fault) => new(encoding, [], [(line, fault)]);

    /// <summary>Which cell of a line belongs to which column; blank names at the end are columns without content.</summary>
    private static (int[] Places, ImmutableArray<Violation> Faults) Head(CsvRecord head)
    {
        var places = Enumerable.Repeat(-1, Columns.Length).ToArray();
        var faults = ImmutableArray.CreateBuilder<Violation>();
        if (head.Fault is { } broken)
        {
            faults.Add(broken);
        }

        for (var i = 0; i < head.Cells.Length; i++)
        {
            var name = head.Cells[i].Trim();
            if (ByName.TryGetValue(name, out var column))
            {
                if (places[column] >= 0)
                {
                    faults.Add(ImportFaults.ColumnTwice(name));
                }

                places[column] = i;
            }
            else if (name.Length > 0 || head.Cells.Skip(i).Any(static later => !string.IsNullOrWhiteSpace(later)))
            {
                faults.Add(ImportFaults.UnknownColumn(name));
            }
        }

        faults.AddRange(Columns.Take(Required).Where((_, i) => places[i] < 0).Select(column => ImportFaults.NoColumn(column.Zh, column.En)));
        return (places, faults.ToImmutable());
    }

    private static SheetLine Line(CsvRecord record, int[] places, Func<string, string?> bureauOf)
    {
        string Cell(int column) => places[column] is >= 0 and var place && place < record.Cells.Length ? record.Cells[place].Trim() : "";

        var faults = ImmutableArray.CreateBuilder<Violation>();
        if (record.Fault is { } broken)
        {
            faults.Add(broken);
        }

        var columns = places.Max() + 1;
        if (record.Cells.Skip(columns).Any(static cell => !string.IsNullOrWhiteSpace(cell)))
        {
            faults.Add(ImportFaults.TooManyCells(record.Cells.Length, columns));
        }

        var gigabytes = 0.0;
        if (Cell(Storage) is { Length: > 0 } size
            && (!double.TryParse(size, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out gigabytes) || gigabytes is not (>= 0 and <= MostGigabytes)))
        {
            faults.Add(ImportFaults.Storage);
            gigabytes = 0;
        }

        var bureau = bureauOf(Cell(Bureau));
        if (bureau is null)
        {
            faults.Add(ImportFaults.UnknownBureau(Cell(Bureau)));
        }

        var entry = new RegisterRecorder(bureau ?? Cell(Bureau), Cell(Model), Cell(Serial), (long)(gigabytes * (1L << 30)), Cell(Note));
        return new SheetLine(record.Line, Cell(Id), entry, faults.ToImmutable());
    }
}
