using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.Regulations;
using Enforcement.Grains.Law;

namespace Enforcement.Grains.Regulations;

/// <summary>The work calendar at hand, as messages.</summary>
public sealed class CalendarReader(LawLibrary library) : ICalendarReader
{
    /// <inheritdoc/>
    public string Version => library.Calendar.Version;

    /// <inheritdoc/>
    public ImmutableArray<CalendarYearView> Years() =>
    [
        .. library.Calendar.Years.OrderBy(year => year.Year).Select(year => new CalendarYearView(
            year.Year,
            year.Version,
            [.. year.Notices.Select(notice => notice.Number is { } number ? $"{notice.Title}（{number}）" : notice.Title)],
            year.Origin,
            [.. year.Holidays.Select(holiday => new HolidayView(holiday.Name, holiday.From, holiday.To))],
            year.MakeUpDays)),
    ];
}
