using System.Collections.Immutable;
using Enforcement.Domain;
using Enforcement.Domain.Cases;
using Enforcement.Domain.Regulations;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Streams;

namespace Enforcement.Grains.Regulations;

/// <summary>The forms of acts, built from a profile.</summary>
internal static class FormViews
{
    public static ActFormView Of(ActRule rule, Profile profile) => new()
    {
        Kind = rule.Kind,
        Name = rule.Name.ToWording(),
        Article = rule.Article,
        Stage = Stage(rule.Stage),
        Declared = rule.Declared,
        Fields = [.. rule.Fields.Select(f => Field(f) with { When = When(f.When, profile, rule) })],
        MinOfficers = rule.Officers.Select(o => o.Min).DefaultIfEmpty(0).Max(),
        OfficerArticles = [.. rule.Officers.Select(o => o.Article).Distinct()],
        Documents = [.. rule.Documents.Select(d => new FormDocument(d.Id, d.Name.ToWording(), d.Article, d.Required, d.When is not null, d.Later, d.AnyOf, When(d.When, profile, rule)))],
        Signatures = [.. rule.Signatures.Select(s => new FormSignature(Kebab.Of(s.By), SignerNames.Of(s.By).ToWording(), s.Article, s.Required, s.Refusable, When(s.When, profile, rule)))],
        Av = [.. rule.Av.Select(a => new FormAv(Kebab.Of(a.Need), a.Article, a.When is not null, [.. a.Modes.Select(m => Kebab.Of(m))], Kebab.Of(a.Exemption), When(a.When, profile, rule)))],
        RefersTo = rule.RefersTo,
        Roles = rule.Roles,
        Opens = [.. rule.Opens.Select(o => Kebab.Of(o))],
        ActTypes = [.. rule.ActTypes.Select(t => Kebab.Of(t))],
        Reaches = rule.Reaches is { } stage ? Stage(stage) : null,
        OfficerDemands = [.. rule.Officers.Select(o => new FormOfficers(o.Min, o.Shown, o.Article, When(o.When, profile, rule)))],
    };

    public static FormField Field(FieldRule field) => new(
        field.Id,
        field.Name.ToWording(),
        field.Article,
        Kebab.Of(field.Type),
        field.Required,
        field.When is not null,
        [.. field.Choices.Select(c => new NamedValue(c.Id, c.Name.ToWording()))],
        field.MaxLength);

    /// <summary>Acts that the profile does not list but the vocabulary knows and the scope covers: plain records, one free field.</summary>
    public static IEnumerable<ActFormView> Plain(Profile profile) =>
        from word in ActKinds.All
        where profile.Act(word.Kind) is null && (word.ActTypes.IsEmpty || word.ActTypes.Intersect(profile.Scope.ActTypes).Any())
        select new ActFormView
        {
            Kind = word.Kind,
            Name = word.Name.ToWording(),
            Article = profile.Scope.Article,
            Stage = Stage(word.Stage),
            Declared = true,
            Fields = [new FormField(word.Kind == "late-entry-consent" ? "reason" : "content", word.Kind == "late-entry-consent" ? new Wording("同意补录的理由", "Reason of the consent") : new Wording("内容", "Content"), profile.Scope.Article, "long-text", true, false, [], 5000)],
            OfficerArticles = [],
            Documents = [],
            Signatures = [],
            Av = [],
            RefersTo = [],
            Roles = [],
            Opens = [],
            ActTypes = [.. word.ActTypes.Select(t => Kebab.Of(t))],
            Plain = true,
        };

    public static NamedValue Stage(CaseStage stage) => new(Kebab.Of(stage), StageNames.Of(stage).ToWording());

    private static Wording? When(Condition? condition, Profile profile, ActRule rule) => condition is null ? null : ConditionWords.Of(condition, profile, rule).ToWording();
}
