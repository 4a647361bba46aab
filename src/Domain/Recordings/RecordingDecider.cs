using System.Collections.Immutable;
using System.Diagnostics;
using Enforcement.Domain.Cases;
using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Regulations;
using Enforcement.Domain.Supervision;

namespace Enforcement.Domain.Recordings;

/// <summary>The rules of a recording, as a pure function of the past, the command, the law and the time.</summary>
public static class RecordingDecider
{
    private const string ReturnClock = "remote-return";

    /// <summary>What was recorded longer ago is a slip of the pen, not a find.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(3650);

    /// <summary>Decides a command; see <see cref="CaseDecider.Decide"/> for the contract.</summary>
    public static Decision<Fact> Decide(RecordingState state, RecordingCommand command, CaseLaw law, Person by, DateTimeOffset now)
    {
        if (!state.Exists && command is not RecordingCommand.Announce)
        {
            return Refused(RecordingRefusals.Unannounced());
        }

        var decision = command switch
        {
            RecordingCommand.Announce c => Announce(state, c, law, now),
            RecordingCommand.End c => End(state, c, law, now),
            RecordingCommand.Store c => Store(state, c, law, now),
            RecordingCommand.Link c => Link(state, c, now),
            RecordingCommand.DeclareRemoteWork c => DeclareRemoteWork(state, c, law, now),
            RecordingCommand.DeclareReturn c => DeclareReturn(state, c, law, now),
            RecordingCommand.View c => Accepted([new Fact(new RecordingEvent.Viewed(c.Purpose), now)]),
            RecordingCommand.Mark c => MarkRules.Mark(state, c, by, now),
            RecordingCommand.WithdrawMark c => MarkRules.Withdraw(state, c, by, now),
            RecordingCommand.Corrupt c => Corrupt(state, c, law, now),
            RecordingCommand.ResolveFinding c => ResolveFinding(state, c, by, now),
            RecordingCommand.CheckDeadlines => Accepted(CaseClocks.Recount(state.Clocks, law.Calendar, now)),
            RecordingCommand.RecountProvisional => Accepted(CaseClocks.Recount(state.Clocks, law.Calendar, now)),
            _ => throw new UnreachableException($"RecordingDecider does not know {command.GetType().Name}."),
        };
        return decision is Decision<Fact>.Accepted { Events: var facts }
            ? Accepted([.. facts, .. CaseClocks.Misses(facts.Aggregate(state, RecordingState.Evolve).Clocks, now)])
            : decision;
    }

    private static Decision<Fact> Announce(RecordingState state, RecordingCommand.Announce c, CaseLaw law, DateTimeOffset now)
    {
        if (state.Announcement is { } known)
        {
            return known.OfficerId == c.OfficerId && known.StartedAt == c.StartedAt && known.Bureau == c.Bureau ? Accepted([]) : Refused(RecordingRefusals.Announced());
        }

        List<Violation> broken = [];
        if (c.OfficerName is null)
        {
            broken.Add(RecordingRefusals.UnknownOfficer(c.OfficerId));
        }

        if (c.StartedAt > now || c.EndedAt > now)
        {
            broken.Add(CaseRefusals.Future(c.StartedAt > now ? "startedAt" : "endedAt"));
        }

        if (c.EndedAt < c.StartedAt)
        {
            broken.Add(RecordingRefusals.EndsBeforeStart());
        }

        if (now - c.StartedAt > Oldest)
        {
            broken.Add(RecordingRefusals.TooOld());
        }

        if (c.Place is { Length: > 200 } || !PlainText.IsClean(c.Place))
        {
            broken.Add(RecordingRefusals.BadPlace());
        }

        if (c.RecorderId is { Length: 0 or > 64 } || !PlainText.IsClean(c.RecorderId))
        {
            broken.Add(RecordingRefusals.BadRecorder());
        }

        if (broken is not [])
        {
            return Refused([.. broken]);
        }

        var announced = new RecordingEvent.Announced(
            c.Bureau, c.RecorderId, c.OfficerId, c.OfficerName!, c.Mode, c.StartedAt, c.EndedAt, c.Place, law.Profile.Id, law.Pinned.Hash);
        return Accepted([new Fact(announced, c.StartedAt), .. c.EndedAt is { } ended ? HandIn(law, ended) : []]);
    }

