using System.Collections.Immutable;
using System.Text;
using Enforcement.Portal.Localization;
using Microsoft.AspNetCore.Components;

namespace Enforcement.Portal.Components.Charts;

/// <summary>One to four time series in one drawing, without scripts.</summary>
public sealed partial class LineChart
{
    /// <summary>More rows than this help nobody: the table then shows evenly chosen ones.</summary>
    private const int MostRows = 60;

    private const int MostSlots = 120;

    private readonly string _id = ElementIds.Next("chart");
    private ImmutableArray<string> _drawn = [];
    private ImmutableArray<double> _marks = [];
    private ImmutableArray<DateTimeOffset> _times = [];
    private ImmutableArray<(double X, double Width, string Words)> _slots = [];
    private ImmutableArray<(DateTimeOffset At, ImmutableArray<ChartPoint> Values)> _rows = [];
    private DateTimeOffset _from;
    private DateTimeOffset _to;
    private double _least;
    private double _greatest;

    /// <summary>What is drawn.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>Whether the title stands elsewhere on the page already; it is still said to those who cannot see.</summary>
    [Parameter]
    public bool HideTitle { get; set; }

    [Parameter, EditorRequired]
    public IReadOnlyList<ChartSeries> Series { get; set; } = [];

    /// <summary>The unit of the values.</summary>
    [Parameter]
    public string? Unit { get; set; }

    [Parameter]
    public ChartThreshold? Threshold { get; set; }

    /// <summary>The lower end of the scale; 0 when absent and no value is below.</summary>
    [Parameter]
    public double? Least { get; set; }

    /// <summary>The upper end of the scale; from the values when absent.</summary>
    [Parameter]
    public double? Greatest { get; set; }

    /// <summary>Both ends of the time axis; from the points when absent.</summary>
    [Parameter]
    public DateTimeOffset? From { get; set; }

    [Parameter]
    public DateTimeOffset? To { get; set; }

    /// <summary>Whether each point stands for a whole day, not for an instant.</summary>
    [Parameter]
    public bool Days { get; set; }

    /// <summary>Pixels.</summary>
    [Parameter]
    public int Height { get; set; } = 180;

    /// <summary>What is said when there is no value at all.</summary>
    [Parameter]
    public string? Empty { get; set; }

    protected override void OnParametersSet()
    {
        var points = Series.SelectMany(series => series.Points).ToList();
        var values = points.Where(point => point.Value is not null).Select(point => point.Value!.Value).ToList();
        if (values.Count == 0)
        {
            _drawn = [];
            return;
        }

        (_from, _to) = (From ?? points.Min(point => point.At), To ?? points.Max(point => point.At));
        _marks = ChartScale.Marks(Least ?? Math.Min(0, values.Min()), Greatest ?? Math.Max(values.Max(), Threshold?.Value ?? double.MinValue));
        (_least, _greatest) = (_marks[0], _marks[^1]);
        _times = ChartScale.Times(_from, _to);
        _drawn = [.. Series.Select(Path)];
        ReadFigures();
    }

    private void ReadFigures()
    {
        var bySeries = Series.Select(series => series.Points.ToLookup(point => point.At)).ToList();
        var instants = Series.SelectMany(series => series.Points.Select(point => point.At)).Distinct().Order().ToList();
        _slots = instants.Count > MostSlots ? [] : [.. instants.Select(at => Slot(at, instants.Count, ValuesAt(at)))];
        _rows = [.. Thin(instants).Select(at => (at, ValuesAt(at)))];

        ImmutableArray<ChartPoint> ValuesAt(DateTimeOffset at) => [.. bySeries.Select(lookup => lookup[at].LastOrDefault())];
    }

    private (double X, double Width, string Words) Slot(DateTimeOffset at, int count, ImmutableArray<ChartPoint> values)
    {
        var width = 100.0 / Math.Max(1, count);
        var words = Series.Zip(values, (series, point) => $"{series.Name}{Punctuation.Colon}{(point.Value is { } known ? Figures.Of(known, 2) : "—")}");
        return (Math.Clamp(Across(at) - (width / 2), 0, 100 - width), width, $"{When(at)}\n{string.Join('\n', words)}");
    }

    private string When(DateTimeOffset at) => Days ? Dates.Day(Dates.DayOf(at)) : Dates.Instant(at);

    private string Words(ChartSeries series, ChartPoint point) => $"{When(point.At)} {series.Name}{Punctuation.Colon}{Figures.Of(point.Value ?? 0, 2)}";

    private static IEnumerable<DateTimeOffset> Thin(List<DateTimeOffset> instants) => instants.Count <= MostRows
        ? instants
        : Enumerable.Range(0, MostRows).Select(row => instants[row * (instants.Count - 1) / (MostRows - 1)]);

    private string Path(ChartSeries series)
    {
        var path = new StringBuilder();
        var drawing = false;
        for (var place = 0; place < series.Points.Length; place++)
        {
            var (at, value, _) = series.Points[place];
            if (value is not { } known)
            {
                drawing = false;
                continue;
            }

            path.Append(drawing ? 'L' : 'M').Append(ChartScale.Text(Across(at))).Append(' ').Append(Down(known));
            if (!drawing && (place + 1 == series.Points.Length || series.Points[place + 1].Value is null))
            {
                path.Append("h.01"); // a value alone is a dot: the round ends of a line without length
            }

            drawing = true;
        }

        return path.ToString();
    }

    private double Across(DateTimeOffset at) => ChartScale.Place(at.UtcTicks, _from.UtcTicks, _to.UtcTicks);

    private string Down(double value) => ChartScale.Text(100 - ChartScale.Place(value, _least, _greatest));
}
