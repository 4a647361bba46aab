using System.Collections.Immutable;
using Enforcement.Domain.Cases;
using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Tests.Regulations;

/// <summary>Walks one case through its profile. Each step is an act whose form is filled from the profile itself, with what the step says in its place.</summary>
/// <remarks>A step reads <c>kind</c> or <c>kind field=value field=value</c>; one hour passes before each.</remarks>
internal sealed class CaseWalk(PinnedProfile pinned, ActType actType, CaseOrigin origin)
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    private readonly CaseLaw _law = new(pinned, WorkCalendar.WeekdaysOnly);

    internal CaseState State { get; private set; } = CaseState.None;

    internal DateTimeOffset Now { get; private set; } = Start;

    internal Completeness Completeness => Completeness.Of(State, pinned.Profile);

    /// <summary>Does all steps; a refused one fails the test with its codes.</summary>
    internal CaseWalk Do(params string[] steps)
    {
        foreach (var step in steps)
        {
            var broken = Try(step);
            Assert.True(broken.IsEmpty, $"{pinned.Profile.Id}, {step}: {string.Join("; ", broken.Select(v => $"{v.Code} {v.Member} {v.Article} {v.Text.En}"))}");
        }

        return this;
    }

    /// <summary>Tries one step and gives the broken rules, or none when it was done.</summary>
    internal ImmutableArray<Violation> Try(string step, string? by = null)
    {
        Now += TimeSpan.FromHours(1);
        var parts = step.Split(' ');
        var rule = pinned.Profile.Act(parts[0])!;
        var input = Filled(rule, parts.Skip(1).Select(p => p.Split('=')).ToImmutableDictionary(p => p[0], p => p[1]));
        CaseCommand command = State.Exists
            ? new CaseCommand.RecordAct(input)
            : new CaseCommand.Open("2026-1", "b1", actType, origin, "案由", new Party("某公司", PartyKind.Organisation), input);
        switch (CaseDecider.Decide(State, command, _law, Somebody(rule, by), Now))
        {
            case Decision<Fact>.Accepted { Events: var facts }:
                State = facts.Select(f => f.Event).Aggregate(State, CaseState.Evolve);
                return [];
            case Decision<Fact>.Refused { Violations: var broken }:
                return [.. broken];
            default:
                throw new InvalidOperationException("A decision is accepted or refused.");
        }
    }

    /// <summary>The codes of the broken rules of one step, in order.</summary>
    internal IEnumerable<string> Refusal(string step, string? by = null) => Try(step, by).Select(v => v.Code);

    internal CaseWalk Wait(TimeSpan time)
    {
        Now += time;
        return this;
    }

    internal ClockState Clock(string rule) => State.Clocks.Clocks.Values.Single(c => c.Rule == rule);

    private static Person Somebody(ActRule rule, string? by) => new(by ?? rule.Roles[0], "某人", rule.Roles[0], "b1", "证001");

    private ActInput Filled(ActRule rule, ImmutableDictionary<string, string> said)
    {
        var fields = rule.Fields.ToImmutableDictionary(f => f.Id, f => said.GetValueOrDefault(f.Id) ?? Value(f));
        Assert.All(said.Keys, k => Assert.True(fields.ContainsKey(k), $"{rule.Kind} has no field {k}"));
        var needed = rule.Av.Any(a => a.Need is AvNeed.Required);
        return new ActInput
        {
            Kind = rule.Kind,
            Fields = fields,
            Officers = rule.Officers.IsEmpty ? [] : [new("o1", "甲", "证001", Shown: true), new("o2", "乙", "证002", Shown: true)],
            Documents = [.. rule.Documents.Select(d => new DocumentEntry(d.Id, d.Name.Zh))],
            Signatures = [.. rule.Signatures.Select(s => new SignatureEntry(s.By, "某人"))],
            Recordings = needed ? [new($"r{State.Acts.Length}", AvMode.Video, Now, new string('a', 64), Now)] : [],
        };
    }

    private static string Value(FieldRule field) => field.Type switch
    {
        FieldType.Boolean => "false",
        FieldType.Choice => field.Choices[0].Id,
        FieldType.Number or FieldType.Money => "1",
        FieldType.Date => "2026-04-01",
        FieldType.Instant => "2026-04-01T09:00:00+08:00",
        _ => "内容",
    };
}
