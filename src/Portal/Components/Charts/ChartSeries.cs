using System.Collections.Immutable;

namespace Enforcement.Portal.Components.Charts;

/// <summary>A value at an instant; without a value the line is broken there, because nothing is known.</summary>
/// <param name="At">The instant.</param>
/// <param name="Value">The value.</param>
/// <param name="Url">The list behind the value.</param>
public readonly record struct ChartPoint(DateTimeOffset At, double? Value, string? Url = null);

/// <summary>One line of a chart.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="Points">Its points, oldest first.</param>
public sealed record ChartSeries(string Name, ImmutableArray<ChartPoint> Points);

/// <summary>A value that should not be crossed.</summary>
public sealed record ChartThreshold(double Value, string Name);

/// <summary>What a segment of a stacked bar stands for.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="Tone"><c>bad</c>, <c>warn</c>, <c>ok</c>, <c>info</c>, or <see langword="null"/> for the colour of its place.</param>
public sealed record BarSegment(string Name, string? Tone = null);

/// <summary>One bar.</summary>
/// <param name="Name">What the bar is about.</param>
/// <param name="Values">A value for each segment, none below zero.</param>
/// <param name="Url">The list behind the figures.</param>
public sealed record BarRow(string Name, ImmutableArray<double> Values, string? Url = null)
{
    public double Total => Values.Sum();
}
