using Enforcement.Grains.Interfaces.Cases;

namespace Enforcement.Portal.Components.Cases;

/// <summary>Approvals are ordinary acts that happen in the system and state an outcome: they are offered as buttons.</summary>
public static class Approval
{
    /// <summary>The id of the field that holds the outcome.</summary>
    public const string OutcomeField = "outcome";

    /// <summary>The outcome that sends a form back to its author.</summary>
    public const string Returned = "returned";

    public static bool Is(ActFormView form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return !form.Declared && Outcome(form) is { Type: "choice" };
    }

    /// <summary>The decision that stands: about the entry that is named, else the last one that did not send anything back.</summary>
    public static ActView? Given(CaseView view, string kind, string about)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Acts.LastOrDefault(act => act.Kind == kind && act.CorrectedBy is null
            && (about.Length > 0 ? act.RefersTo == about : act.Fields.FirstOrDefault(field => field.Id == OutcomeField)?.Value is not (null or Returned)));
    }

    public static FormField? Outcome(ActFormView form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form.Fields.FirstOrDefault(field => field.Id == OutcomeField);
    }
}
