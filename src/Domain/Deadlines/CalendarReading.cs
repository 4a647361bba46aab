using System.Collections.Immutable;

namespace Enforcement.Domain.Deadlines;

/// <summary>What is wrong with a calendar file.</summary>
/// <param name="File">The file as the caller named it.</param>
/// <param name="Path">The JSON path of the member that is meant: <c>$.holidays[2].from</c>.</param>
/// <param name="Reason">What is wrong with it, in English.</param>
public sealed record CalendarProblem(string File, string Path, string Reason)
{
    /// <summary>File, path and reason in one line.</summary>
    public override string ToString() => $"{File}: {Path}: {Reason}";
}

/// <summary>A calendar file that was read, or all that is wrong with it.</summary>
/// <param name="Year">The year, or <see langword="null"/> when the file is refused.</param>
/// <param name="Problems">Empty exactly when the file was accepted.</param>
public sealed record CalendarReading(WorkCalendarYear? Year, ImmutableArray<CalendarProblem> Problems);
