using System.Collections.Immutable;
using Enforcement.Domain;
using Enforcement.Domain.Cases;
using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Regulations;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Regulations;
using Enforcement.Grains.Streams;

namespace Enforcement.Grains.Cases;

/// <summary>Asks the decider without appending: the rules of the check and of the command cannot differ.</summary>
internal static class ActChecks
{
    public static ActCheck Refused(IEnumerable<Violation> faults, LawTexts texts) => new(Replies.Broken(faults, texts), null, []);

    public static ActCheck Of(CaseState state, CaseCommand command, IReadOnlyList<Violation> faults, CaseLaw law, LawTexts texts, Person by, DateTimeOffset now) =>
        CaseDecider.Decide(state, command, law, by, now) switch
        {
            Decision<Fact>.Accepted { Events: var facts } when faults is [] => new(
                [],
                facts.Select(f => f.Event).OfType<CaseEvent.ActRecorded>().LastOrDefault()?.Reached is { } stage ? FormViews.Stage(stage) : null,
                Terms(state, facts)),
            Decision<Fact>.Accepted => Refused(faults, texts),
            Decision<Fact>.Refused { Violations: var broken } => Refused([.. faults, .. broken], texts),
            var unknown => throw new InvalidOperationException($"Unknown decision {unknown.GetType().Name}."),
        };

    private static ImmutableArray<TermEffect> Terms(CaseState state, IReadOnlyList<Fact> facts)
    {
        var clocks = facts.Aggregate(state, (s, f) => CaseState.Evolve(s, f.Event)).Clocks;
        return
        [
            .. facts.Select(f => f.Event).OfType<ClockEvent>().Select(e =>
            {
                var clock = clocks.Find(e.Clock)!;
                return new TermEffect(e.Clock, ChangeOf(e), clock.Name.ToWording(), clock.Article, clock.IsOpen ? clock.Due.At : null);
            }),
        ];
    }

    private static string ChangeOf(ClockEvent e) => e switch
    {
        ClockEvent.Began => "began",
        ClockEvent.Stopped { Late: false } => "met",
        ClockEvent.Stopped => "met-late",
        ClockEvent.Reopened => "reopened",
        ClockEvent.Suspended => "suspended",
        ClockEvent.Resumed => "resumed",
        ClockEvent.Extended or ClockEvent.Overridden or ClockEvent.Restated => "changed",
        ClockEvent.Missed => "missed",
        ClockEvent.Cancelled => "cancelled",
        _ => throw new System.Diagnostics.UnreachableException($"ActChecks does not know {e.GetType().Name}."),
    };
}
