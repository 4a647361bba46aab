using System.Collections.Immutable;
using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Cases;

public static partial class CaseDecider
{
    /// <summary>Why an act cannot be recorded now by somebody, whatever is filled into its form; empty: it can.</summary>
    /// <remarks>Gates that ask for a field of the form itself are left out: they are decided when the form is handed in.</remarks>
    /// <param name="state">The case.</param>
    /// <param name="rule">The act.</param>
    /// <param name="law">The pinned profile.</param>
    /// <param name="by">Who would record it.</param>
    public static ImmutableArray<Violation> Blocks(CaseState state, ActRule rule, CaseLaw law, Person by)
    {
        var refersTo = state.Latest(rule.RefersTo)?.Entry.Id;
        var empty = new ActInput { Kind = rule.Kind, RefersTo = refersTo };
        var formless = rule with { Gates = [.. rule.Gates.Where(g => !AsksForm(g.Need) && !AsksForm(g.When))] };
        ImmutableArray<Violation> broken =
        [
            .. Standing(state, formless, empty, by),
            .. References(state, formless, refersTo),
            .. rule.RefersTo.IsEmpty ? [] : Decisions.Faults(state, rule, refersTo, null, law.Profile),
            .. Gates(state, formless, empty, law.Profile),
        ];
        return state.ArchivedAt is not null && !rule.AfterArchive && broken.All(v => v.Code != "case.archived")
            ? broken.Add(CaseRefusals.Archived(law.Profile.Archive.Article))
            : broken;
    }

    internal static bool AsksForm(Condition? condition) => condition is not null
        && ((condition.Field is not null && condition.Act is null)
            || AsksForm(condition.Not)
            || (condition.All ?? []).Any(AsksForm)
            || (condition.Any ?? []).Any(AsksForm));
}
