using System.Globalization;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Pages.Cases;

/// <summary>What the list of cases is narrowed to and sorted by, as its address says it. Made by <see cref="CaseFilterReader"/>.</summary>
public sealed record CaseFilters
{
    public const string Everywhere = "all";

    public static readonly (string Id, CaseLife Life, Phrase Name)[] Lives =
    [
        ("open", CaseLife.Open, CaseListText.LifeOpen),
        ("ended", CaseLife.Ended, CaseListText.LifeEnded),
        ("archived", CaseLife.Archived, CaseListText.LifeArchived),
        (Everywhere, CaseLife.Any, CaseListText.LifeAll),
    ];

    public static readonly (string Id, CaseOrder Order, bool Descending)[] Orders =
    [
        ("due", CaseOrder.NextDue, false),
        ("opened", CaseOrder.Opened, true),
        ("updated", CaseOrder.Updated, true),
        ("number", CaseOrder.Number, true),
        ("stage", CaseOrder.Stage, false),
        ("missing", CaseOrder.Missing, true),
    ];

    public string? Text { get; init; }

    public CaseLife Life { get; init; } = CaseLife.Open;

    public string? Stage { get; init; }

    public string? ActType { get; init; }

    public string? Bureau { get; init; }

    /// <summary>The officer as the field shows it.</summary>
    public string? Officer { get; init; }

    public string? OfficerId { get; init; }

    public bool Mine { get; init; }

    public bool Overdue { get; init; }

    /// <summary>A term ends today (0) or within so many days more.</summary>
    public int? DueWithin { get; init; }

    public bool Incomplete { get; init; }

    public bool Findings { get; init; }

    /// <summary>The term to archive ended within the last thirty days, today included: what the rate of the cockpit counts.</summary>
    public bool Archiving { get; init; }

    public DateOnly? OpenedFrom { get; init; }

    /// <summary>The last day, included.</summary>
    public DateOnly? OpenedTo { get; init; }

    public DateOnly? EndedFrom { get; init; }

    /// <summary>The last day, included.</summary>
    public DateOnly? EndedTo { get; init; }

    public CaseOrder Order { get; init; } = CaseOrder.NextDue;

    /// <summary>The direction, where it is not the one natural to the order.</summary>
    public bool? Descending { get; init; }

    /// <summary>Whether anything but the state narrows the list.</summary>
    public bool Narrow => this with { Life = default, Order = default, Descending = null } != new CaseFilters { Life = default };

    /// <summary>Whether one of the conditions is set that the form keeps folded away.</summary>
    public bool More => OfficerId is not null || DueWithin is not null || OpenedFrom is not null || OpenedTo is not null || EndedFrom is not null || EndedTo is not null || Findings || Archiving || Incomplete || Overdue || Mine;

    /// <summary>The same filters, whatever the order.</summary>
    public bool SameAs(CaseFilters other) => this with { Order = default, Descending = null } == other with { Order = default, Descending = null };

    public CaseQuery ToQuery(DateTimeOffset now, string me) => new(
        Stage,
        ActType,
        Mine ? me : OfficerId,
        Overdue ? now : null,
        Incomplete,
        Text,
        Order,
        Life,
        DueWithin is null ? null : now,
        DueWithin is { } days ? EndOf(Dates.DayOf(now).AddDays(days)) : null,
        Findings,
        OpenedFrom is { } from ? Dates.StartOf(from) : null,
        OpenedTo is { } to ? EndOf(to) : null,
        Descending,
        Archiving ? MonthBefore(now) : null,
        Archiving ? now : null,
        EndedFrom is { } endedFrom ? Dates.StartOf(endedFrom) : null,
        EndedTo is { } endedTo ? EndOf(endedTo) : null);

    /// <summary>The first instant of the thirty days that end today.</summary>
    public static DateTimeOffset MonthBefore(DateTimeOffset now) => Dates.StartOf(Dates.DayOf(now).AddDays(-29));

    /// <summary>The page's query string, without the question mark: what is kept as a view.</summary>
    public string ToAddress() => Join(
    [
        ("q", Text),
        ("state", Lives.First(life => life.Life == Life).Id),
        ("stage", Stage),
        ("type", ActType),
        ("bureau", Bureau),
        ("officer", Officer),
        ("mine", Flag(Mine)),
        ("overdue", Flag(Overdue)),
        ("due", DueWithin?.ToString(CultureInfo.InvariantCulture)),
        ("incomplete", Flag(Incomplete)),
        ("findings", Flag(Findings)),
        ("archiving", Flag(Archiving)),
        ("from", Day(OpenedFrom)),
        ("to", Day(OpenedTo)),
        ("endedFrom", Day(EndedFrom)),
        ("endedTo", Day(EndedTo)),
        ("order", Order is CaseOrder.NextDue && Descending is null ? null : OrderId),
        ("desc", Descending is { } descending ? Flag(descending) ?? "0" : null),
    ]);

    /// <summary>The same question to the API.</summary>
    public string ToApi(string me) => Join(
    [
        ("text", Text),
        ("state", Lives.First(life => life.Life == Life).Id),
        ("stage", Stage),
        ("actType", ActType),
        ("bureau", Bureau),
        ("handler", Mine ? me : OfficerId),
        ("overdue", Overdue ? "true" : null),
        ("dueWithin", DueWithin?.ToString(CultureInfo.InvariantCulture)),
        ("incomplete", Incomplete ? "true" : null),
        ("openFindings", Findings ? "true" : null),
        ("archiveTerm", Archiving ? "true" : null),
        ("openedFrom", Day(OpenedFrom)),
        ("openedTo", Day(OpenedTo)),
        ("endedFrom", Day(EndedFrom)),
        ("endedTo", Day(EndedTo)),
        ("order", OrderId == "due" ? "nextDue" : OrderId),
        ("descending", Descending is { } descending ? (descending ? "true" : "false") : null),
    ]);

    /// <summary>The filters after a click on a column: by it in its natural direction, and the other way round with the next click.</summary>
    public CaseFilters SortedBy(CaseOrder order)
    {
        var natural = Orders.First(o => o.Order == order).Descending;
        return Order == order
            ? this with { Descending = IsDescending == natural ? !natural : null }
            : this with { Order = order, Descending = null };
    }

    public bool IsDescending => Descending ?? Orders.First(o => o.Order == Order).Descending;

    private string OrderId => Orders.First(o => o.Order == Order).Id;

    private static DateTimeOffset EndOf(DateOnly day) => Dates.StartOf(day.AddDays(1));

    private static string? Flag(bool value) => value ? "1" : null;

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Join((string Name, string? Value)[] parts) =>
        string.Join('&', parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
}
