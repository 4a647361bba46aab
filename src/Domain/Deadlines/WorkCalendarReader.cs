using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Enforcement.Domain.Deadlines;

/// <summary>
/// Reads the file of one calendar year [年度放假安排]. Strict: unknown, missing or repeated members, days outside the year, a day named twice, a day that is
/// both holiday and make-up day, a make-up day on a weekday and a holiday that frees no weekday are refused, all at once, each with its path.
/// </summary>
public static class WorkCalendarReader
{
    /// <summary>The longest holiday that is taken for one; the longest so far had ten days. A longer one is far more often a slip in a date.</summary>
    public const int MaxHolidayDays = 15;

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its name, for the problems.</param>
    /// <param name="utf8">Its bytes; a byte order mark is allowed.</param>
    public static CalendarReading Read(string file, ReadOnlyMemory<byte> utf8)
    {
        var json = new CalendarJson(file);
        try
        {
            var bytes = utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
            using var document = JsonDocument.Parse(bytes);
            var year = Year(json, document.RootElement);
            return json.Problems.IsEmpty ? new CalendarReading(year, []) : new CalendarReading(null, json.Problems);
        }
        catch (JsonException e)
        {
            json.Refuse("$", $"not valid JSON: {e.Message}");
            return new CalendarReading(null, json.Problems);
        }
        catch (InvalidOperationException)
        {
            // what the parser throws for half a surrogate pair or bytes that are no UTF-8, only when the text is taken out
            json.Refuse("$", "a text is not valid Unicode");
            return new CalendarReading(null, json.Problems);
        }
    }

    private static WorkCalendarYear? Year(CalendarJson json, JsonElement root)
    {
        if (json.Members(root, "$", "year", "version", "notices", "origin", "holidays", "makeUpDays") is not { } members)
        {
            return null;
        }

        var year = Number(json, members);
        var revision = Revision(json, members, year);
        var notices = json.Items(members, "notices").Select(item => Notice(json, item.Element, item.Path)).ToImmutableArray();
        if (notices.IsEmpty && members.ContainsKey("notices"))
        {
            json.Refuse("$.notices", "at least one notice must be named");
        }

        var origin = json.Text(members, "$", "origin");
        var taken = new Dictionary<DateOnly, string>();
        var holidays = json.Items(members, "holidays")
            .Select(item => Holiday(json, item.Element, item.Path, year, taken))
            .OfType<Holiday>().OrderBy(holiday => holiday.From).ToImmutableArray();
        if (holidays.IsEmpty && json.Problems.IsEmpty)
        {
            json.Refuse("$.holidays", "a year without holidays is not one that a notice arranges");
        }

        var makeUpDays = json.Items(members, "makeUpDays")
            .Select(item => MakeUpDay(json, item.Element, item.Path, year, taken))
            .OfType<DateOnly>().Order().ToImmutableArray();
        if (!json.Problems.IsEmpty || year is null || revision is null || origin is null)
        {
            return null;
        }

        return new WorkCalendarYear
        {
            Year = year.Value,
            Revision = revision.Value,
            Notices = [.. notices.OfType<CalendarNotice>()],
            Origin = origin,
            Holidays = holidays,
            MakeUpDays = makeUpDays,
        };
    }

    private static int? Number(CalendarJson json, Dictionary<string, JsonElement> members)
    {
        if (!members.TryGetValue("year", out var element))
        {
            return null;
        }

        if (element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var year) && year is >= 2000 and <= 2199)
        {
            return year;
        }

        json.Refuse("$.year", "expected a year from 2000 to 2199");
        return null;
    }

    private static int? Revision(CalendarJson json, Dictionary<string, JsonElement> members, int? year)
    {
        if (json.Text(members, "$", "version") is not { } text || year is null)
        {
            return null;
        }

        var parts = text.Split('.');
        if (parts.Length == 2
            && parts[0] == year.Value.ToString(CultureInfo.InvariantCulture)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            && revision is >= 1 and <= 999
            && parts[1][0] != '0')
        {
            return revision;
        }

        json.Refuse("$.version", $"expected {year}.1 for the first publication, {year}.2 for its first correction and so on");
        return null;
    }

    private static CalendarNotice? Notice(CalendarJson json, JsonElement element, string path)
    {
        if (json.Members(element, path, "number", "title") is not { } members)
        {
            return null;
        }

        var number = json.Text(members, path, "number", mayBeNull: true);
        return json.Text(members, path, "title") is { } title ? new CalendarNotice(number, title) : null;
    }

    private static Holiday? Holiday(CalendarJson json, JsonElement element, string path, int? year, Dictionary<DateOnly, string> taken)
    {
        if (json.Members(element, path, "name", "from", "to") is not { } members)
        {
            return null;
        }

        var name = json.Text(members, path, "name");
        var from = members.TryGetValue("from", out var first) ? json.Day(first, $"{path}.from", year) : null;
        var to = members.TryGetValue("to", out var last) ? json.Day(last, $"{path}.to", year) : null;
        if (name is null || from is null || to is null)
        {
            return null;
        }

        if (to < from || to.Value.DayNumber - from.Value.DayNumber >= MaxHolidayDays)
        {
            json.Refuse(path, to < from ? "the holiday ends before it begins" : $"a holiday of more than {MaxHolidayDays} days");
            return null;
        }

        var frees = false;
        for (var day = from.Value; day <= to; day = day.AddDays(1))
        {
            frees |= !WorkCalendar.IsWeekend(day);
            if (!taken.TryAdd(day, path))
            {
                json.Refuse(path, $"{day:yyyy-MM-dd} is already named by {taken[day]}");
            }
        }

        if (!frees)
        {
            json.Refuse(path, "the holiday has no effect: all its days are Saturdays and Sundays");
        }

        return new Holiday(name, from.Value, to.Value);
    }

    private static DateOnly? MakeUpDay(CalendarJson json, JsonElement element, string path, int? year, Dictionary<DateOnly, string> taken)
    {
        if (json.Day(element, path, year) is not { } day)
        {
            return null;
        }

        if (!WorkCalendar.IsWeekend(day))
        {
            json.Refuse(path, $"{day:yyyy-MM-dd} is a weekday and is worked anyway; a make-up day lies on a weekend");
        }

        if (!taken.TryAdd(day, path))
        {
            json.Refuse(path, $"{day:yyyy-MM-dd} is already named by {taken[day]}");
        }

        return day;
    }
}
