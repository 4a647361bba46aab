using System.Collections.Immutable;
using Enforcement.Domain.Cases;
using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Regulations;
using Enforcement.Domain.Tests.Deadlines;
using Enforcement.Domain.Tests.Regulations;

namespace Enforcement.Domain.Tests.Conformance;

/// <summary>Whatever a profile demands on the form of an act is demanded by the decider, under the article that the profile gives.</summary>
public sealed class FormDemandsTests
{
    private static readonly DateTimeOffset Now = TestCalendar.At("2026-03-02 09:00");

    public static TheoryData<string, string> Forms()
    {
        var forms = new TheoryData<string, string>();
        foreach (var profile in ShippedProfiles.Catalog.All.Select(p => p.Profile))
        {
            foreach (var act in profile.Acts)
            {
                forms.Add(profile.Id, act.Kind);
            }
        }

        return forms;
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void What_the_form_of_an_act_demands_cannot_be_left_out(string id, string kind)
    {
        var profile = ShippedProfiles.Profile(id);
        var rule = profile.Act(kind)!;
        foreach (var field in rule.Fields.Where(f => f.Required))
        {
            Without(profile, rule, field.When, i => i with { Fields = i.Fields.Remove(field.Id) }).Names("field.missing", field.Article, field.Id);
        }

        foreach (var document in rule.Documents.Where(d => d is { Required: true, Later: false }).DistinctBy(d => d.AnyOf ?? d.Id))
        {
            Without(profile, rule, document.When, i => i with { Documents = [] }).Names("document.missing", document.Article, document.Id);
        }

        foreach (var signature in rule.Signatures.Where(s => s.Required))
        {
            Without(profile, rule, signature.When, i => i with { Signatures = [] }).Names("signature.missing", signature.Article, Kebab.Of(signature.By));
            if (!signature.Refusable)
            {
                Without(profile, rule, signature.When, i => i with { Signatures = [new(signature.By, "", Refused: true, "拒绝")] })
                    .Names("signature.not-refusable", signature.Article, Kebab.Of(signature.By));
            }
        }

        foreach (var officers in rule.Officers)
        {
            Without(profile, rule, officers.When, i => i with { Officers = [.. i.Officers.Take(officers.Min - 1)] }).Names("officer.too-few", officers.Article);
            if (officers.Shown)
            {
                Without(profile, rule, officers.When, i => i with { Officers = [.. i.Officers.Select(o => o with { Shown = false })] }).Names("officer.certificate-not-shown", officers.Article);
            }
        }

        foreach (var other in rule.NotBy)
        {
            var state = new Situation(profile).Make(new Condition { Done = other.Act }).State;
            Decide(profile, state, FilledForm.Of(profile, kind, state, ImmutableDictionary<string, string>.Empty), new Person("same", "同一人", rule.Roles[0], "b"))
                .Names("act.same-person", other.Article);
        }

        Decide(profile, new Situation(profile).State, new ActInput { Kind = kind }, new Person("x", "审计", "auditor", "b")).Names("act.role", rule.Article);
    }

    private static ImmutableArray<Violation> Without(Profile profile, ActRule rule, Condition? when, Func<ActInput, ActInput> leaveOut)
    {
        var situation = new Situation(profile).Make(when);
        var form = FilledForm.Of(profile, rule.Kind, situation.State, situation.Fields);
        return Decide(profile, situation.State, leaveOut(form), new Person("x", "某人", rule.Roles[0], "b"));
    }

    private static ImmutableArray<Violation> Decide(Profile profile, CaseState state, ActInput act, Person by) =>
        [.. Assert.IsType<Decision<Fact>.Refused>(
            CaseDecider.Decide(state, new CaseCommand.RecordAct(act), new CaseLaw(ShippedProfiles.Pinned(profile.Id), TestCalendar.Workdays), by, Now)).Violations];

    /// <summary>A case and a form in which a condition holds.</summary>
    private sealed class Situation
    {
        public Situation(Profile profile)
        {
            var type = profile.Scope.ActTypes[0];
            State = CaseState.Evolve(CaseState.None, new CaseEvent.Opened("1", "b", type, CaseOrigin.ExOfficio, "案由", new Party("某人", PartyKind.Person), profile.Id, ""));
        }

        public CaseState State { get; private set; }

        public Dictionary<string, string> Fields { get; } = [];

        public Situation Make(Condition? condition)
        {
            switch (condition)
            {
                case null:
                    return this;
                case { Act: { } act, Field: { } field }:
                    return Done(act, field, condition.Is!);
                case { Done: { } act }:
                    return Done(act, null, null);
                case { Field: { } field }:
                    Fields[field] = condition.Is!;
                    return this;
                case { Flag: { } flag }:
                    State = State with { Flags = State.Flags.SetItem(flag, condition.Is!) };
                    return this;
                case { Any: { } any }:
                    return Make(any[0]);
                case { All: { } all }:
                    return all.Aggregate(this, (s, c) => s.Make(c));
                case { Not: { Field: not null, Act: null } }:
                    return this;
                default:
                    throw new NotSupportedException($"{condition}");
            }
        }

        private Situation Done(string kind, string? field, string? value)
        {
            var entry = new ActEntry
            {
                Id = $"a{State.Acts.Length + 1}",
                Kind = kind,
                Name = new(kind, kind),
                OccurredAt = Now,
                RecordedAt = Now,
                By = new Person("same", "同一人", "officer", "b"),
                Fields = field is null ? ImmutableDictionary<string, string>.Empty : ImmutableDictionary<string, string>.Empty.Add(field, value!),
            };
            State = CaseState.Evolve(State, new CaseEvent.ActRecorded(entry, null, ImmutableDictionary<string, string>.Empty));
            return this;
        }
    }
}
