using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Portal.Components.Maps;
using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Pages.City;

/// <summary>What the cockpit shows: the figures of one moment, the bureaus they belong to, and the recorders of those that the reader may see.</summary>
/// <param name="Figures">The figures.</param>
/// <param name="Bureaus">The bureaus that the reader may see, whether or not the page is narrowed.</param>
/// <param name="Fleet">The recorders; <see langword="null"/>: the reader does not see them.</param>
/// <param name="Chosen">The bureau that the page is narrowed to, or <see langword="null"/>.</param>
public sealed record CityData(CityFigures Figures, ImmutableArray<BureauRow> Bureaus, ImmutableArray<FleetCount>? Fleet, string? Chosen)
{
    public BureauFigures Total => Figures.Bureaus.Aggregate(
        new BureauFigures("", 0, 0, 0, 0, 0, 0, default, default, default),
        (a, b) => new BureauFigures(
            "", a.Open + b.Open, a.Overdue + b.Overdue, a.DueToday + b.DueToday, a.Incomplete + b.Incomplete, a.Findings + b.Findings, a.Advisory + b.Advisory,
            a.HandIn + b.HandIn, a.Linked + b.Linked, a.Archived + b.Archived));

    public string NameOf(string bureau) => Bureaus.FirstOrDefault(b => b.BureauId == bureau) is { } row ? Names.Bureau(row.NameZh, row.NameEn) : bureau;

    /// <summary>The address of a list, narrowed to a bureau where one is meant.</summary>
    public string Drill(string list, string? bureau = null) =>
        (bureau ?? Chosen) is { } code ? $"{list}{(list.Contains('?', StringComparison.Ordinal) ? '&' : '?')}bureau={Uri.EscapeDataString(code)}" : list;

    /// <summary>A figure for each bureau on the map. The tone goes by the share of overdue cases among all that are open.</summary>
    public ImmutableArray<DistrictFigure> Districts(string page) =>
    [
        .. Bureaus.Select(bureau =>
        {
            var figures = Figures.Bureaus.FirstOrDefault(f => f.Bureau == bureau.BureauId);
            return new DistrictFigure(
                bureau.District,
                Names.Bureau(bureau.NameZh, bureau.NameEn),
                figures is null ? "—" : $"{figures.Open}",
                figures is null ? CityText.Nothing : CityText.Detail.With(figures.Open, figures.Overdue, figures.DueToday, figures.Findings),
                Tone(figures),
                $"{page}?bureau={Uri.EscapeDataString(bureau.BureauId)}",
                bureau.BureauId == Chosen);
        }),
    ];

    private static string Tone(BureauFigures? figures) => figures switch
    {
        null or { Open: 0, Overdue: 0 } => "none",
        { Overdue: 0 } => "ok",
        _ when figures.Overdue * 5 >= Math.Max(1, figures.Open) => "bad",
        _ => "warn",
    };
}
