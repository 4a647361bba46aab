using System.Collections.Immutable;
using System.Globalization;
using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Regulations;
using Enforcement.Domain.Supervision;

namespace Enforcement.Domain.Cases;

/// <summary>What acts do to the terms of a case: begin, stop, re-open, suspend, extend; and what time does to them.</summary>
internal static class CaseClocks
{
    /// <summary>The facts about terms that follow from a recorded act, in order.</summary>
    internal static ImmutableArray<Fact> After(CaseState before, CaseEvent.ActRecorded recorded, CaseLaw law, DateTimeOffset now)
    {
        var run = new Run(CaseState.Evolve(before, recorded), recorded.Act, law, now);
        if (recorded.Act.Corrects is { } correction)
        {
            run.Correct(before.Find(correction.Act)!.Entry);
        }

        foreach (var rule in law.Profile.Clocks.Where(c => c.Subject is not ClockSubject.Recording))
        {
            run.Apply(rule);
        }

        run.AvStops();
        return run.Facts;
    }

    /// <summary>Stops the terms of acts whose recordings are now all stored.</summary>
    internal static IEnumerable<Fact> AvStops(CaseState after, Profile profile)
    {
        foreach (var rule in profile.Clocks.Where(c => c.Subject is ClockSubject.Act && c.Stop.Any(s => s.Fact is ClockFact.AvStored)))
        {
            foreach (var act in after.Standing.Where(a => a.AvStored))
            {
                var key = Key(rule, after.RootOf(act.Entry.Id));
                var at = act.Recordings.Max(r => r.Entry.StoredAt)!.Value;
                foreach (var fact in Stop(after.Clocks.Find(key), at, act.Recordings[^1].Entry.Id, at))
                {
                    yield return fact;
                }
            }
        }
    }

    /// <summary>Lets the hand-in terms of acts follow the remote work that was declared for their recordings.</summary>
    internal static ImmutableArray<Fact> FollowRemoteWork(CaseState state, CaseCommand.FollowRemoteWork c, CaseLaw law, DateTimeOffset now)
    {
        if (law.Profile.Clocks.Select(r => r.RemoteWork).FirstOrDefault(r => r is not null) is not { } remote)
        {
            return [];
        }

        var rules = law.Profile.Clocks.Where(r => r.Subject is ClockSubject.Act && r.Stop.Any(s => s.Fact is ClockFact.AvStored));
        var clocks = state.Standing
            .Where(a => a.Recordings.Any(r => r.Entry.Id == c.Recording && r.Entry.StoredAt is null))
            .SelectMany(a => rules.Select(r => state.Clocks.Find(Key(r, state.RootOf(a.Entry.Id)))))
            .OfType<ClockState>()
            .Where(k => k is { IsOpen: true, Miss: null });
        return [.. clocks.Select(k => Follow(k, c, remote, law.Calendar, now)).OfType<Fact>()];
    }

    /// <summary>Notices every term that has fallen due, with a finding each. Idempotent.</summary>
    internal static IEnumerable<Fact> Misses(ClockBook clocks, DateTimeOffset now) =>
        clocks.Clocks.Values
            .Where(c => c.NextDue is { } due && Terms.IsMissed(c.Term.Unit, due, now))
            .OrderBy(c => c.NextDue)
            .SelectMany(c => Miss(c, now));

    /// <summary>Decides provisional terms again; a term that comes out the same but settled is restated too, so that the mark goes.</summary>
    internal static ImmutableArray<Fact> Recount(ClockBook clocks, WorkCalendar calendar, DateTimeOffset now) =>
    [
        .. clocks.Clocks.Values
            .Where(c => c is { IsOpen: true, Due.Provisional: true })
            .Select(c => (Clock: c, Due: ClockCounting.Due(c, calendar)))
            .Where(x => x.Due != x.Clock.Due)
            .Select(x => new Fact(new ClockEvent.Restated(x.Clock.Clock, x.Clock.Started, x.Clock.Term, x.Due, RestatementCause.CalendarPublished, x.Clock.Article), now)),
    ];

    /// <summary>Replaces a term by that of another law.</summary>
    internal static ImmutableArray<Fact> Override(ClockState clock, CaseCommand.OverrideClock c, string article, WorkCalendar calendar, DateTimeOffset now)
    {
        if (clock.Override is { } old && old.Term == c.Term && old.Source == c.Source)
        {
            return [];
        }

        var due = ClockCounting.Due(clock, calendar, term: c.Term, extensions: []);
        return [new Fact(new ClockEvent.Overridden(clock.Clock, c.Term, due, article, c.Source, c.Reason), now)];
    }

