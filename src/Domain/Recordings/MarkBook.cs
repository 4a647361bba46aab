using System.Collections.Immutable;

namespace Enforcement.Domain.Recordings;

/// <summary>The marks of a recording [时点标注]: those that stand, and the ids that were ever given.</summary>
/// <param name="Standing">The marks that stand, by id.</param>
/// <param name="Given">Every id that was given, withdrawn ones included.</param>
public sealed record MarkBook(ImmutableDictionary<string, RecordingEvent.Marked> Standing, ImmutableHashSet<string> Given)
{
    /// <summary>No mark.</summary>
    public static MarkBook Empty { get; } = new(
        ImmutableDictionary.Create<string, RecordingEvent.Marked>(StringComparer.Ordinal), ImmutableHashSet.Create<string>(StringComparer.Ordinal));

    /// <summary>The book after a mark.</summary>
    public MarkBook With(RecordingEvent.Marked mark)
    {
        ArgumentNullException.ThrowIfNull(mark);
        var kept = mark.Corrects is { } before ? Standing.Remove(before) : Standing;
        return new MarkBook(kept.SetItem(mark.Mark, mark), Given.Add(mark.Mark));
    }

    /// <summary>Who made a mark that stands; <see langword="null"/>: it does not stand.</summary>
    public string? AuthorOf(string mark) => Standing.GetValueOrDefault(mark)?.By;

    /// <summary>The book after a withdrawal.</summary>
    public MarkBook Without(string mark) => this with { Standing = Standing.Remove(mark) };
}
