using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Enforcement.Domain.Deadlines;

/// <summary>Which days are worked [工作日]: Monday to Friday, without the holidays [放假] and with the make-up days [调休上班] of the published years. Immutable.</summary>
/// <remarks>
/// A day of a year without a published notice follows the weekday rule and is not <see cref="IsSettled(DateOnly)">settled</see>.
/// The days from 25 December on are settled only when the following year is published too: its notice may move them
/// (29 and 31 December 2007, 31 December 2011 and 29 and 31 December 2018 were moved like that).
/// </remarks>
public sealed class WorkCalendar
{
    private const int LateDecember = 25;

    private readonly ImmutableSortedDictionary<int, WorkCalendarYear> _years;
    private readonly FrozenDictionary<DateOnly, string> _holidays;
    private readonly FrozenSet<DateOnly> _makeUpDays;
    private readonly FrozenDictionary<int, string> _hashes;

    private WorkCalendar(ImmutableSortedDictionary<int, WorkCalendarYear> years)
    {
        _years = years;
        _holidays = years.Values.SelectMany(year => year.Holidays).SelectMany(Days).ToFrozenDictionary(day => day.Key, day => day.Value);
        _makeUpDays = years.Values.SelectMany(year => year.MakeUpDays).ToFrozenSet();
        _hashes = years.ToFrozenDictionary(year => year.Key, year => year.Value.ContentHash());
        Version = VersionOf(years.Keys);
    }

    /// <summary>A calendar without any published year: the weekday rule alone, every working-day term provisional.</summary>
    public static WorkCalendar WeekdaysOnly { get; } = new(ImmutableSortedDictionary<int, WorkCalendarYear>.Empty);

    /// <summary>The years that ship with the program: 2007 to 2026.</summary>
    public static WorkCalendar Embedded => EmbeddedCalendars.Calendar;

    /// <summary>Names the content of all published years: the newest year's version, a plus sign, twelve hexadecimal digits (<c>2026.1+0f1e2d3c4b5a</c>).</summary>
    public string Version { get; }

    /// <summary>The published years in order.</summary>
    public IEnumerable<WorkCalendarYear> Years => _years.Values;

    /// <summary>A calendar of these years.</summary>
    /// <param name="years">One file per year.</param>
    /// <exception cref="ArgumentException">Two of them are of the same year.</exception>
    public static WorkCalendar Of(IEnumerable<WorkCalendarYear> years)
    {
        ArgumentNullException.ThrowIfNull(years);
        return new WorkCalendar(years.ToImmutableSortedDictionary(year => year.Year, year => year));
    }

    /// <summary>Whether the weekday rule makes it a rest day.</summary>
    /// <param name="day">Any day.</param>
    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>Whether the notice of a year is known here.</summary>
    /// <param name="year">The calendar year.</param>
    public bool IsPublished(int year) => _years.ContainsKey(year);

    /// <summary>Whether no future notice is expected to change what this calendar says of a day.</summary>
    /// <param name="day">Any day.</param>
    public bool IsSettled(DateOnly day) => Governing(day).All(IsPublished);

    /// <summary>Whether all days from one to another are settled.</summary>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day, inclusive, not before <paramref name="first"/>.</param>
    public bool IsSettled(DateOnly first, DateOnly last) => Governing(first, last).All(IsPublished);

    /// <summary>Whether people work on a day.</summary>
    /// <param name="day">Any day; one of an unpublished year follows the weekday rule.</param>
    public bool IsWorkingDay(DateOnly day) => _makeUpDays.Contains(day) || (!IsWeekend(day) && !_holidays.ContainsKey(day));

    /// <summary>Whether a day is a make-up working day [调休上班日].</summary>
    /// <param name="day">Any day.</param>
    public bool IsMakeUpDay(DateOnly day) => _makeUpDays.Contains(day);

    /// <summary>The Chinese name of the holiday on a day, or <see langword="null"/>.</summary>
    /// <param name="day">Any day.</param>
    public string? HolidayOn(DateOnly day) => _holidays.GetValueOrDefault(day);

    /// <summary>The first working day after a day, which itself is not considered.</summary>
    /// <param name="day">Any day.</param>
    public DateOnly NextWorkingDay(DateOnly day)
    {
        do
        {
            day = day.AddDays(1);
        }
        while (!IsWorkingDay(day));

        return day;
    }

    /// <summary>
    /// Names the content that decides the days from one to another, in the form of <see cref="Version"/>; publishing or correcting another year does not change it.
    /// Starts with <c>none</c> when no year involved is published.
    /// </summary>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day, inclusive, not before <paramref name="first"/>.</param>
    public string VersionOf(DateOnly first, DateOnly last) => VersionOf(Governing(first, last));

    /// <summary>The same calendar with one more year, or with a year replaced by a correction.</summary>
    /// <param name="year">The year.</param>
    public WorkCalendar WithYear(WorkCalendarYear year)
    {
        ArgumentNullException.ThrowIfNull(year);
        return new WorkCalendar(_years.SetItem(year.Year, year));
    }

    private static IEnumerable<int> Governing(DateOnly day) => Governing(day, day);

    private static IEnumerable<int> Governing(DateOnly first, DateOnly last)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        var until = last is { Month: 12, Day: >= LateDecember } ? last.Year + 1 : last.Year;
        return Enumerable.Range(first.Year, until - first.Year + 1);
    }

    private static IEnumerable<KeyValuePair<DateOnly, string>> Days(Holiday holiday)
    {
        for (var day = holiday.From; day <= holiday.To; day = day.AddDays(1))
        {
            yield return new KeyValuePair<DateOnly, string>(day, holiday.Name);
        }
    }

    private string VersionOf(IEnumerable<int> years)
    {
        var newest = "none";
        var text = new StringBuilder();
        foreach (var year in years)
        {
            if (_years.TryGetValue(year, out var published))
            {
                newest = published.Version;
                text.Append(CultureInfo.InvariantCulture, $"{published.Version} {_hashes[year]}\n");
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"{year} unpublished\n");
            }
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        return $"{newest}+{hash[..12]}";
    }
}
