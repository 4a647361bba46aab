using System.Diagnostics;
using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Cases;

/// <summary>Asks a profile's conditions of a case.</summary>
internal static class Conditions
{
    /// <summary>Whether a condition holds.</summary>
    /// <param name="condition">The condition; <see langword="null"/> holds always.</param>
    /// <param name="state">The case.</param>
    /// <param name="fields">The fields of the act being recorded.</param>
    /// <param name="profile">The pinned profile.</param>
    /// <param name="refersTo">The entry that the act being recorded refers to.</param>
    internal static bool Holds(Condition? condition, CaseState state, IReadOnlyDictionary<string, string> fields, Profile profile, string? refersTo = null) => condition switch
    {
        null => true,
        { Done: { } kind, AboutEvery: { } every } => state.Standing.Where(a => a.Entry.Kind == every).All(a => About(state, kind, a) is not null),
        { Done: { } kind } => Latest(condition, state, kind, refersTo) is not null,
        { Act: { } kind, Field: { } field } => Latest(condition, state, kind, refersTo)?.Entry.Fields.GetValueOrDefault(field) == condition.Is,
        { Field: { } field } => fields.GetValueOrDefault(field) == condition.Is,
        { Flag: { } flag } => state.Flags.GetValueOrDefault(flag, "false") == condition.Is,
        { Stage: { } stage } => state.Stage >= stage,
        { Complete: { } complete } => Completeness.Of(state, profile).IsComplete == complete,
        { All: { } all } => all.All(c => Holds(c, state, fields, profile, refersTo)),
        { Any: { } any } => any.Any(c => Holds(c, state, fields, profile, refersTo)),
        { Not: { } not } => !Holds(not, state, fields, profile, refersTo),
        _ => throw new UnreachableException("A condition without a form passed the reader."),
    };

    private static ActState? Latest(Condition condition, CaseState state, string kind, string? refersTo)
    {
        if (condition.About is not { } subject)
        {
            return state.Latest(kind);
        }

        var meant = refersTo is not null && state.Find(refersTo) is { } named && named.Entry.Kind == subject ? named : state.Latest(subject);
        return meant is null ? null : About(state, kind, meant);
    }

    /// <summary>The latest standing entry of a kind that refers to an entry, or to what that one corrected.</summary>
    private static ActState? About(CaseState state, string kind, ActState meant) =>
        state.Standing.LastOrDefault(a => a.Entry.Kind == kind && a.Entry.RefersTo is { } to && state.RootOf(to) == meant.Root);
}