    private static Decision<Fact> End(RecordingState state, RecordingCommand.End c, CaseLaw law, DateTimeOffset now) =>
        state.EndedAt == c.EndedAt ? Accepted([])
        : state.EndedAt is not null ? Refused(RecordingRefusals.EndedAlready())
        : c.EndedAt > now ? Refused(CaseRefusals.Future("endedAt"))
        : c.EndedAt < state.Announcement!.StartedAt ? Refused(RecordingRefusals.EndsBeforeStart())
        : Accepted([new Fact(new RecordingEvent.Ended(c.EndedAt), c.EndedAt), .. HandInAfterEnd(state, law, c.EndedAt, now)]);

    /// <summary>A file may have come before its end was told: its term is counted all the same, and met when it came.</summary>
    private static ImmutableArray<Fact> HandInAfterEnd(RecordingState state, CaseLaw law, DateTimeOffset ended, DateTimeOffset now)
    {
        var begun = HandIn(law, ended).ToImmutableArray();
        if (state.StoredAt is not { } stored)
        {
            return begun;
        }

        var book = begun.Aggregate(state, RecordingState.Evolve).Clocks;
        return [.. begun, .. begun.SelectMany(f => CaseClocks.Stop(book.Find(((ClockEvent)f.Event).Clock), stored, "recording", now))];
    }

    private static IEnumerable<Fact> HandIn(CaseLaw law, DateTimeOffset ended) =>
        from rule in law.Profile.Clocks
        where rule.Subject is ClockSubject.Recording && rule.Start.Any(s => s.Fact is ClockFact.RecordingEnded)
        let due = Terms.Due(rule.Term, ended, null, law.Calendar, rule.Roll, [])
        select new Fact(new ClockEvent.Began(rule.Id, rule.Id, rule.Name, rule.Article, null, "recording", ended, rule.Term, null, rule.Roll, due, rule.Advisory, rule.Warn), ended);

    private static Decision<Fact> Store(RecordingState state, RecordingCommand.Store c, CaseLaw law, DateTimeOffset now)
    {
        if (state.File is { } file)
        {
            return file.Sha256 == c.File.Sha256 ? Accepted([]) : Refused(RecordingRefusals.OriginalKept(law.Profile.Recordings.Article));
        }

        var stops = law.Profile.Clocks
            .Where(r => r.Subject is ClockSubject.Recording && r.Stop.Any(s => s.Fact is ClockFact.RecordingStored))
            .Select(r => r.Id)
            .Append(ReturnClock)
            .SelectMany(id => CaseClocks.Stop(state.Clocks.Find(id), now, "recording", now));
        return Accepted([new Fact(new RecordingEvent.Stored(c.File), now), .. stops]);
    }

    private static Decision<Fact> Link(RecordingState state, RecordingCommand.Link c, DateTimeOffset now) => state.Link switch
    {
        null => Accepted([new Fact(new RecordingEvent.Linked(c.CaseId, c.CaseNumber, c.Act), now)]),
        { } link when link.CaseId == c.CaseId => Accepted([]),
        _ => Refused(RecordingRefusals.LinkedElsewhere(state.Link.CaseNumber)),
    };

    private static Decision<Fact> DeclareRemoteWork(RecordingState state, RecordingCommand.DeclareRemoteWork c, CaseLaw law, DateTimeOffset now)
    {
        var rule = law.Profile.Clocks.FirstOrDefault(r => r.RemoteWork is not null);
        if (rule?.RemoteWork is not { } remote)
        {
            return Refused(RecordingRefusals.NoRemoteWork(law.Profile.Scope.Article));
        }

        if (state.Clocks.Find(rule.Id) is not { IsOpen: true } clock)
        {
            return Refused(RecordingRefusals.NothingRuns(remote.Article));
        }

        if (clock.AwaitsReturn)
        {
            return Accepted([]);
        }

        List<Violation> broken = [];
        if (clock.Due.At is { } at && Terms.IsMissed(clock.Term.Unit, at, now))
        {
            broken.Add(RecordingRefusals.RemoteTooLate(remote.Article));
        }

        if (state.ReturnedAt is not null)
        {
            broken.Add(RecordingRefusals.ReturnedAlready(remote.Article));
        }

        if (remote.Grounds.All(g => g.Id != c.Ground))
        {
            broken.Add(RecordingRefusals.UnknownGround(remote));
        }

        if (string.IsNullOrWhiteSpace(c.Reason))
        {
            broken.Add(RecordingRefusals.RemoteReason(remote.Article));
        }

        if (broken is not [])
        {
            return Refused([.. broken]);
        }

        var waiting = new DueInstant(null, Provisional: false, CalendarVersion: null);
        var back = Term.Days(15);
        return Accepted(
        [
            new Fact(new RecordingEvent.RemoteWorkDeclared(c.Ground, c.Reason, remote.Article), now),
            new Fact(new ClockEvent.Restated(clock.Clock, clock.Started, clock.Term, waiting, RestatementCause.RemoteWorkDeclared, remote.Article), now),
            new Fact(
                new ClockEvent.Began(ReturnClock, ReturnClock, new("申报返回单位", "Return to the unit declared"), remote.Article, null, "recording", now, back, null, Roll: false, Terms.Due(back, now, null, law.Calendar, false, []), Advisory: true, []),
                now),
        ]);
    }

