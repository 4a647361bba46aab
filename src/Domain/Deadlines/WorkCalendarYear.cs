using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Enforcement.Domain.Deadlines;

/// <summary>One holiday [放假]: consecutive days within one year, weekends among them included as the notice names them.</summary>
/// <param name="Name">The Chinese name: 春节.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, inclusive.</param>
public sealed record Holiday(string Name, DateOnly From, DateOnly To);

/// <summary>A notice that arranges the holidays of a year [国务院办公厅关于……部分节假日安排的通知].</summary>
/// <param name="Number">The document number (国办发明电〔2025〕7号), or <see langword="null"/> where it is not known to us.</param>
/// <param name="Title">The title.</param>
public sealed record CalendarNotice(string? Number, string Title);

/// <summary>Where one calendar year differs from the rule "Monday to Friday are working days".</summary>
/// <remarks>
/// A December day may be governed by the notice of the following year: it still stands in the file of its own year, which then names both notices,
/// and a year already published gets a new revision.
/// </remarks>
public sealed record WorkCalendarYear
{
    /// <summary>The calendar year.</summary>
    public required int Year { get; init; }

    /// <summary>Counts corrections of the same year, from 1.</summary>
    public required int Revision { get; init; }

    /// <summary>The notices, at least one.</summary>
    public required ImmutableArray<CalendarNotice> Notices { get; init; }

    /// <summary>Where the transcription comes from, for people.</summary>
    public required string Origin { get; init; }

    /// <summary>The holidays in the order of their days.</summary>
    public required ImmutableArray<Holiday> Holidays { get; init; }

    /// <summary>The weekend days on which people work [调休上班日], in order.</summary>
    public required ImmutableArray<DateOnly> MakeUpDays { get; init; }

    /// <summary>Year and revision: <c>2026.1</c>.</summary>
    public string Version => string.Create(CultureInfo.InvariantCulture, $"{Year}.{Revision}");

    /// <summary>SHA-256 over the days that differ, in lower-case hexadecimal. Titles, names and layout of the file do not enter it: it says which days are worked, nothing else.</summary>
    public string ContentHash()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Year:0000}\n");
        foreach (var holiday in Holidays)
        {
            for (var day = holiday.From; day <= holiday.To; day = day.AddDays(1))
            {
                if (!WorkCalendar.IsWeekend(day))
                {
                    text.Append(CultureInfo.InvariantCulture, $"-{day:yyyy-MM-dd}\n");
                }
            }
        }

        foreach (var day in MakeUpDays)
        {
            text.Append(CultureInfo.InvariantCulture, $"+{day:yyyy-MM-dd}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