    /// <summary>The facts of a missed term.</summary>
    internal static IEnumerable<Fact> Miss(ClockState clock, DateTimeOffset now)
    {
        var due = clock.Due.At!.Value;
        yield return new Fact(new ClockEvent.Missed(clock.Clock, due, now, (long)(now - due).TotalSeconds), now);
        var until = due.ToOffset(ChinaTime.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var text = clock.Advisory
            ? new Words($"提示：“{clock.Name.Zh}”已于{until}届满", $"Hint: \"{clock.Name.En}\" ended {until}")
            : new Words($"“{clock.Name.Zh}”逾期，应于{until}前完成", $"\"{clock.Name.En}\" was missed; it was due {until}");
        yield return new Fact(new FindingEvent.Raised($"f-{clock.Clock}", clock.Advisory ? "clock.advisory" : "clock.missed", clock.Article, clock.Advisory, text, clock.Clock, now), now);
    }

    /// <summary>The facts of a term that is met at an instant: missed first, when that was too late and not yet noticed.</summary>
    internal static IEnumerable<Fact> Stop(ClockState? clock, DateTimeOffset at, string by, DateTimeOffset now)
    {
        if (clock is not { IsOpen: true })
        {
            yield break;
        }

        var late = clock is { Suspension: null, Due.At: { } due } && Terms.IsMissed(clock.Term.Unit, due, at);
        if (late && clock.Miss is null)
        {
            foreach (var fact in Miss(clock, now))
            {
                yield return fact;
            }
        }

        yield return new Fact(new ClockEvent.Stopped(clock.Clock, at, late, by), at);
    }

    private static Fact? Follow(ClockState clock, CaseCommand.FollowRemoteWork c, RemoteWorkRule remote, WorkCalendar calendar, DateTimeOffset now)
    {
        var inTime = clock.AwaitsReturn || (clock.Due.At is { } due && !Terms.IsMissed(clock.Term.Unit, due, c.DeclaredAt));
        return c.ReturnedAt switch
        {
            _ when !inTime => null,
            null when clock.AwaitsReturn => null,
            null => new Fact(
                new ClockEvent.Restated(clock.Clock, clock.Started, clock.Term, new DueInstant(null, Provisional: false, CalendarVersion: null), RestatementCause.RemoteWorkDeclared, remote.Article), now),
            { } returned when clock.Started == returned => null,
            { } returned => new Fact(
                new ClockEvent.Restated(clock.Clock, returned, remote.Term, Terms.Due(remote.Term, returned, null, calendar, clock.Roll, []), RestatementCause.ReturnedToUnit, remote.Article), now),
        };
    }

    private static string Key(ClockRule rule, string act) => rule.Subject is ClockSubject.Act ? $"{rule.Id}#{act}" : rule.Id;

    private sealed class Run(CaseState after, ActEntry act, CaseLaw law, DateTimeOffset now)
    {
        private readonly ImmutableArray<Fact>.Builder _facts = ImmutableArray.CreateBuilder<Fact>();
        private readonly string _root = after.RootOf(act.Id);
        private CaseState _state = after;

        public ImmutableArray<Fact> Facts => _facts.ToImmutable();

        public void Apply(ClockRule rule)
        {
            foreach (var trigger in rule.Start.Where(Fires))
            {
                Begin(rule, trigger.Fact is ClockFact.AvDue ? act.AvEnded ?? act.OccurredAt : act.OccurredAt);
            }

            foreach (var clock in About(rule))
            {
                Turn(rule, clock);
            }
        }

        public void AvStops() => Write(CaseClocks.AvStops(_state, law.Profile));

        /// <summary>Terms that the corrected entry began or stopped are decided again with the entry that stands now.</summary>
        public void Correct(ActEntry old)
        {
            foreach (var clock in _state.Clocks.Clocks.Values.Where(c => c.By == _root && !c.IsCancelled))
            {
                var rule = law.Profile.Clock(clock.Rule);
                if (rule?.Start.Any(Fires) is not true)
                {
                    Write([new Fact(new ClockEvent.Cancelled(clock.Clock, now, act.Id), now)]);
                    continue;
                }

                var started = rule.Start.Any(s => s.Fact is ClockFact.AvDue) ? act.AvEnded ?? act.OccurredAt : act.OccurredAt;
                var moved = clock with { Date = DateOf(rule) };
                var due = ClockCounting.Due(moved, law.Calendar, started: started);
                if (clock.IsOpen && (started != clock.Started || due != clock.Due))
                {
                    Write([new Fact(new ClockEvent.Restated(clock.Clock, started, clock.Term, due, RestatementCause.StartCorrected, clock.Article), now)]);
                }
            }

            foreach (var clock in _state.Clocks.Clocks.Values.Where(c => c.Stop?.By == old.Id))
            {
                if (law.Profile.Clock(clock.Rule)?.Stop.Any(Fires) is not true)
                {
                    Write([new Fact(new ClockEvent.Reopened(clock.Clock, now, act.Id), now)]);
                }
            }
        }

        private void Begin(ClockRule rule, DateTimeOffset started)
        {
            var key = Key(rule, _root);
            if (_state.Clocks.Find(key) is not null || !Conditions.Holds(rule.When, _state, act.Fields, law.Profile))
            {
                return;
            }

            var date = DateOf(rule);
            if (rule.DateField is not null && date is null)
            {
                return;
            }

            var due = Terms.Due(rule.Term, started, date, law.Calendar, rule.Roll, []);
            Write([new Fact(
                new ClockEvent.Began(key, rule.Id, rule.Name, rule.Article, rule.Subject is ClockSubject.Act ? _root : null, _root, started, rule.Term, date, rule.Roll, due, rule.Advisory, rule.Warn),
                started)]);
        }

        private void Turn(ClockRule rule, ClockState clock)
        {
            if (rule.Suspend.FirstOrDefault(s => Fires(s.From)) is { } pause && clock is { IsOpen: true, Suspension: null, Miss: null })
            {
                Write([new Fact(new ClockEvent.Suspended(clock.Clock, act.OccurredAt, act.Name, pause.Article, act.Id), act.OccurredAt)]);
            }
            else if (rule.Suspend.Any(s => Fires(s.Until)) && clock is { IsOpen: true, Suspension: { } since })
            {
                var until = act.OccurredAt > since.From ? act.OccurredAt : since.From;
                var due = ClockCounting.Due(clock, law.Calendar, excluded: clock.Excluded.Add(new Interval(since.From, until)));
                Write([new Fact(new ClockEvent.Resumed(clock.Clock, until, due, act.Id), until)]);
            }

            if (rule.Extend.FirstOrDefault(e => Fires(e.By) && clock.Extensions.Length < e.Times) is { } extension && clock is { IsOpen: true, Miss: null })
            {
                var due = ClockCounting.Extend(clock.Due, extension.Term, law.Calendar, clock.Roll, clock.Excluded);
                Write([new Fact(new ClockEvent.Extended(clock.Clock, extension.Term, due, extension.Article, act.Id), act.OccurredAt)]);
            }

            if (rule.Stop.Any(s => s.Act is not null && Fires(s)))
            {
                Write(Stop(_state.Clocks.Find(clock.Clock), act.OccurredAt, act.Id, now));
            }

            if (rule.Reopen.Any(Fires) && _state.Clocks.Find(clock.Clock) is { Stop: not null })
            {
                Write([new Fact(new ClockEvent.Reopened(clock.Clock, act.OccurredAt, act.Id), act.OccurredAt)]);
            }
        }

        /// <summary>The instances of a rule that this act can turn: the one it refers to, where it refers to one, else all.</summary>
        private IEnumerable<ClockState> About(ClockRule rule)
        {
            var instances = _state.Clocks.Clocks.Values.Where(c => c.Rule == rule.Id && c.By != _root).ToImmutableArray();
            var meant = act.RefersTo is { } refersTo ? instances.Where(c => c.SubjectId == _state.RootOf(refersTo)).ToImmutableArray() : [];
            return meant.IsEmpty ? instances : meant;
        }

        private bool Fires(Trigger trigger) => trigger switch
        {
            { Fact: ClockFact.AvDue } => act is { Av: AvNeed.Required, Exemption: null },
            { Act: { } kind } => kind == act.Kind && (trigger.Field is null || act.Fields.GetValueOrDefault(trigger.Field) == trigger.Is),
            _ => false,
        };

        private DateOnly? DateOf(ClockRule rule) =>
            rule.DateField is { } field && DateOnly.TryParseExact(act.Fields.GetValueOrDefault(field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

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
