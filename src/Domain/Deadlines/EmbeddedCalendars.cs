using System.Diagnostics;

namespace Enforcement.Domain.Deadlines;

/// <summary>The year files that ship with the program (<c>Deadlines/Calendars</c>).</summary>
internal static class EmbeddedCalendars
{
    private const string Folder = "calendars/";

    private static readonly Lazy<WorkCalendar> Lazily = new(Read);

    public static WorkCalendar Calendar => Lazily.Value;

    private static WorkCalendar Read()
    {
        var assembly = typeof(EmbeddedCalendars).Assembly;
        return WorkCalendar.Of(assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                var bytes = new byte[stream.Length];
                stream.ReadExactly(bytes);
                var reading = WorkCalendarReader.Read(name, bytes);
                return reading.Year ?? throw new UnreachableException(string.Join('\n', reading.Problems));
            }));
    }
}
