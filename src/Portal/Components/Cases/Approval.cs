using Enforcement.Grains.Interfaces.Cases;

namespace Enforcement.Portal.Components.Cases;

/// <summary>Approvals are ordinary acts that happen in the system and state an outcome: they are offered as buttons.</summary>
public static class Approval
{
    /// <summary>The id of the field that holds the outcome.</summary>
    public const string OutcomeField = "outcome";

    public static bool Is(ActFormView form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return !form.Declared && Outcome(form) is { Type: "choice" };
    }

    public static FormField? Outcome(ActFormView form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form.Fields.FirstOrDefault(field => field.Id == OutcomeField);
    }
}
