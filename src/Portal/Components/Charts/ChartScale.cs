using System.Collections.Immutable;
using System.Globalization;
using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Components.Charts;

/// <summary>From values to places on an axis, with marks at round numbers and round times.</summary>
public static class ChartScale
{
    private static readonly TimeSpan[] Steps =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(4), TimeSpan.FromHours(6), TimeSpan.FromHours(12),
        TimeSpan.FromDays(1), TimeSpan.FromDays(2), TimeSpan.FromDays(5), TimeSpan.FromDays(7), TimeSpan.FromDays(14), TimeSpan.FromDays(30), TimeSpan.FromDays(90),
    ];

    /// <summary>Round numbers that enclose the values: the first is at or below the least, the last at or above the greatest.</summary>
    /// <param name="least">The least value.</param>
    /// <param name="greatest">The greatest value.</param>
    /// <param name="wanted">About how many steps.</param>
    public static ImmutableArray<double> Marks(double least, double greatest, int wanted = 4)
    {
        if (greatest <= least)
        {
            greatest = least + 1;
        }

        var raw = (greatest - least) / wanted;
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var step = power * ((raw / power) switch { <= 1 => 1, <= 2 => 2, <= 2.5 => 2.5, <= 5 => 5, _ => 10 });
        var first = (long)Math.Floor(least / step);
        var last = (long)Math.Ceiling(greatest / step);
        var marks = ImmutableArray.CreateBuilder<double>();
        for (var mark = first; mark <= last; mark++)
        {
            marks.Add(Math.Round(mark * step, 10));
        }

        return marks.ToImmutable();
    }

    /// <summary>Round times at +08:00 within a span, at most as many as wanted.</summary>
    public static ImmutableArray<DateTimeOffset> Times(DateTimeOffset from, DateTimeOffset to, int wanted = 6)
    {
        if (to <= from)
        {
            return [from];
        }

        var step = StepOf(to - from, wanted);
        var start = from.ToOffset(Dates.Offset).DateTime;
        var mark = new DateTimeOffset(new DateTime((start.Ticks + step.Ticks - 1) / step.Ticks * step.Ticks), Dates.Offset);
        var marks = ImmutableArray.CreateBuilder<DateTimeOffset>();
        for (; mark <= to; mark += step)
        {
            marks.Add(mark);
        }

        return marks.ToImmutable();
    }

    /// <summary>How a time mark is written: the hour within some days, else the day.</summary>
    public static string TimeName(DateTimeOffset at, TimeSpan span)
    {
        var local = at.ToOffset(Dates.Offset);
        var hours = StepOf(span, 6) < TimeSpan.FromDays(1) && (span < TimeSpan.FromHours(25) || local.TimeOfDay != TimeSpan.Zero);
        return local.ToString(hours ? "HH:mm" : Phrase.English ? "MM-dd" : "M'月'd'日'", CultureInfo.InvariantCulture);
    }

    /// <summary>The place of a value between two ends, from 0 to 100.</summary>
    public static double Place(double value, double from, double to) => to <= from ? 0 : Math.Clamp((value - from) * 100 / (to - from), 0, 100);

    /// <summary>A place as it stands in a style or a path.</summary>
    public static string Text(double place) => place.ToString("0.##", CultureInfo.InvariantCulture);

    private static TimeSpan StepOf(TimeSpan span, int wanted) => Array.Find(Steps, step => span / step <= wanted) is { Ticks: > 0 } step ? step : span / wanted;
}
