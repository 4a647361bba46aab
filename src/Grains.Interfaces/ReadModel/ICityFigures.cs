using System.Collections.Immutable;

namespace Enforcement.Grains.Interfaces.ReadModel;

/// <summary>The figures of the city at a glance, counted from the lists behind them: each can be drilled down to its rows.</summary>
public interface ICityFigures
{
    /// <summary>Everything that the cockpit shows, as of one moment of the read model.</summary>
    /// <param name="scope">Whom it is for; bureaus outside of it are not counted at all.</param>
    /// <param name="now">The legal clock's now: what is overdue and due today is measured against it.</param>
    /// <param name="ct">Frees the caller.</param>
    Task<CityFigures> ReadAsync(BureauScope scope, DateTimeOffset now, CancellationToken ct);
}

/// <summary>The figures of a city, or of the part of it that the reader may see.</summary>
/// <param name="Stages">Cases by bureau and stage.</param>
/// <param name="Bureaus">The figures of each bureau that has any.</param>
/// <param name="Findings">Open findings by the article that was broken, the most first.</param>
/// <param name="Days">The last thirty days at +08:00 up to today, oldest first, every day once.</param>
public sealed record CityFigures(
    ImmutableArray<StageCount> Stages, ImmutableArray<BureauFigures> Bureaus, ImmutableArray<ArticleCount> Findings, ImmutableArray<DayFigures> Days);

/// <summary>What is counted of a bureau.</summary>
/// <param name="Bureau">The bureau.</param>
/// <param name="Open">Cases that are not archived yet [在办].</param>
/// <param name="Overdue">Cases with a term that ran out and still runs on.</param>
/// <param name="DueToday">Cases whose next term ends later today.</param>
/// <param name="Incomplete">Cases in which something required is missing.</param>
/// <param name="Findings">Open findings that are breaches.</param>
/// <param name="Advisory">Open findings that are hints.</param>
/// <param name="HandIn">Recordings whose hand-in term ended within the last thirty days: handed in on time, of all.</param>
/// <param name="Linked">Recordings begun within the last thirty days: linked to a case, of all.</param>
/// <param name="Archived">Archive terms that ended within the last thirty days: met on time, of all.</param>
public sealed record BureauFigures(
    string Bureau, long Open, long Overdue, long DueToday, long Incomplete, long Findings, long Advisory, Ratio HandIn, Ratio Linked, Ratio Archived);

/// <summary>A rate with its numerator and denominator, so that nobody has to believe a bare percentage.</summary>
/// <param name="Met">How many did.</param>
/// <param name="All">Out of how many; 0: nothing to measure.</param>
public readonly record struct Ratio(long Met, long All)
{
    /// <summary>Per cent, or <see langword="null"/> when there is nothing to measure.</summary>
    public double? PerCent => All == 0 ? null : 100d * Met / All;

    /// <summary>Both together.</summary>
    public static Ratio operator +(Ratio a, Ratio b) => new(a.Met + b.Met, a.All + b.All);
}

/// <summary>Open findings of one article.</summary>
/// <param name="Article">The article; empty: a rule of the system itself.</param>
/// <param name="Count">How many.</param>
public sealed record ArticleCount(string Article, long Count);

/// <summary>What happened on one day at +08:00.</summary>
/// <param name="Day">The day.</param>
/// <param name="Opened">Cases started.</param>
/// <param name="Ended">Cases whose act ended.</param>
/// <param name="Archived">Cases archived.</param>
/// <param name="Missed">Terms that ran out, by the day on which they were due.</param>
public sealed record DayFigures(DateOnly Day, long Opened, long Ended, long Archived, long Missed);
