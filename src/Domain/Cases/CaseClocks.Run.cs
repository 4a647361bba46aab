using System.Collections.Immutable;
using System.Globalization;
using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Cases;

internal static partial class CaseClocks
{
    private static bool Fires(Trigger trigger, ActEntry act) => trigger switch
    {
        { Fact: ClockFact.AvDue } => act is { Av: AvNeed.Required, Exemption: null },
        { Act: { } kind } => kind == act.Kind && (trigger.Field is null || act.Fields.GetValueOrDefault(trigger.Field) == trigger.Is),
        _ => false,
    };

    /// <summary>One recorded act running over the terms of its case.</summary>
    private sealed partial class Run(CaseState after, ActEntry act, ActEntry? replaced, CaseLaw law, DateTimeOffset now)
    {
        private readonly ImmutableArray<Fact>.Builder _facts = ImmutableArray.CreateBuilder<Fact>();
        private readonly string _root = after.RootOf(act.Id);
        private CaseState _state = after;

        public ImmutableArray<Fact> Facts => _facts.ToImmutable();

        public void Apply(ClockRule rule)
        {
            if (rule.Start.Any(IsNew))
            {
                Begin(rule, act, _root);
            }

            foreach (var clock in About(rule, act))
            {
                Turn(rule, clock);
            }
        }

        public void AvStops() => Write(CaseClocks.AvStops(_state, law.Profile, now));

        private void Begin(ClockRule rule, ActEntry starter, string root)
        {
            var instances = _state.Clocks.Clocks.Values.Where(c => c.Rule == rule.Id && (rule.Subject is ClockSubject.Case || c.SubjectId == root)).ToImmutableArray();
            if (instances.Where(c => !c.IsCancelled).Any(c => !MayBeginAgain(rule, c)) || !Conditions.Holds(rule.When, _state, starter.Fields, law.Profile))
            {
                return;
            }

            var date = DateOf(rule, starter);
            if (rule.DateField is not null && date is null)
            {
                return;
            }

            var (key, started) = (rule.Subject is ClockSubject.Act ? $"{rule.Id}#{root}" : rule.Id, StartOf(rule, starter));
            Write([new Fact(
                new ClockEvent.Began(
                    instances.IsEmpty ? key : $"{key}~{instances.Length + 1}", rule.Id, rule.Name, rule.Article, rule.Subject is ClockSubject.Act ? root : null, root, started, rule.Term, date, rule.Roll,
                    Terms.Due(rule.Term, started, date, law.Calendar, rule.Roll, []), rule.Advisory, rule.Warn),
                started)]);
            MeetAtOnce(rule, instances.IsEmpty ? key : $"{key}~{instances.Length + 1}", started, root);
        }

        /// <summary>A term that begins late, by a correction or a late entry, may have been met by what stands already.</summary>
        private void MeetAtOnce(ClockRule rule, string clock, DateTimeOffset started, string root)
        {
            var met = _state.Standing
                .Where(a => a.Root != root && a.Entry.Id != act.Id && a.Entry.OccurredAt >= started && rule.Stop.Any(s => CaseClocks.Fires(s, a.Entry)))
                .Where(a => About(rule, a.Entry).Any(c => c.Clock == clock))
                .MinBy(a => a.Entry.OccurredAt);
            if (met is not null)
            {
                Write(Stop(_state.Clocks.Find(clock), met.Entry.OccurredAt, met.Entry.Id, now));
            }
        }

        /// <summary>A term of the case that was met begins again with the next start, unless what met it happens only once: nothing is waited for after the end of the act.</summary>
        private bool MayBeginAgain(ClockRule rule, ClockState clock) =>
            rule.Subject is ClockSubject.Case
            && clock.Stop is { } stop
            && !(_state.Find(stop.By) is { } by && law.Profile.Act(by.Entry.Kind) is { Once: true });

