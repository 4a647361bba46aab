using System.Collections.Immutable;
using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Regulations;
using Enforcement.Domain.Supervision;

namespace Enforcement.Domain.Cases;

/// <summary>What acts do to the terms of a case: begin, stop, re-open, suspend, extend; and what time does to them.</summary>
internal static partial class CaseClocks
{
    /// <summary>The facts about terms that follow from a recorded act, in order.</summary>
    internal static ImmutableArray<Fact> After(CaseState before, CaseEvent.ActRecorded recorded, CaseLaw law, DateTimeOffset now)
    {
        var replaced = recorded.Act.Corrects is { } correction ? before.Find(correction.Act)!.Entry : null;
        var run = new Run(CaseState.Evolve(before, recorded), recorded.Act, replaced, law, now);
        if (replaced is not null)
        {
            run.Correct(replaced);
        }

        foreach (var rule in law.Profile.Clocks.Where(c => c.Subject is not ClockSubject.Recording))
        {
            run.Apply(rule);
        }

        run.AvStops();
        return run.Facts;
    }

    /// <summary>Stops the terms of acts whose recordings are now all stored.</summary>
    internal static IEnumerable<Fact> AvStops(CaseState after, Profile profile, DateTimeOffset now) =>
        from rule in AvRules(profile)
        from act in after.Standing
        where act.AvStored
        from fact in Stop(AvClock(after, rule, act), act.Recordings.Max(r => r.Entry.StoredAt)!.Value, act.Recordings[^1].Entry.Id, now)
        select fact;

    /// <summary>Lets the hand-in terms of acts follow the remote work that was declared for their recordings.</summary>
    internal static ImmutableArray<Fact> FollowRemoteWork(CaseState state, CaseCommand.FollowRemoteWork c, CaseLaw law, DateTimeOffset now)
    {
        if (law.Profile.Clocks.Select(r => r.RemoteWork).FirstOrDefault(r => r is not null) is not { } remote)
        {
            return [];
        }

        var rules = AvRules(law.Profile).ToImmutableArray();
        var clocks = state.Standing
            .Where(a => a.Recordings.Any(r => r.Entry.Id == c.Recording && r.Entry.StoredAt is null))
            .SelectMany(a => rules.Select(r => (Clock: AvClock(state, r, a), Own: a.Entry.AvEnded ?? a.Entry.OccurredAt)))
            .Where(k => k.Clock is { Miss: null });

        // Several recordings of one act: the first return counts, and a clock that runs from it waits for no other.
        return [.. clocks.Where(k => k.Clock!.AwaitsReturn || k.Clock.Started == k.Own).Select(k => Follow(k.Clock!, c, remote, law.Calendar, now)).OfType<Fact>()];
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
        var until = TermSentence.End((clock.Override?.Term ?? clock.Term).Unit, due);
        var text = clock.Advisory
            ? new Words($"提示：“{clock.Name.Zh}”已于{until.Zh}届满", $"Hint: \"{clock.Name.En}\" ended {until.En}")
            : new Words($"“{clock.Name.Zh}”逾期，应于{until.Zh}前完成", $"\"{clock.Name.En}\" was missed; it was due {until.En}");
        yield return new Fact(new FindingEvent.Raised($"f-{clock.Clock}", clock.Advisory ? "clock.advisory" : "clock.missed", clock.Article, clock.Advisory, text, clock.Clock, now), now);
    }

    /// <summary>The facts of a term that is met at an instant: missed first, when that was too late and not yet noticed.</summary>
    internal static IEnumerable<Fact> Stop(ClockState? clock, DateTimeOffset at, string by, DateTimeOffset now) =>
        clock is { IsOpen: true } ? Met(clock, at, by, now) : [];

    private static IEnumerable<Fact> Met(ClockState clock, DateTimeOffset at, string by, DateTimeOffset now)
    {
        var late = IsLate(clock, at);
        if (late && clock.Miss is null)
        {
            foreach (var fact in Miss(clock, now))
            {
                yield return fact;
            }
        }

        yield return new Fact(new ClockEvent.Stopped(clock.Clock, at, late, by), at);
    }

    /// <summary>Whether an instant lies behind the end of a term that is not standing still.</summary>
    private static bool IsLate(ClockState clock, DateTimeOffset at) =>
        clock is { Suspension: null, Due.At: { } due } && Terms.IsMissed(clock.Term.Unit, due, at);

    private static IEnumerable<ClockRule> AvRules(Profile profile) =>
        profile.Clocks.Where(c => c.Subject is ClockSubject.Act && c.Stop.Any(s => s.Fact is ClockFact.AvStored));

    private static ClockState? AvClock(CaseState state, ClockRule rule, ActState act) =>
        state.Clocks.Clocks.Values.FirstOrDefault(c => c.IsOpen && c.Rule == rule.Id && c.SubjectId == act.Root);

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
}
