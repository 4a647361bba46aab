using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Portal.Components.Charts;

namespace Enforcement.Portal.Components.Clocks;

/// <summary>A stretch of an axis in percent of its length.</summary>
/// <param name="Start">Where it begins, 0 to 100.</param>
/// <param name="Width">How long it is, 0 to 100.</param>
public readonly record struct BarSpan(double Start, double Width);

/// <summary>A term [期限] as a bar over an axis of time.</summary>
/// <param name="Clock">The term.</param>
/// <param name="Term">From the start to the due instant; to now or its end where the term has no number.</param>
/// <param name="Open">Whether the term has no due instant, so that the bar has no end of its own.</param>
/// <param name="Pauses">The times that did not count [中止].</param>
/// <param name="Over">What lies beyond the due instant until it was met, or until now.</param>
/// <param name="Met">Where it was met.</param>
public sealed record TermBar(ClockView Clock, BarSpan Term, bool Open, ImmutableArray<BarSpan> Pauses, BarSpan? Over, double? Met);

/// <summary>A mark of the axis.</summary>
public readonly record struct AxisMark(double At, string Name);

/// <summary>Terms over a common axis.</summary>
/// <param name="Bars">One for each term, in the order given.</param>
/// <param name="Now">The place of now; <see langword="null"/>: outside the axis.</param>
/// <param name="Marks">Round times.</param>
public sealed record TermBars(ImmutableArray<TermBar> Bars, double? Now, ImmutableArray<AxisMark> Marks)
{
    /// <summary>Whether a term still asks for something.</summary>
    public static bool IsOpen(ClockView clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return clock.Phase is "running" or "suspended" or "waiting" or "missed";
    }

    /// <summary>The open term that ends first; what only advises comes last.</summary>
    public static ClockView? MostUrgent(ImmutableArray<ClockView> clocks) =>
        clocks.Where(clock => clock is { Phase: "running" or "missed", DueAt: not null }).OrderBy(clock => clock.Advisory).ThenBy(clock => clock.DueAt).FirstOrDefault();

    /// <summary>Lays terms out. The axis reaches from the first start to the last end; now belongs to it while a term is open.</summary>
    public static TermBars Of(ImmutableArray<ClockView> clocks, DateTimeOffset now)
    {
        if (clocks.IsDefaultOrEmpty)
        {
            return new TermBars([], null, []);
        }

        var from = clocks.Min(clock => clock.Started);
        var to = clocks.Max(clock => LastOf(clock, now));
        if (to <= from)
        {
            to = from.AddHours(1);
        }

        double Place(DateTimeOffset at) => ChartScale.Place(at.UtcTicks, from.UtcTicks, to.UtcTicks);
        BarSpan Span(DateTimeOffset start, DateTimeOffset end) => new(Place(start), Math.Max(0, Place(end) - Place(start)));

        return new TermBars(
            [.. clocks.Select(clock => new TermBar(
                clock,
                Span(clock.Started, clock.DueAt ?? EndOf(clock, now)),
                clock.DueAt is null,
                [.. clock.Pauses.Select(pause => Span(pause.From, pause.Until ?? EndOf(clock, now)))],
                clock.DueAt is { } due && IsOver(clock, now) ? Span(due, EndOf(clock, now)) : null,
                clock.StoppedAt is { } met ? Place(met) : null))],
            now >= from && now <= to ? Place(now) : null,
            [.. ChartScale.Times(from, to, 5).Select(mark => new AxisMark(Place(mark), ChartScale.TimeName(mark, to - from)))]);
    }

    /// <summary>Met late or not met, and the due instant is over. A term that stands still is not over.</summary>
    private static bool IsOver(ClockView clock, DateTimeOffset now) => clock.Phase switch
    {
        "met-late" or "missed" => true,
        "running" => clock.DueAt < now,
        _ => false,
    };

    private static DateTimeOffset EndOf(ClockView clock, DateTimeOffset now) => clock.StoppedAt ?? (IsOpen(clock) ? now : clock.DueAt ?? clock.Started);

    private static DateTimeOffset LastOf(ClockView clock, DateTimeOffset now)
    {
        var end = EndOf(clock, now);
        return clock.DueAt is { } due && due > end ? due : end;
    }
}
