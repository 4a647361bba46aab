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
    internal static bool Holds(Condition? condition, CaseState state, IReadOnlyDictionary<string, string> fields, Profile profile) => condition switch
    {
        null => true,
        { Done: { } kind } => state.Latest(kind) is not null,
        { Act: { } kind, Field: { } field } => state.Latest(kind)?.Entry.Fields.GetValueOrDefault(field) == condition.Is,
        { Field: { } field } => fields.GetValueOrDefault(field) == condition.Is,
        { Flag: { } flag } => state.Flags.GetValueOrDefault(flag, "false") == condition.Is,
        { Stage: { } stage } => state.Stage >= stage,
        { Complete: { } complete } => Completeness.Of(state, profile).IsComplete == complete,
        { All: { } all } => all.All(c => Holds(c, state, fields, profile)),
        { Any: { } any } => any.Any(c => Holds(c, state, fields, profile)),
        { Not: { } not } => !Holds(not, state, fields, profile),
        _ => throw new UnreachableException("A condition without a form passed the reader."),
    };
}
