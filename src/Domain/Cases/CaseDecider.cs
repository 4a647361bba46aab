using System.Collections.Immutable;
using System.Diagnostics;
using Enforcement.Domain.Regulations;
using Enforcement.Domain.Supervision;

namespace Enforcement.Domain.Cases;

/// <summary>The rules of a case [案件], as a pure function of the past, the command, the law and the time.</summary>
/// <remarks>
/// Whatever the command, terms that have fallen due by <c>now</c> are noticed with it, so that any visit finds them.
/// A refused command notices nothing: refusals write nothing; the next sweep does.
/// </remarks>
public static partial class CaseDecider
{
    /// <summary>Decides a command.</summary>
    /// <param name="state">What the ledger adds up to.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="law">The pinned profile and the calendar.</param>
    /// <param name="by">Who wants it.</param>
    /// <param name="now">The legal clock's instant, UTC, whole microseconds.</param>
    /// <returns>The facts to record, each with its instant, or every broken rule.</returns>
    public static Decision<Fact> Decide(CaseState state, CaseCommand command, CaseLaw law, Person by, DateTimeOffset now)
    {
        if (command is CaseCommand.Open == state.Exists)
        {
            return Refused(state.Exists ? CaseRefusals.Exists() : CaseRefusals.NotFound());
        }

        var decision = command switch
        {
            CaseCommand.Open c => Open(c, law, by, now),
            CaseCommand.RecordAct c => Record(state, c.Act, law, by, now),
            CaseCommand.AttachDocument c => AttachDocument(state, c, law, now),
            CaseCommand.LinkRecording c => LinkRecording(state, c, law, now),
            CaseCommand.DescribeRecording c => DescribeRecording(state, c, law, now),
            CaseCommand.ConfirmStored c => ConfirmStored(state, c, law, now),
            CaseCommand.FollowRemoteWork c => Accepted(CaseClocks.FollowRemoteWork(state, c, law, now)),
            CaseCommand.OverrideClock c => OverrideClock(state, c, law, now),
            CaseCommand.ResolveFinding c => ResolveFinding(state, c, by, now),
            // A year that was published while nothing ran is counted before anything is called missed.
            CaseCommand.CheckDeadlines => Accepted(CaseClocks.Recount(state.Clocks, law.Calendar, now)),
            CaseCommand.RecountProvisional => Accepted(CaseClocks.Recount(state.Clocks, law.Calendar, now)),
            _ => throw new UnreachableException($"CaseDecider does not know {command.GetType().Name}."),
        };
        return decision is Decision<Fact>.Accepted { Events: var facts } ? Accepted([.. facts, .. Misses(state, facts, now)]) : decision;
    }

    private static IEnumerable<Fact> Misses(CaseState state, IReadOnlyList<Fact> facts, DateTimeOffset now)
    {
        var after = facts.Select(f => f.Event).Aggregate(state, CaseState.Evolve);
        return CaseClocks.Misses(after.Clocks, now);
    }

    private static Decision<Fact> AttachDocument(CaseState state, CaseCommand.AttachDocument c, CaseLaw law, DateTimeOffset now)
    {
        if (state.Find(c.Act) is not { CorrectedBy: null } act)
        {
            return Refused(CaseRefusals.UnknownEntry("act"));
        }

        List<Violation> broken = [.. ArchivedFault(state, law)];
        if (!PlainText.IsLine(c.Document.Title, 200) || !PlainText.IsLine(c.Document.Id, 100) || c.Document.Number is { Length: > 100 } || !PlainText.IsClean(c.Document.Number))
        {
            broken.Add(CaseRefusals.Text("title", new("文书名称", "Document title")));
        }

        broken.AddRange(ActForm.Hashes([c.Document], law.Profile.Archive.Article));

        return broken is []
            ? Accepted(act.Documents.Contains(c.Document) ? [] : [new Fact(new CaseEvent.DocumentAttached(c.Act, c.Document), now)])
            : Refused([.. broken]);
    }

    private static Decision<Fact> LinkRecording(CaseState state, CaseCommand.LinkRecording c, CaseLaw law, DateTimeOffset now)
    {
        if (state.Find(c.Act) is not { CorrectedBy: null } act)
        {
            return Refused(CaseRefusals.UnknownEntry("act"));
        }

        if (act.Recordings.Any(r => r.Entry.Id == c.Recording.Id))
        {
            return Accepted([]);
        }

        // One film may show several acts: it is linked to each of them.
        List<Violation> broken = [.. ArchivedFault(state, law)];
        return broken is []
            ? Accepted(WithAvStops(state, [new Fact(new CaseEvent.RecordingLinked(c.Act, c.Recording), now)], law, now))
            : Refused([.. broken]);
    }

