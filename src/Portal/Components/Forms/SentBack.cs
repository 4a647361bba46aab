using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Portal.Components.Cases;

namespace Enforcement.Portal.Components.Forms;

/// <summary>A form that was sent back: the entry, and the approval that sent it back.</summary>
/// <param name="Entry">What was handed in.</param>
/// <param name="By">The opinion or approval with the words of the reviewer.</param>
public sealed record SentBack(ActView Entry, ActView By)
{
    /// <summary>The outcome of an approval that asks for the form again, in every profile.</summary>
    private const string Returned = "returned";

    /// <summary>The words of the reviewer.</summary>
    public string Words => By.Fields.FirstOrDefault(f => f.Id == "opinion")?.Value ?? string.Join(' ', By.Fields.Where(f => f.Id != Approval.OutcomeField).Select(f => f.Value));

    /// <summary>The form of a kind that waits to be handed in again, or <see langword="null"/>.</summary>
    /// <param name="standing">The standing entries in the order they were written.</param>
    /// <param name="kind">The kind of act.</param>
    public static SentBack? Of(IReadOnlyList<ActView> standing, string kind)
    {
        ArgumentNullException.ThrowIfNull(standing);
        return standing.LastOrDefault(act => act.Kind == kind) is { } entry
            && standing.LastOrDefault(act => act.RefersTo == entry.Id && act.Fields.Any(f => f.Id == Approval.OutcomeField)) is { } by
            && by.Fields.Any(f => f is { Id: Approval.OutcomeField, Value: Returned })
            ? new SentBack(entry, by)
            : null;
    }
}
