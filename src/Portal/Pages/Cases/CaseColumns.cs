using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Pages.Cases;

/// <summary>A column of the list of cases.</summary>
/// <param name="Id">Its id, which people's choices keep.</param>
/// <param name="Name">Its heading.</param>
/// <param name="Order">The order that its heading offers, if any.</param>
/// <param name="Shown">Whether it is shown to who never chose.</param>
internal sealed record CaseColumn(string Id, Phrase Name, CaseOrder? Order = null, bool Shown = true);

/// <summary>The columns after the case number, which always stands first and opens the case.</summary>
internal static class CaseColumns
{
    public const string Cause = "cause";
    public const string Party = "party";
    public const string Bureau = "bureau";
    public const string ActType = "type";
    public const string Stage = "stage";
    public const string Handler = "handler";
    public const string Due = "due";
    public const string Marks = "marks";
    public const string Opened = "opened";
    public const string Updated = "updated";

    public static readonly ImmutableArray<CaseColumn> All =
    [
        new(Cause, CaseListText.Cause),
        new(Party, CaseListText.Party),
        new(Bureau, CommonText.Bureau),
        new(ActType, CaseListText.ActType),
        new(Stage, CaseListText.Stage, CaseOrder.Stage),
        new(Handler, CaseListText.Handler),
        new(Due, CaseListText.NextDue, CaseOrder.NextDue),
        new(Marks, CaseListText.Marks, CaseOrder.Missing),
        new(Opened, CaseListText.Opened, CaseOrder.Opened),
        new(Updated, CaseListText.Updated, CaseOrder.Updated, Shown: false),
    ];

    /// <summary>The columns to show: those chosen, in our order; a choice of an older program may name some that are gone.</summary>
    /// <param name="chosen">What the person chose; <see langword="null"/>: nothing yet.</param>
    /// <param name="city">Whether there is more than one bureau to tell apart.</param>
    public static ImmutableArray<CaseColumn> Of(ImmutableArray<string>? chosen, bool city) =>
        [.. All.Where(column => chosen is { } ids ? ids.Contains(column.Id) : column.Shown && (city || column.Id != Bureau))];
}
