using System.Collections.Immutable;

namespace Enforcement.Domain.Recorders.Telemetry;

/// <summary>A run of numbers that have come, both ends included.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The last.</param>
public readonly record struct SequenceSpan(long From, long To);

/// <summary>Whether a number has come before.</summary>
public enum SequenceAnswer
{
    /// <summary>It is new.</summary>
    New,

    /// <summary>It has come before.</summary>
    Repeated,

    /// <summary>So far back that it is no longer known; it may be either.</summary>
    Forgotten,
}

/// <summary>Which reports of a recorder have come: as runs, so that years of unbroken numbers are one entry, and a number far out of order is still known.</summary>
/// <param name="Floor">Numbers up to here are no longer told apart.</param>
/// <param name="Spans">The runs above it, ascending, never touching each other.</param>
public sealed record SequenceWindow(long Floor, ImmutableArray<SequenceSpan> Spans)
{
    /// <summary>Runs that are kept; a recorder with more gaps than that loses the oldest.</summary>
    public const int MostSpans = 256;

    /// <summary>Nothing has come.</summary>
    public static SequenceWindow Empty { get; } = new(0, []);

    /// <summary>Whether a number has come.</summary>
    /// <param name="number">The number, from 1.</param>
    public SequenceAnswer Ask(long number)
    {
        if (number <= Floor)
        {
            return SequenceAnswer.Forgotten;
        }

        var at = IndexAfter(number);
        return at > 0 && Spans[at - 1].To >= number ? SequenceAnswer.Repeated : SequenceAnswer.New;
    }

    /// <summary>The window with one more number; the same window when it is in it.</summary>
    /// <param name="number">The number, from 1.</param>
    public SequenceWindow With(long number)
    {
        if (Ask(number) is not SequenceAnswer.New)
        {
            return this;
        }

        var at = IndexAfter(number);
        var joinsLeft = at > 0 && Spans[at - 1].To == number - 1;
        var joinsRight = at < Spans.Length && Spans[at].From == number + 1;
        var spans = (joinsLeft, joinsRight) switch
        {
            (true, true) => Spans.SetItem(at - 1, new(Spans[at - 1].From, Spans[at].To)).RemoveAt(at),
            (true, false) => Spans.SetItem(at - 1, new(Spans[at - 1].From, number)),
            (false, true) => Spans.SetItem(at, new(number, Spans[at].To)),
            _ => Spans.Insert(at, new(number, number)),
        };
        return spans.Length <= MostSpans ? this with { Spans = spans } : new(spans[0].To, spans.RemoveAt(0));
    }

    /// <inheritdoc/>
    public bool Equals(SequenceWindow? other) => other is not null && Floor == other.Floor && Spans.SequenceEqual(other.Spans);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Floor, Spans.Length);

    /// <summary>The place of the first run that begins after a number.</summary>
    private int IndexAfter(long number)
    {
        var (low, high) = (0, Spans.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Spans[middle].From <= number ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
