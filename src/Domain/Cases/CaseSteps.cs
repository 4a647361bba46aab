using System.Collections.Immutable;
using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Cases;

/// <summary>Which act comes next on the way to another one, as the gates of the profile say.</summary>
internal sealed class CaseSteps(CaseState state, Profile profile)
{
    /// <summary>No profile nests what must come first deeper than this; a loop in a deployer's own profile ends here.</summary>
    private const int Deepest = 8;

    private readonly ImmutableHashSet<string> _demanded = Demanded(state, profile);

    /// <summary>Whether some act asks for a favourable outcome of this kind of decision, as the case stands.</summary>
    public bool IsDemanded(ActRule decision) => _demanded.Contains(decision.Kind);

    /// <summary>The entry that an act would be about: the latest of the kinds it can be about.</summary>
    public ActState? FormOf(ActRule rule) => state.Latest(rule.RefersTo);

    /// <summary>Whether nothing stands before an act, given a favourable outcome.</summary>
    public bool IsOpen(ActRule rule) => Fits(rule) && !Unmet(rule).Any() && (rule.RefersTo.IsEmpty || FormOf(rule) is not null);

    /// <summary>What stands before an act, given a favourable outcome.</summary>
    public Gate? Obstacle(ActRule rule) => Unmet(rule).FirstOrDefault();

    /// <summary>The act itself, or the first that must come before it; <see langword="null"/>: it cannot come any more.</summary>
    public ActRule? NextTo(ActRule rule, int depth = 0)
    {
        if (!Fits(rule) || depth > Deepest)
        {
            return null;
        }

        if (!rule.RefersTo.IsEmpty)
        {
            if (FormOf(rule) is not { } form)
            {
                return profile.Act(rule.RefersTo[0]) is { } first ? NextTo(first, depth + 1) : null;
            }

            if (Decisions.OutcomeOf(rule) is { } outcome && Decisions.About(state, rule.Kind, form) is { } decided && !IsFavourable(outcome, decided))
            {
                // Sent back: the form comes anew. Refused: nothing follows.
                return decided.Entry.Fields.GetValueOrDefault(Decisions.OutcomeField) == Decisions.Returned ? profile.Act(form.Entry.Kind) : null;
            }
        }

        var unmet = Unmet(rule).ToArray();
        if (unmet.Any(g => Forbids(g.Need)))
        {
            return null;
        }

        var before = unmet.SelectMany(g => Named(g.Need)).Distinct(StringComparer.Ordinal).Select(profile.Act).OfType<ActRule>().OrderBy(r => r.Stage).ToArray();
        return before is [] ? rule : NextTo(before[0], depth + 1);
    }

    public static bool IsFavourable(FieldRule outcome, ActState decided) => decided.Entry.Fields.GetValueOrDefault(outcome.Id) == outcome.Choices[0].Id;

    /// <summary>Whether the act belongs to this kind of case.</summary>
    public bool Fits(ActRule rule) => rule.ActTypes.IsEmpty || rule.ActTypes.Contains(state.Opening!.ActType);

    private IEnumerable<Gate> Unmet(ActRule rule) =>
        CaseDecider.Unmet(state, rule, Assumed(rule), FormOf(rule)?.Entry.Id, profile).Where(g => !CaseDecider.AsksForm(g.Need));

    /// <summary>The kinds of act that a condition asks for; of alternatives the first.</summary>
    private IEnumerable<string> Named(Condition need) => need switch
    {
        { AboutEvery: not null, Done: { } kind } => [kind],
        { Done: { } kind } => [kind],
        { Act: { } kind } => [kind],
        { All: { } all } => all.Where(c => !Conditions.Holds(c, state, ImmutableDictionary<string, string>.Empty, profile)).SelectMany(Named),
        { Any: [var first, ..] } => Named(first),
        { Stage: { } stage } => profile.Acts.Where(a => a.Reaches == stage && Decisions.OutcomeOf(a) is not null).Take(1).Select(a => a.Kind),
        _ => [],
    };

    private static bool Forbids(Condition need) => need.Not is not null || (need.All ?? []).Any(Forbids);

    private static ImmutableDictionary<string, string> Assumed(ActRule rule) => Decisions.OutcomeOf(rule) is { } outcome
        ? ImmutableDictionary<string, string>.Empty.SetItem(outcome.Id, outcome.Choices[0].Id)
        : ImmutableDictionary<string, string>.Empty;

    private static ImmutableHashSet<string> Demanded(CaseState state, Profile profile)
    {
        var own = profile.Acts.SelectMany(a => a.Gates.Select(g => (Rule: (ActRule?)a, Gate: g)));
        return
        [
            .. own.Concat(profile.Gates.Select(g => (Rule: (ActRule?)null, g.Gate)))
                .Where(x => Conditions.Holds(x.Gate.When, state, x.Rule is null ? ImmutableDictionary<string, string>.Empty : Assumed(x.Rule), profile))
                .SelectMany(x => Acts(x.Gate.Need)),
        ];
    }

    private static IEnumerable<string> Acts(Condition need) => need switch
    {
        { Act: { } kind } => [kind],
        { All: { } all } => all.SelectMany(Acts),
        { Any: { } any } => any.SelectMany(Acts),
        _ => [],
    };
}
