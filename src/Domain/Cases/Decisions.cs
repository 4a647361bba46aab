using System.Collections.Immutable;
using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Cases;

/// <summary>Opinions, reviews and approvals [审批]: acts that happen in the system and state an outcome about something that was submitted.</summary>
public static class Decisions
{
    /// <summary>The id of the field that holds the outcome.</summary>
    public const string OutcomeField = "outcome";

    /// <summary>The outcome by which a form goes back to its author [退回].</summary>
    public const string Returned = "returned";

    /// <summary>The field with the outcome; <see langword="null"/>: the act decides on nothing. Its first choice is the favourable one.</summary>
    public static FieldRule? OutcomeOf(ActRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.Declared ? null : rule.Fields.FirstOrDefault(f => f is { Id: OutcomeField, Type: FieldType.Choice, Choices.IsEmpty: false });
    }

    /// <summary>The latest standing act of this kind about an entry, or about what that one corrected; <see langword="null"/>: none yet.</summary>
    public static ActState? About(CaseState state, string kind, ActState subject)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(subject);
        return state.Standing.LastOrDefault(a => a.Entry.Kind == kind && a.Entry.RefersTo is { } to && state.RootOf(to) == subject.Root);
    }

    /// <summary>Acts with open terms of their own that a decision would meet: each waits for one.</summary>
    public static ImmutableArray<ActState> Awaiting(CaseState state, ActRule rule, Profile profile)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(profile);
        return OutcomeOf(rule) is null || !rule.RefersTo.IsEmpty
            ? []
            :
            [
                .. state.Clocks.Clocks.Values
                    .Where(c => c is { IsOpen: true, SubjectId: not null } && profile.Clock(c.Rule) is { } clock && clock.Stop.Any(s => s.Act == rule.Kind))
                    .Select(c => state.Standing.FirstOrDefault(a => a.Root == c.SubjectId))
                    .OfType<ActState>()
                    .DistinctBy(a => a.Root)
                    .OrderBy(a => a.Place),
            ];
    }

    /// <summary>Why a decision cannot be given on what it names: it was given before, or it names none of several measures.</summary>
    internal static IEnumerable<Violation> Faults(CaseState state, ActRule rule, string? refersTo, string? corrects, Profile profile)
    {
        if (OutcomeOf(rule) is null || corrects is not null)
        {
            yield break;
        }

        // What was sent back may be decided on again once it is mended; what was granted or refused stands until it is corrected.
        if (refersTo is not null
            && state.Find(refersTo) is { CorrectedBy: null } subject
            && About(state, rule.Kind, subject) is { } earlier
            && earlier.Entry.Fields.GetValueOrDefault(OutcomeField) != Returned)
        {
            yield return CaseRefusals.AlreadyDecided(rule, earlier.Entry);
        }

        if (Awaiting(state, rule, profile) is { Length: > 1 } several && several.All(a => refersTo is null || a.Root != state.RootOf(refersTo)))
        {
            yield return CaseRefusals.NamesNoMeasure(rule, several.Length);
        }
    }
}
