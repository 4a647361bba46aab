using System.Collections.Immutable;

namespace Enforcement.Domain.Deadlines;

/// <summary>Closed suspensions of one term: sorted, merged where they touch, without empty ones, cut to microseconds.</summary>
internal sealed class Suspensions
{
    private readonly ImmutableArray<Interval> _merged;

    private Suspensions(ImmutableArray<Interval> merged) => _merged = merged;

    public static Suspensions Of(ImmutableArray<Interval> excluded)
    {
        var merged = ImmutableArray.CreateBuilder<Interval>();
        foreach (var (from, until) in Normal(excluded))
        {
            if (merged.Count > 0 && from <= merged[^1].Until)
            {
                var last = merged[^1];
                merged[^1] = last with { Until = until > last.Until ? until : last.Until };
            }
            else
            {
                merged.Add(new Interval(from, until));
            }
        }

        return new Suspensions(merged.ToImmutable());
    }

    /// <summary>The instant at which as much unsuspended time as asked has passed.</summary>
    public DateTimeOffset After(DateTimeOffset started, TimeSpan length)
    {
        var due = started + length;
        foreach (var (from, until) in _merged)
        {
            if (until > started && from < due)
            {
                due += until - (from > started ? from : started);
            }
        }

        return due;
    }

    /// <summary>Whether a day is not counted; the rule and its reasons are in the remarks of <see cref="Terms"/>.</summary>
    public bool Exclude(DateOnly day)
    {
        var start = ChinaTime.StartOfDay(day);
        var end = ChinaTime.EndOfDay(day);
        foreach (var (from, until) in _merged)
        {
            var touched = from < end && until > start;
            var inForceAtItsEnd = from < end && until >= end;
            var beganThatDay = from >= start;
            if (inForceAtItsEnd || (touched && !beganThatDay))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<Interval> Normal(ImmutableArray<Interval> excluded)
    {
        if (excluded.IsDefaultOrEmpty)
        {
            return [];
        }

        if (excluded.Any(interval => interval.Until < interval.From))
        {
            throw new ArgumentException("A suspension ends before it begins.", nameof(excluded));
        }

        return excluded
            .Select(interval => new Interval(ChinaTime.Truncate(interval.From), ChinaTime.Truncate(interval.Until)))
            .Where(interval => interval.From < interval.Until)
            .OrderBy(interval => interval.From);
    }
}
