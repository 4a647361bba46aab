using System.Collections.Immutable;

namespace Enforcement.Grains.Interfaces.Regulations;

/// <summary>Reads the work calendar [工作日历] by which terms in working days are counted.</summary>
public interface ICalendarReader
{
    /// <summary>The version of the whole calendar, as terms keep it.</summary>
    string Version { get; }

    /// <summary>The published years, oldest first. A term that reaches into another year is provisional.</summary>
    ImmutableArray<CalendarYearView> Years();
}

/// <summary>A published year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Version">Year and revision: <c>2026.1</c>.</param>
/// <param name="Notices">The notices that arrange it, with their numbers where known.</param>
/// <param name="Origin">Where the transcription comes from.</param>
/// <param name="Holidays">The holidays [放假].</param>
/// <param name="MakeUpDays">The weekend days on which people work [调休上班].</param>
public sealed record CalendarYearView(
    int Year, string Version, ImmutableArray<string> Notices, string Origin, ImmutableArray<HolidayView> Holidays, ImmutableArray<DateOnly> MakeUpDays);

/// <summary>A holiday.</summary>
/// <param name="Name">Its Chinese name.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, inclusive.</param>
public sealed record HolidayView(string Name, DateOnly From, DateOnly To);
