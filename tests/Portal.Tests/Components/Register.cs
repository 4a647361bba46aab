using System.Collections.Immutable;
using System.Globalization;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Components.Forms;
using NSubstitute;

namespace Enforcement.Portal.Tests.Components;

/// <summary>A register of officers that answers as the store does.</summary>
internal sealed class Register
{
    private readonly ImmutableArray<OfficerRow> _rows;

    public Register(params ImmutableArray<OfficerRow> rows)
    {
        _rows = rows;
        Reads.OfficerPageAsync(default!, default!, default!, default).ReturnsForAnyArgs(call => Find(call.Arg<OfficerQuery>(), call.Arg<PageRequest>()));
        Reads.OfficersAsync(default!, default, default).ReturnsForAnyArgs(call => ImmutableArray.CreateRange(_rows.Where(row => call.Arg<ImmutableArray<string>>().Contains(row.OfficerId))));
    }

    public IReadModel Reads { get; } = Substitute.For<IReadModel>();

    /// <summary>What was searched, in order.</summary>
    public List<string?> Searched { get; } = [];

    /// <summary>As many officers, the first of them called 承办人1.</summary>
    public static Register Of(int officers) => new([.. Enumerable.Range(1, officers).Select(One)]);

    public static OfficerRow One(int number)
    {
        var text = number.ToString("0000", CultureInfo.InvariantCulture);
        return new OfficerRow($"o-{text}", $"承办人{number}", "CM", $"CM-{text}", null, "officer", Active: true);
    }

    /// <summary>The officers of a form, read.</summary>
    public OfficerRoll Open(params string[] chosen)
    {
        OfficerRoll roll = new(Reads, BureauScope.Of("CM"), new OfficerQuery(InService: true, Certified: true));
        Assert.True(roll.OpenAsync(CancellationToken.None, chosen).IsCompletedSuccessfully);
        return roll;
    }

    public static OfficerRoll Roll(params ImmutableArray<OfficerRow> rows) => new Register(rows).Open();

    private Page<OfficerRow> Find(OfficerQuery query, PageRequest page)
    {
        Searched.Add(query.Text);
        var found = _rows.Where(row => query.Text is not { } text || row.Name.Contains(text, StringComparison.Ordinal) || row.Certificate?.Contains(text, StringComparison.OrdinalIgnoreCase) == true)
            .Where(row => query.InService is null || row.Active).ToList();
        return new Page<OfficerRow>([.. found.Take(page.Size)], found.Count > page.Size ? "next" : null, page.WithCount ? found.Count : null);
    }
}
