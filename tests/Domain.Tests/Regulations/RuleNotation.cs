using System.Collections.Immutable;
using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Tests.Regulations;

/// <summary>Rules in one line, so that a table of expected facts can be read beside the regulation.</summary>
internal static class RuleNotation
{
    internal static string Of(Trigger t) =>
        t.Fact is { } fact ? Kebab.Of(fact) : t.Field is null ? t.Act! : $"{t.Act}[{t.Field}={t.Is}]";

    internal static string Of(IEnumerable<Trigger> triggers) => string.Join(" | ", triggers.Select(Of));

    internal static string Of(Term term) => term.Value is { } n ? $"{n} {TermUnitNames.Of(term.Unit)}" : TermUnitNames.Of(term.Unit);

    internal static string Of(Condition? c) => c switch
    {
        null => "always",
        { Done: { } done } => $"done {done}" + (c.About is { } about ? $" about {about}" : c.AboutEvery is { } every ? $" about every {every}" : ""),
        { Act: { } act } => $"{act}.{c.Field}={c.Is}" + (c.About is { } about ? $" about {about}" : ""),
        { Field: { } field } => $"{field}={c.Is}",
        { Flag: { } flag } => $"case {flag}={c.Is}",
        { Stage: { } stage } => $"stage {Kebab.Of(stage)}",
        { Complete: { } complete } => complete ? "complete" : "incomplete",
        { All: { } all } => $"({string.Join(" and ", all.Select(Of))})",
        { Any: { } any } => $"({string.Join(" or ", any.Select(Of))})",
        { Not: { } not } => $"not {Of(not)}",
        _ => throw new ArgumentException("A condition has exactly one form.", nameof(c)),
    };

    /// <summary>One line a rule: <c>required TA-15 when mode=posted unless secrets TA-15</c>; rules parted by <c>; </c>.</summary>
    internal static string Av(ActRule act) => string.Join("; ", act.Av.Select(a =>
        $"{Kebab.Of(a.Need)} {a.Article}"
        + (a.When is null ? "" : $" when {Of(a.When)}")
        + (a.Modes.IsEmpty ? "" : $" as {string.Join('/', a.Modes.Select(Kebab.Of))}")
        + (a.Exemption is AvExemption.None ? "" : $" unless {Kebab.Of(a.Exemption)} {a.ExemptionArticle}")));

    /// <summary><c>officer CZ-15, party-or-present? CZ-15</c>: a question mark where a refusal may stand in its place, brackets where it is optional.</summary>
    internal static string Signatures(ActRule act) => string.Join(", ", act.Signatures.Select(s =>
    {
        var text = Kebab.Of(s.By) + (s.Refusable ? "?" : "") + " " + s.Article + (s.When is null ? "" : $" when {Of(s.When)}");
        return s.Required ? text : $"[{text}]";
    }));

    /// <summary><c>receipt CZ-13, return-receipt CZ-13 later</c>; documents that stand for each other are joined by a slash.</summary>
    internal static string Documents(ActRule act) => string.Join(", ", act.Documents.GroupBy(d => d.AnyOf ?? d.Id).Select(g =>
    {
        var first = g.First();
        var text = string.Join('/', g.Select(d => d.Id)) + " " + first.Article + (first.When is null ? "" : $" when {Of(first.When)}") + (first.Later ? " later" : "");
        return first.Required ? text : $"[{text}]";
    }));

    /// <summary><c>2 行政处罚法-42 when case actType=penalty, 1 shown CZ-15</c>.</summary>
    internal static string Officers(ActRule act) => string.Join(", ", act.Officers.Select(o =>
        $"{o.Min}{(o.Shown ? " shown" : "")} {o.Article}" + (o.When is null ? "" : $" when {Of(o.When)}")));

    /// <summary>Ids of the fields of an article, optional ones in brackets.</summary>
    internal static string Fields(ActRule act) => string.Join(", ", act.Fields.Select(f => f.Required ? $"{f.Id} {f.Article}" + (f.When is null ? "" : $" when {Of(f.When)}") : $"[{f.Id} {f.Article}]"));

    /// <summary>The kinds that have an entry in a table of expected lines must be all that have something to say.</summary>
    internal static ImmutableSortedDictionary<string, string> Lines(Profile profile, Func<ActRule, string> line) =>
        profile.Acts.Where(a => line(a).Length > 0).ToImmutableSortedDictionary(a => a.Kind, line, StringComparer.Ordinal);
}
