using System.Collections.Immutable;
using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Cases;

internal static partial class CaseClocks
{
    private sealed partial class Run
    {
        /// <summary>Terms that the corrected entry began, stopped or suspended are decided again with the entry that stands now.</summary>
        public void Correct(ActEntry old)
        {
            foreach (var (clock, rule) in Ruled(c => c.By == _root && !c.IsCancelled))
            {
                Restart(clock, rule, old);
            }

            foreach (var (clock, rule) in Ruled(c => c.Stop is { } stop && _state.RootOf(stop.By) == _root))
            {
                StopAgain(clock, rule);
            }

            foreach (var (clock, rule) in Ruled(c => !c.IsCancelled && c.Suspension is { } since && _state.RootOf(since.By) == _root))
            {
                SuspendAgain(clock, rule);
            }

            foreach (var (clock, rule) in Ruled(c => !c.IsCancelled && c.Pauses.Any(p => _state.RootOf(p.From) == _root || _state.RootOf(p.Until) == _root)))
            {
                LeaveOutAgain(clock, rule);
            }

            foreach (var (clock, rule) in Ruled(c => !c.IsCancelled && c.Extensions.Any(e => _state.RootOf(e.By) == _root)))
            {
                Withdraw(clock, rule);
            }

            CloseAgain(old);
        }

        /// <summary>A form that was sent back by mistake: with the correction, its term is met again by what had met it.</summary>
        private void CloseAgain(ActEntry old)
        {
            foreach (var rule in law.Profile.Clocks.Where(r => r.Reopen.Any(t => CaseClocks.Fires(t, old)) && !r.Reopen.Any(Fires)))
            {
                foreach (var clock in About(rule, act).Where(c => c.IsOpen))
                {
                    var met = _state.Standing.LastOrDefault(a => a.Entry.OccurredAt >= clock.Started && rule.Stop.Any(s => CaseClocks.Fires(s, a.Entry)));
                    if (met is not null && !_state.Standing.Any(a => a.Place > met.Place && rule.Reopen.Any(t => CaseClocks.Fires(t, a.Entry))))
                    {
                        Write(Stop(clock, met.Entry.OccurredAt, met.Entry.Id, now));
                    }
                }
            }
        }

        private ImmutableArray<(ClockState Clock, ClockRule Rule)> Ruled(Func<ClockState, bool> which) =>
            [.. _state.Clocks.Clocks.Values.Where(which).Select(c => (c, law.Profile.Clock(c.Rule))).Where(x => x.Item2 is not null).Select(x => (x.c, x.Item2!))];

        private void Restart(ClockState clock, ClockRule rule, ActEntry old)
        {
            var (started, date) = (StartOf(rule, act), DateOf(rule, act));
            if (!rule.Start.Any(Fires) || (rule.DateField is not null && date is null))
            {
                Write([new Fact(new ClockEvent.Cancelled(clock.Clock, now, act.Id), now)]);
                if (rule.Subject is ClockSubject.Case && _state.Standing.FirstOrDefault(a => a.Root != _root && rule.Start.Any(s => CaseClocks.Fires(s, a.Entry))) is { } next)
                {
                    Begin(rule, next.Entry, next.Root);
                }

                return;
            }

            // A start that something else has moved (the return from remote work) stays where it was moved to.
            var due = ClockCounting.Due(clock with { Date = date }, law.Calendar, started: started);
            if (clock.Started != StartOf(rule, old) || clock.AwaitsReturn || (started == clock.Started && due == clock.Due))
            {
                return;
            }

            Write([new Fact(new ClockEvent.Restated(clock.Clock, started, clock.Term, due, RestatementCause.StartCorrected, clock.Article), now)]);
            Judge(clock);
        }

        private void StopAgain(ClockState clock, ClockRule rule)
        {
            if (Stops(act))
            {
                if (clock.Stop!.At != act.OccurredAt)
                {
                    Write(Met(clock, act.OccurredAt, act.Id, now));
                }

                return;
            }

            Write([new Fact(new ClockEvent.Reopened(clock.Clock, now, act.Id), now)]);
            if (_state.Standing.FirstOrDefault(a => a.Root != _root && a.Entry.OccurredAt >= clock.Started && Stops(a.Entry)) is { } other)
            {
                Write(Stop(_state.Clocks.Find(clock.Clock), other.Entry.OccurredAt, other.Entry.Id, now));
            }

            bool Stops(ActEntry by) => rule.Stop.Any(s => CaseClocks.Fires(s, by)) && by.OccurredAt >= clock.Started && (rule.Subject is ClockSubject.Case || About(rule, by).Any(c => c.Clock == clock.Clock));
        }

        private void SuspendAgain(ClockState clock, ClockRule rule)
        {
            var since = clock.Suspension!;
            if (rule.Suspend.FirstOrDefault(s => Fires(s.From)) is not { } pause)
            {
                Write([new Fact(new ClockEvent.Resumed(clock.Clock, since.From, ClockCounting.Due(clock, law.Calendar), act.Id), since.From)]);
            }
            else if (since.From != act.OccurredAt)
            {
                Write([new Fact(new ClockEvent.Suspended(clock.Clock, act.OccurredAt, act.Name, pause.Article, act.Id), act.OccurredAt)]);
            }
        }

        /// <summary>A suspension that is over, and whose beginning or end was corrected: the time left out is measured again.</summary>
        private void LeaveOutAgain(ClockState clock, ClockRule rule)
        {
            var excluded = clock.Excluded.Zip(clock.Pauses, (interval, pause) =>
            {
                var from = _state.RootOf(pause.From) == _root ? Moved(rule.Suspend.Any(s => Fires(s.From)), interval.Until) : interval.From;
                var until = _state.RootOf(pause.Until) == _root ? Moved(rule.Suspend.Any(s => Fires(s.Until)), from) : interval.Until;
                return new Interval(from, until > from ? until : from);
            }).ToImmutableArray();
            if (excluded.SequenceEqual(clock.Excluded))
            {
                return;
            }

            var due = ClockCounting.Due(clock, law.Calendar, excluded: excluded);
            Write([new Fact(new ClockEvent.Restated(clock.Clock, clock.Started, clock.Term, due, RestatementCause.SuspensionCorrected, clock.Article, excluded), now)]);
            Judge(clock);

            DateTimeOffset Moved(bool fires, DateTimeOffset otherwise) => fires ? act.OccurredAt : otherwise;
        }

        /// <summary>An act that had extended a term and does so no more.</summary>
        private void Withdraw(ClockState clock, ClockRule rule)
        {
            if (rule.Extend.Any(e => Fires(e.By)))
            {
                return;
            }

            var due = ClockCounting.Due(clock, law.Calendar, extensions: []);
            Write([new Fact(new ClockEvent.Restated(clock.Clock, clock.Started, clock.Term, due, RestatementCause.ExtensionWithdrawn, clock.Article), now)]);
            foreach (var standing in clock.Extensions.Where(e => _state.RootOf(e.By) != _root))
            {
                due = ClockCounting.Extend(due, standing.Extension, law.Calendar, clock.Roll, clock.Excluded);
                Write([new Fact(standing with { Due = due }, now)]);
            }

            Judge(clock);
        }

        /// <summary>Whether a met term was met in time, asked again after its end has moved.</summary>
        private void Judge(ClockState clock)
        {
            if (clock.Stop is { } stop && _state.Clocks.Find(clock.Clock) is { } restated && IsLate(restated, stop.At) != stop.Late)
            {
                Write(Met(restated, stop.At, stop.By, now));
            }
        }
    }
}