    private static Decision<Fact> ConfirmStored(CaseState state, CaseCommand.ConfirmStored c, CaseLaw law, DateTimeOffset now)
    {
        var linked = state.Acts.SelectMany(a => a.Recordings).Where(r => r.Entry.Id == c.Recording).ToImmutableArray();
        return linked.IsEmpty ? Refused(CaseRefusals.RecordingUnknown())
            : linked.All(r => r.Entry.StoredAt is not null) ? Accepted([])
            : Accepted(WithAvStops(state, [new Fact(new CaseEvent.RecordingStored(c.Recording, c.Sha256, c.StoredAt), c.StoredAt)], law, now));
    }

    private static ImmutableArray<Fact> WithAvStops(CaseState state, ImmutableArray<Fact> facts, CaseLaw law, DateTimeOffset now)
    {
        var after = facts.Select(f => f.Event).Aggregate(state, CaseState.Evolve);
        return [.. facts, .. CaseClocks.AvStops(after, law.Profile, now)];
    }

    private static Decision<Fact> DescribeRecording(CaseState state, CaseCommand.DescribeRecording c, CaseLaw law, DateTimeOffset now)
    {
        if (!state.Standing.Any(a => a.Recordings.Any(r => r.Entry.Id == c.Recording)))
        {
            return Refused(CaseRefusals.RecordingUnknown());
        }

        List<Violation> broken = [.. ArchivedFault(state, law)];
        var archive = law.Profile.Archive;
        foreach (var id in c.Fields.Keys.Where(id => archive.RecordingFields.All(f => f.Id != id)).Order(StringComparer.Ordinal))
        {
            broken.Add(new("field.unknown", archive.Article, new($"电子记录的文字说明没有“{id}”这一事项", $"The description has no field \"{id}\""), new("删去该事项", "Leave it out"), id));
        }

        if (c.Fields.IsEmpty && string.IsNullOrWhiteSpace(c.Transcript))
        {
            broken.Add(CaseRefusals.Text("fields", new("文字说明", "Description")));
        }

        return broken is [] ? Accepted([new Fact(new CaseEvent.RecordingDescribed(c.Recording, c.Fields, c.Transcript), now)]) : Refused([.. broken]);
    }

    private static Decision<Fact> OverrideClock(CaseState state, CaseCommand.OverrideClock c, CaseLaw law, DateTimeOffset now)
    {
        if (state.Clocks.Find(c.Clock) is not { IsOpen: true } clock || law.Profile.Clock(clock.Rule) is not { } rule)
        {
            return Refused(CaseRefusals.UnknownClock());
        }

        List<Violation> broken = [];
        if (rule.OverrideArticle is null)
        {
            broken.Add(CaseRefusals.NoOverride(rule.Article));
        }

        if (string.IsNullOrWhiteSpace(c.Source))
        {
            broken.Add(CaseRefusals.Text("source", new("替代期限的法律、法规、规章条文", "Provision that sets the term")));
        }

        if (string.IsNullOrWhiteSpace(c.Reason))
        {
            broken.Add(CaseRefusals.Text("reason", new("适用理由", "Reason")));
        }

        return broken is [] ? Accepted(CaseClocks.Override(clock, c, rule.OverrideArticle!, law.Calendar, now)) : Refused([.. broken]);
    }

    private static Decision<Fact> ResolveFinding(CaseState state, CaseCommand.ResolveFinding c, Person by, DateTimeOffset now) =>
        state.Findings.Find(c.Finding) is not { } finding ? Refused(CaseRefusals.UnknownFinding())
        : CaseRefusals.Fault("resolution", new("处理意见", "Resolution"), c.Resolution, FindingBook.LongestResolution, lines: true) is { } fault ? Refused(fault)
        : finding.Resolution is { } done ? (done.Resolution == c.Resolution ? Accepted([]) : Refused(CaseRefusals.UnknownFinding()))
        : Accepted([new Fact(new FindingEvent.Resolved(c.Finding, c.Resolution, by.Name, now), now)]);

    private static IEnumerable<Violation> ArchivedFault(CaseState state, CaseLaw law) =>
        state.ArchivedAt is null ? [] : [CaseRefusals.Archived(law.Profile.Archive.Article)];

    private static Decision<Fact> Accepted(ImmutableArray<Fact> facts) => new Decision<Fact>.Accepted(facts);

    private static Decision<Fact> Refused(params ImmutableArray<Violation> broken) => new Decision<Fact>.Refused(broken);
}
