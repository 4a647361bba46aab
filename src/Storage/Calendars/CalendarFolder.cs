using System.Collections.Immutable;
using System.Globalization;
using Enforcement.Domain.Deadlines;
using Enforcement.Storage.Media;

namespace Enforcement.Storage.Calendars;

/// <summary>The calendar years that were imported into a data folder, on top of those that ship with the program: <c>calendars/&lt;year&gt;.json</c>.</summary>
/// <param name="dataFolder">An existing data folder.</param>
public sealed class CalendarFolder(string dataFolder)
{
    /// <summary>The largest file that is looked at; a year takes about two kilobytes.</summary>
    public const int MaxBytes = 256 * 1024;

    private readonly string _folder = Path.Combine(dataFolder, "calendars");

    /// <summary>The shipped years with the imported ones over them. Of two files of one year the higher revision counts; at the same revision the imported one, which somebody chose.</summary>
    /// <exception cref="InvalidDataException">An imported file was damaged after its import; the message names file, path and reason.</exception>
    public WorkCalendar Load()
    {
        var calendar = WorkCalendar.Embedded;
        if (!Directory.Exists(_folder))
        {
            return calendar;
        }

        foreach (var path in Directory.EnumerateFiles(_folder, "*.json").Order(StringComparer.Ordinal))
        {
            var (reading, _) = ReadFile(path);
            var year = reading.Year ?? throw new InvalidDataException(string.Join('\n', reading.Problems));
            if (Path.GetFileName(path) != FileName(year))
            {
                throw new InvalidDataException($"{path}: $.year: the file holds the year {year.Year} and should be called {FileName(year)}");
            }

            var known = Known(calendar, year.Year);
            calendar = known is null || year.Revision >= known.Revision ? calendar.WithYear(year) : calendar;
        }

        return calendar;
    }

    /// <summary>Checks a file and stores its bytes, synced to disk before this returns. Importing the same content twice changes nothing.</summary>
    /// <param name="path">The file to import.</param>
    /// <exception cref="IOException">The file cannot be read, or the data folder not written.</exception>
    public CalendarImportResult Import(string path)
    {
        var (reading, bytes) = ReadFile(path);
        return Import(path, reading, bytes);
    }

    /// <summary>The same for a file that came another way.</summary>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="content">Its bytes.</param>
    /// <exception cref="IOException">The data folder cannot be written.</exception>
    public CalendarImportResult Import(string name, ReadOnlyMemory<byte> content)
    {
        var (reading, bytes) = ReadBytes(name, content);
        return Import(name, reading, bytes);
    }

    private CalendarImportResult Import(string path, CalendarReading reading, byte[] bytes)
    {
        if (reading.Year is not { } year)
        {
            return new CalendarImportResult.Refused(reading.Problems);
        }

        if (Known(Load(), year.Year) is { } known && year.Revision <= known.Revision)
        {
            if (year.Revision == known.Revision && year.ContentHash() == known.ContentHash())
            {
                return new CalendarImportResult.AlreadyThere(year);
            }

            return new CalendarImportResult.Refused([new CalendarProblem(path, "$.version", string.Create(
                CultureInfo.InvariantCulture,
                $"{known.Version} is already published with other days; a correction needs the version {known.Year}.{known.Revision + 1}"))]);
        }

        var target = Path.Combine(_folder, FileName(year));
        Durable.CreateFolder(Path.GetFullPath(_folder));
        Durable.Replace(Path.GetFullPath(target), bytes); // the very bytes that were checked
        return new CalendarImportResult.Stored(year, target);
    }

    private static (CalendarReading Reading, byte[] Bytes) ReadFile(string path)
    {
        using var file = File.OpenRead(path);
        var bytes = new byte[MaxBytes + 1];
        var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return ReadBytes(path, bytes.AsMemory(0, length));
    }

    private static (CalendarReading Reading, byte[] Bytes) ReadBytes(string name, ReadOnlyMemory<byte> content) => content.Length <= MaxBytes
        ? (WorkCalendarReader.Read(name, content), content.ToArray())
        : (new CalendarReading(null, [new CalendarProblem(name, "$", $"the file is larger than {MaxBytes} bytes, more than a year can need")]), []);

    private static WorkCalendarYear? Known(WorkCalendar calendar, int year) => calendar.Years.FirstOrDefault(known => known.Year == year);

    private static string FileName(WorkCalendarYear year) => string.Create(CultureInfo.InvariantCulture, $"{year.Year}.json");
}

/// <summary>What became of an import.</summary>
public abstract record CalendarImportResult
{
    private CalendarImportResult()
    {
    }

    /// <summary>The year is on disk.</summary>
    /// <param name="Year">What was stored.</param>
    /// <param name="Path">Where.</param>
    public sealed record Stored(WorkCalendarYear Year, string Path) : CalendarImportResult;

    /// <summary>The same days were known under the same version; nothing was written.</summary>
    /// <param name="Year">What was known.</param>
    public sealed record AlreadyThere(WorkCalendarYear Year) : CalendarImportResult;

    /// <summary>Nothing was written.</summary>
    /// <param name="Problems">All that is wrong, never empty.</param>
    public sealed record Refused(ImmutableArray<CalendarProblem> Problems) : CalendarImportResult;
}