    private static Decision<Fact> DeclareReturn(RecordingState state, RecordingCommand.DeclareReturn c, CaseLaw law, DateTimeOffset now)
    {
        var rule = law.Profile.Clocks.FirstOrDefault(r => r.RemoteWork is not null);
        if (state.RemoteWork is null || rule?.RemoteWork is not { } remote)
        {
            return Refused(RecordingRefusals.NotRemote());
        }

        if (state.ReturnedAt is { } before)
        {
            return before == c.ReturnedAt ? Accepted([]) : Refused(RecordingRefusals.ReturnedAlready(remote.Article));
        }

        if (c.ReturnedAt > now)
        {
            return Refused(CaseRefusals.Future("returnedAt"));
        }

        if (c.ReturnedAt < state.EndedAt)
        {
            return Refused(RecordingRefusals.ReturnBeforeEnd());
        }

        List<Fact> facts = [new Fact(new RecordingEvent.Returned(c.ReturnedAt), c.ReturnedAt)];
        if (state.Clocks.Find(rule.Id) is { IsOpen: true } clock)
        {
            var due = Terms.Due(remote.Term, c.ReturnedAt, null, law.Calendar, clock.Roll, []);
            facts.Add(new Fact(new ClockEvent.Restated(clock.Clock, c.ReturnedAt, remote.Term, due, RestatementCause.ReturnedToUnit, remote.Article), c.ReturnedAt));
        }

        facts.AddRange(CaseClocks.Stop(state.Clocks.Find(ReturnClock), c.ReturnedAt, "recording", now));
        return Accepted([.. facts]);
    }

    private static Decision<Fact> Corrupt(RecordingState state, RecordingCommand.Corrupt c, CaseLaw law, DateTimeOffset now) =>
        state.CorruptedLeaf == c.Leaf ? Accepted([]) : Accepted(
        [
            new Fact(new RecordingEvent.Corrupted(c.Leaf), now),
            new Fact(
                new FindingEvent.Raised($"f-corrupted-{c.Leaf}", "recording.corrupted", law.Profile.Archive.Article, Advisory: false, new($"存储的音像记录与其摘要不符（第{c.Leaf + 1}块）", $"The stored recording no longer matches its hash (leaf {c.Leaf + 1})"), "recording", now),
                now),
        ]);

    private static Decision<Fact> ResolveFinding(RecordingState state, RecordingCommand.ResolveFinding c, Person by, DateTimeOffset now) =>
        state.Findings.Find(c.Finding) is not { } finding ? Refused(CaseRefusals.UnknownFinding())
        : CaseRefusals.Fault("resolution", new("处理意见", "Resolution"), c.Resolution, FindingBook.LongestResolution, lines: true) is { } fault ? Refused(fault)
        : finding.Resolution is { } done ? (done.Resolution == c.Resolution ? Accepted([]) : Refused(CaseRefusals.UnknownFinding()))
        : Accepted([new Fact(new FindingEvent.Resolved(c.Finding, c.Resolution, by.Name, now), now)]);

    private static Decision<Fact> Accepted(ImmutableArray<Fact> facts) => new Decision<Fact>.Accepted(facts);

    private static Decision<Fact> Refused(params ImmutableArray<Violation> broken) => new Decision<Fact>.Refused(broken);
}
