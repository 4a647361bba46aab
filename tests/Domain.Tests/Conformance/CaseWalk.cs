using System.Collections.Immutable;
using Enforcement.Domain.Cases;
using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Regulations;
using Enforcement.Domain.Tests.Deadlines;
using Enforcement.Domain.Tests.Regulations;

namespace Enforcement.Domain.Tests.Conformance;

/// <summary>A case under one shipped profile, led through its acts by the decider itself; every step must be accepted or refused as the test says.</summary>
internal sealed class CaseWalk(string profile, ActType type, CaseOrigin origin)
{
    private readonly CaseLaw _law = new(ShippedProfiles.Pinned(profile), TestCalendar.Workdays);
    private int _recordings;

    /// <summary>The legal clock, from Monday 2 March 2026 9:00 at +08:00.</summary>
    internal DateTimeOffset Now { get; private set; } = TestCalendar.At("2026-03-02 09:00").ToUniversalTime();

    internal CaseState State { get; private set; } = CaseState.None;

    internal Profile Law => _law.Profile;

    internal Completeness Completeness => Completeness.Of(State, Law);

    internal static CaseWalk Under(string profile, ActType type, CaseOrigin origin, string first, params string[] fields) =>
        new CaseWalk(profile, type, origin).Record(first, fields);

    internal CaseWalk Later(TimeSpan time)
    {
        Now += time;
        return Do(new CaseCommand.CheckDeadlines());
    }

    internal CaseWalk Until(string instant) => Later(TestCalendar.At(instant) - Now);

    /// <summary>Records an act with a form filled in as demanded; <c>field=value</c> overrides.</summary>
    internal CaseWalk Record(string kind, params string[] fields) => Record(kind, i => i, fields);

    internal CaseWalk Record(string kind, Func<ActInput, ActInput> change, params string[] fields)
    {
        var answer = Decide(Command(change(Form(kind, fields))), PersonFor(kind));
        if (answer is not Decision<Fact>.Accepted { Events: var facts })
        {
            var broken = ((Decision<Fact>.Refused)answer).Violations;
            throw new Xunit.Sdk.XunitException($"{Law.Id}: {kind} was refused: {string.Join("; ", broken.Select(v => $"{v.Code} {v.Article} {v.Member}"))}");
        }

        return Apply(facts);
    }

    /// <summary>Every broken rule of an act that must be refused.</summary>
    internal ImmutableArray<Violation> Refused(string kind, params string[] fields) => Refused(kind, i => i, null, fields);

    internal ImmutableArray<Violation> Refused(string kind, Func<ActInput, ActInput> change, string? byRole = null, params string[] fields)
    {
        var answer = Decide(Command(change(Form(kind, fields))), byRole is null ? PersonFor(kind) : Person(byRole));
        return [.. Assert.IsType<Decision<Fact>.Refused>(answer).Violations];
    }

    /// <summary>The broken rules of an act that one person records in the role of another: same account, other office.</summary>
    internal ImmutableArray<Violation> RefusedBySamePerson(string kind, string account, params string[] fields) =>
        [.. Assert.IsType<Decision<Fact>.Refused>(Decide(Command(Form(kind, fields)), PersonFor(kind) with { Id = account })).Violations];

    /// <summary>Links, stores and describes a recording for every act that still needs one.</summary>
    internal CaseWalk HandInRecordings(AvMode mode = AvMode.Video, bool described = true)
    {
        foreach (var act in State.Standing.Where(a => a.AvOutstanding).ToArray())
        {
            var id = $"r{++_recordings}";
            Do(new CaseCommand.LinkRecording(act.Entry.Id, new RecordingEntry(id, mode, Now)));
            Do(new CaseCommand.ConfirmStored(id, new string('a', 64), Now));
            if (described && !Law.Archive.RecordingFields.IsEmpty)
            {
                Do(new CaseCommand.DescribeRecording(id, Law.Archive.RecordingFields.ToImmutableDictionary(f => f.Id, _ => "如实说明"), mode is AvMode.Audio ? "文字记录" : null));
            }
        }

        return this;
    }

    /// <summary>Adds every document that may come later and has not come.</summary>
    internal CaseWalk AddLaterDocuments()
    {
        foreach (var item in Completeness.Items.Where(i => i is { Requirement: RequirementKind.Document, Status: ItemStatus.Missing }).ToArray())
        {
            Do(new CaseCommand.AttachDocument(item.Act, new DocumentEntry(item.Id, item.Name.Zh)));
        }

        return this;
    }

    internal ClockState Clock(string rule) => State.Clocks.Clocks.Values.Single(c => c.Rule == rule);

    internal bool HasClock(string rule) => State.Clocks.Clocks.Values.Any(c => c.Rule == rule);

    /// <summary>The need of a recording of the latest act, with its article.</summary>
    internal (AvNeed Need, string? Article) Recording() => (State.Acts[^1].Entry.Av, State.Acts[^1].Entry.AvArticle);

    internal CaseWalk Override(string clock) => Do(OverrideOf(clock));

    internal ImmutableArray<Violation> RefusedOverride(string clock) =>
        [.. Assert.IsType<Decision<Fact>.Refused>(Decide(OverrideOf(clock), Domain.Person.System)).Violations];

    internal CaseWalk Do(CaseCommand command) =>
        Apply(Assert.IsType<Decision<Fact>.Accepted>(Decide(command, Domain.Person.System)).Events);

    private static CaseCommand OverrideOf(string clock) => new CaseCommand.OverrideClock(clock, Term.Days(60), "某部门规章第十条", "规章另有规定");

    private static Person Person(string role) => new(role, $"测试{role}", role, "bureau", role == "officer" ? "14050001" : null);

    private CaseWalk Apply(IReadOnlyList<Fact> facts)
    {
        State = facts.Select(f => f.Event).Aggregate(State, CaseState.Evolve);
        return this;
    }

    private Decision<Fact> Decide(CaseCommand command, Person by) => CaseDecider.Decide(State, command, _law, by, Now);

    private CaseCommand Command(ActInput act) => State.Exists
        ? new CaseCommand.RecordAct(act)
        : new CaseCommand.Open("〔2026〕1号", "bureau", type, origin, "测试案件", new Party("某公司", PartyKind.Organisation), act);

    private ActInput Form(string kind, string[] fields)
    {
        var state = State.Exists
            ? State
            : CaseState.None with { Flags = CaseState.None.Flags.SetItem("actType", Kebab.Of(type)).SetItem("origin", Kebab.Of(origin)) };
        return FilledForm.Of(Law, kind, state, fields.Select(f => f.Split('=', 2)).ToDictionary(f => f[0], f => f[1]));
    }

    private Person PersonFor(string kind) => Person(Law.Act(kind)?.Roles[0] ?? "officer");
}
