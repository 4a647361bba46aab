using System.Collections.Immutable;
using System.Globalization;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Pages.Cases;

/// <summary>A filter of the address that means nothing here.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Text">What is wrong with it, in words.</param>
internal sealed record FilterProblem(string Name, string Text);

/// <summary>Reads the filters out of an address. What is not understood is told: a list that silently ignores a filter, or is silently empty, lies.</summary>
internal sealed class CaseFilterReader(Func<string, string?> address, ImmutableArray<BureauRow> bureaus, ImmutableArray<OfficerRow> officers)
{
    public const int LongestText = 100;
    public const int MostDays = 366;

    private readonly List<FilterProblem> _problems = [];

    public IReadOnlyList<FilterProblem> Problems => _problems;

    public CaseFilters Read()
    {
        var (officer, officerId) = Officer();
        CaseFilters filters = new()
        {
            Text = Text(),
            Stage = Known("stage", id => Names.Stages.Any(stage => stage.Id == id), CaseListText.Stage),
            ActType = Known("type", id => Names.ActTypes.Any(type => type.Id == id), CaseListText.ActType),
            Bureau = Known("bureau", id => bureaus.Any(bureau => bureau.BureauId == id), CommonText.Bureau),
            Officer = officer,
            OfficerId = officerId,
            Mine = Flag("mine") is true,
            Overdue = Flag("overdue") is true,
            DueWithin = Days("due"),
            Incomplete = Flag("incomplete") is true,
            Findings = Flag("findings") is true,
            Archiving = Flag("archiving") is true,
            OpenedFrom = Day("from"),
            OpenedTo = Day("to"),
            EndedFrom = Day("endedFrom"),
            EndedTo = Day("endedTo"),
            Descending = Flag("desc"),
        };
        if (filters.OpenedFrom > filters.OpenedTo)
        {
            _problems.Add(new FilterProblem("to", CaseListText.DatesTurned));
        }

        if (filters.EndedFrom > filters.EndedTo)
        {
            _problems.Add(new FilterProblem("endedTo", CaseListText.EndsTurned));
        }

        if (filters is { Mine: true, OfficerId: not null })
        {
            _problems.Add(new FilterProblem("officer", CaseListText.MineOrOfficer));
        }

        return filters with { Life = Life(filters), Order = Order() };
    }

    /// <summary>Without a word about it: what is open, unless something is looked for that may lie among the archived too.</summary>
    private CaseLife Life(CaseFilters filters)
    {
        if (Value("state") is not { } id)
        {
            return filters with { Bureau = null, Mine = false } is { Narrow: true } ? CaseLife.Any : CaseLife.Open;
        }

        var known = Array.FindIndex(CaseFilters.Lives, life => life.Id == id);
        if (known < 0)
        {
            Unknown("state", CaseListText.Life, id);
            return CaseLife.Open;
        }

        return CaseFilters.Lives[known].Life;
    }

    private CaseOrder Order()
    {
        var id = Value("order") ?? "due";
        var known = Array.FindIndex(CaseFilters.Orders, order => order.Id == id);
        if (known < 0)
        {
            Unknown("order", CaseListText.Order, id);
            return CaseOrder.NextDue;
        }

        return CaseFilters.Orders[known].Order;
    }

    private (string? Shown, string? Id) Officer()
    {
        if (Value("officer") is not { } typed)
        {
            return (null, null);
        }

        var id = OfficerIdOf(typed);
        var found = officers.Where(officer => officer.OfficerId == id).ToList() is { Count: > 0 } byId ? byId : [.. officers.Where(officer => officer.Name == typed)];
        if (found.Count == 1)
        {
            return (Shown(found[0]), found[0].OfficerId);
        }

        _problems.Add(new FilterProblem("officer", (found.Count == 0 ? CaseListText.UnknownOfficer : CaseListText.ManyOfficers).With(typed, found.Count)));
        return (typed, null);
    }

    /// <summary>The id in what the field holds; where it names none, the whole text.</summary>
    public static string OfficerIdOf(string typed) =>
        typed[(typed.LastIndexOf(CaseListText.OfficerMark, StringComparison.Ordinal) is var at and >= 0 ? at + CaseListText.OfficerMark.Length : 0)..].Trim();

    /// <summary>An officer as the field shows it: two of one name differ by their id.</summary>
    public static string Shown(OfficerRow officer) => officer.Name + CaseListText.OfficerMark + officer.OfficerId;

    private string? Text()
    {
        if (Value("q") is { Length: > LongestText })
        {
            _problems.Add(new FilterProblem("q", CaseListText.TextLong.With(LongestText)));
            return null;
        }

        return Value("q");
    }

    private string? Known(string name, Func<string, bool> known, string label)
    {
        var value = Value(name);
        if (value is null || known(value))
        {
            return value;
        }

        Unknown(name, label, value);
        return null;
    }

    private bool? Flag(string name)
    {
        var value = Value(name);
        if (value is not (null or "0" or "1"))
        {
            _problems.Add(new FilterProblem(name, CaseListText.BadFlag.With(name, Cut(value))));
        }

        return value is null ? null : value == "1";
    }

    private int? Days(string name)
    {
        var value = Value(name);
        if (value is null)
        {
            return null;
        }

        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= MostDays)
        {
            return days;
        }

        _problems.Add(new FilterProblem(name, CaseListText.BadDays.With(Cut(value), MostDays)));
        return null;
    }

    private DateOnly? Day(string name)
    {
        var value = Value(name);
        if (value is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and < 9999)
        {
            return day;
        }

        _problems.Add(new FilterProblem(name, CaseListText.BadDay.With(Cut(value))));
        return null;
    }

    private void Unknown(string name, string label, string value) => _problems.Add(new FilterProblem(name, CaseListText.UnknownValue.With(label, Cut(value))));

    private string? Value(string name) => address(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private static string Cut(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