        private void Turn(ClockRule rule, ClockState clock)
        {
            if (rule.Suspend.FirstOrDefault(s => IsNew(s.From)) is { } pause && clock is { IsOpen: true, Suspension: null } && !IsLate(clock, act.OccurredAt))
            {
                Write([new Fact(new ClockEvent.Suspended(clock.Clock, act.OccurredAt, act.Name, pause.Article, act.Id), act.OccurredAt)]);
            }
            else if (rule.Suspend.Any(s => IsNew(s.Until)) && clock is { IsOpen: true, Suspension: { } since })
            {
                var until = act.OccurredAt > since.From ? act.OccurredAt : since.From;
                var due = ClockCounting.Due(clock, law.Calendar, excluded: clock.Excluded.Add(new Interval(since.From, until)));
                Write([new Fact(new ClockEvent.Resumed(clock.Clock, until, due, act.Id), until)]);
            }

            if (rule.Extend.FirstOrDefault(e => IsNew(e.By) && clock.Extensions.Length < e.Times) is { } extension && clock is { IsOpen: true, Miss: null } && !IsLate(clock, act.OccurredAt))
            {
                var due = ClockCounting.Extend(clock.Due, extension.Term, law.Calendar, clock.Roll, clock.Excluded);
                Write([new Fact(new ClockEvent.Extended(clock.Clock, extension.Term, due, extension.Article, act.Id), act.OccurredAt)]);
            }

            // What lies before the start of a term cannot meet it.
            if (rule.Stop.Any(Fires) && _state.Clocks.Find(clock.Clock) is { } current && act.OccurredAt >= current.Started)
            {
                // Whichever comes first stops it, also when it was written down last.
                var earlier = current.Stop is { } stop && rule.Reopen.IsEmpty && act.OccurredAt < stop.At && act.OccurredAt >= current.Started;
                Write(earlier ? Met(current, act.OccurredAt, act.Id, now) : Stop(current, act.OccurredAt, act.Id, now));
            }

            if (rule.Reopen.Any(IsNew) && _state.Clocks.Find(clock.Clock) is { Stop: not null })
            {
                Write([new Fact(new ClockEvent.Reopened(clock.Clock, act.OccurredAt, act.Id), act.OccurredAt)]);
            }
        }

        /// <summary>The instances of a rule that an act can turn: of a case the latest; of acts the one it refers to where it must refer to such an act, else all.</summary>
        private ImmutableArray<ClockState> About(ClockRule rule, ActEntry by)
        {
            var instances = _state.Clocks.Clocks.Values.Where(c => c.Rule == rule.Id && !c.IsCancelled);
            if (rule.Subject is ClockSubject.Case)
            {
                instances = instances.OrderByDescending(c => _state.Find(c.By)?.Place ?? -1).Take(1);
            }
            else if (by.RefersTo is { } refersTo
                && (law.Profile.Act(by.Kind)?.RefersTo.Intersect(rule.Start.Select(s => s.Act)).Any() is true || instances.Any(c => c.SubjectId == _state.RootOf(refersTo))))
            {
                instances = instances.Where(c => c.SubjectId == _state.RootOf(refersTo));
            }

            var root = _state.RootOf(by.Id);
            return [.. instances.Where(c => c.By != root)];
        }

        private bool Fires(Trigger trigger) => CaseClocks.Fires(trigger, act);

        /// <summary>Whether the act does what the entry it corrects had not done already.</summary>
        private bool IsNew(Trigger trigger) => Fires(trigger) && !(replaced is not null && CaseClocks.Fires(trigger, replaced));

        private static DateTimeOffset StartOf(ClockRule rule, ActEntry starter) =>
            rule.Start.Any(s => s.Fact is ClockFact.AvDue) ? starter.AvEnded ?? starter.OccurredAt : starter.OccurredAt;

        private static DateOnly? DateOf(ClockRule rule, ActEntry starter) =>
            rule.DateField is { } field && DateOnly.TryParseExact(starter.Fields.GetValueOrDefault(field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

        private void Write(IEnumerable<Fact> facts)
        {
            foreach (var fact in facts.ToImmutableArray())
            {
                _facts.Add(fact);
                _state = CaseState.Evolve(_state, fact.Event);
            }
        }
    }
}
