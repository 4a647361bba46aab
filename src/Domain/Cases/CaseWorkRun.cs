using System.Collections.Immutable;
using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Cases;

/// <summary>Collects what waits in one case.</summary>
internal sealed class CaseWorkRun(CaseState state, Profile profile)
{
    private readonly CaseSteps _steps = new(state, profile);
    private readonly Person _handler = CaseWork.HandlerOf(state);
    private readonly Dictionary<string, WorkItem> _items = new(StringComparer.Ordinal);

    public ImmutableArray<WorkItem> Items => [.. _items.Values];

    /// <summary>Forms that wait for a decision, and forms that came back.</summary>
    public void Forms()
    {
        foreach (var rule in profile.Acts.Where(r => Decisions.OutcomeOf(r) is not null))
        {
            var subject = rule.RefersTo.IsEmpty ? state.Latest(rule.Kind)?.Entry.RefersTo is { } to ? state.Standing.FirstOrDefault(a => a.Root == state.RootOf(to)) : null : _steps.FormOf(rule);
            var latest = subject is null ? state.Latest(rule.Kind) : Decisions.About(state, rule.Kind, subject);
            if (latest is not null && latest.Entry.Fields.GetValueOrDefault(Decisions.OutcomeField) == Decisions.Returned && !IsAnswered(rule, latest))
            {
                Back(rule, latest, subject);
            }
            else if (latest is null && subject is not null && _steps.IsDemanded(rule) && _steps.IsOpen(rule) && !IsSpent(subject))
            {
                Decide(rule, subject);
            }
            else if (rule is { RefersTo.IsEmpty: true, Reaches: not null } && state.Stage == rule.Stage && _steps.IsDemanded(rule) && _steps.IsOpen(rule)
                && (latest is null || latest.Entry.Fields.GetValueOrDefault(Decisions.OutcomeField) == Decisions.Returned))
            {
                // The regulation knows no form that is submitted: once the case has come to the stage of the decision, it may be taken.
                Decide(rule, null);
            }
        }
    }

    /// <summary>Acts that running terms wait for.</summary>
    public void Terms()
    {
        foreach (var clock in state.Clocks.Clocks.Values.Where(c => c is { IsOpen: true }).OrderBy(c => c.Advisory).ThenBy(c => c.Due.At ?? DateTimeOffset.MaxValue).ThenBy(c => c.Clock, StringComparer.Ordinal))
        {
            if (profile.Clock(clock.Rule) is not { } rule)
            {
                continue;
            }

            if (rule.Stop.Any(s => s.Fact is ClockFact.AvStored))
            {
                HandIn(clock);
            }
            else if (rule.Stop.Select(s => s.Act).OfType<string>().Distinct(StringComparer.Ordinal).Select(profile.Act).OfType<ActRule>().Select(stop => (Stop: stop, Next: NextOf(stop, clock))).FirstOrDefault(x => x.Next is not null) is { Next: { } next })
            {
                Wait(next, clock, IsUrgent(rule));
            }
        }
    }

    /// <summary>What the profile demands and the case does not have.</summary>
    public void Missing()
    {
        var missing = MissingItems();
        if (missing is [var first, ..])
        {
            Add(new WorkItem
            {
                Id = "complete",
                Kind = WorkKind.Complete,
                Roles = [_handler.Role],
                AssigneeId = _handler.Id,
                About = first.Act,
                Name = new($"补齐缺项{missing.Length}项：{first.Name.Zh}{(missing.Length > 1 ? "等" : string.Empty)}", $"Complete {missing.Length} missing: {first.Name.En}{(missing.Length > 1 ? " …" : string.Empty)}"),
                Article = first.Article,
                Since = state.Find(first.Act)!.Entry.RecordedAt,
            });
        }
    }

    /// <summary>A case in which nothing else is to be done is with its handler.</summary>
    public void Rest()
    {
        // What the archive still lacks waits for nobody in particular, and is no other work beside it.
        if (_items.Values.Any(i => i.Kind is not (WorkKind.Complete or WorkKind.HandIn) || i is { Kind: WorkKind.Complete, AssigneeId: null }))
        {
            return;
        }

        Add(new WorkItem
        {
            Id = "continue",
            Kind = WorkKind.Continue,
            Roles = [_handler.Role],
            AssigneeId = _handler.Id,
            Name = new($"继续办理（{StageNames.Of(state.Stage).Zh}）", $"Carry on ({StageNames.Of(state.Stage).En})"),
            Since = state.Acts[^1].Entry.RecordedAt,
        });
    }

    private ActRule? NextOf(ActRule stop, ClockState clock) =>
        // A measure waits for a decision about itself, whatever else the case has.
        clock.SubjectId is not null && Decisions.OutcomeOf(stop) is not null && stop.RefersTo.IsEmpty ? stop : _steps.NextTo(stop);

    private void Wait(ActRule next, ClockState clock, bool urgent)
    {
        var subject = clock.SubjectId is null ? null : state.Standing.FirstOrDefault(a => a.Root == clock.SubjectId);
        if (Decisions.OutcomeOf(next) is not null)
        {
            var about = next.RefersTo.IsEmpty ? subject : _steps.FormOf(next);
            var id = about is not null && _items.ContainsKey($"back:{next.Kind}:{about.Root}") ? $"back:{next.Kind}:{about.Root}" : DecisionId(next, about);
            if (!_items.ContainsKey(id))
            {
                Decide(next, about);
            }

            Hold(id, clock, urgent);
            return;
        }

        if (_items.Values.FirstOrDefault(i => i.Kind is WorkKind.SentBack && i.Act == next.Kind) is { } back)
        {
            Hold(back.Id, clock, urgent: false);
            return;
        }

        // Two seizures are lifted one by one; two terms that wait for the same decision wait once.
        var own = subject is not null && next.RefersTo.Contains(subject.Entry.Kind) ? subject : null;
        var key = own is null ? $"act:{next.Kind}" : $"act:{next.Kind}:{own.Root}";
        if (!_items.ContainsKey(key))
        {
            Add(next.Reaches is CaseStage.Archived && _steps.Obstacle(next) is { } obstacle ? NotYet(key, next, obstacle, clock) : new WorkItem
            {
                Id = key,
                Kind = next.Reaches is CaseStage.Archived ? WorkKind.Archive : WorkKind.NextAct,
                Roles = next.Roles.Contains(_handler.Role) ? [_handler.Role] : next.Roles,
                AssigneeId = next.Roles.Contains(_handler.Role) ? _handler.Id : null,
                Act = next.Kind,
                About = own?.Entry.Id,
                Name = next.Name,
                Article = next.Article,
                Since = state.Find(clock.By)?.Entry.RecordedAt ?? clock.Started,
            });
        }

        Hold(key, clock, urgent);
    }

    /// <summary>A file that cannot be archived yet says what it lacks; it becomes the act under the same id once nothing stands before it.</summary>
    private WorkItem NotYet(string key, ActRule archive, Gate obstacle, ClockState clock)
    {
        var missing = obstacle.Need.Complete is true ? MissingItems() : [];
        return new WorkItem
        {
            Id = key,
            Kind = WorkKind.Complete,
            Roles = archive.Roles,
            About = missing is [var one, ..] ? one.Act : null,
            Name = missing is [var first, ..]
                ? new($"暂不能归档，缺{missing.Length}项：{first.Name.Zh}{(missing.Length > 1 ? "等" : string.Empty)}", $"Not to be archived yet, {missing.Length} missing: {first.Name.En}{(missing.Length > 1 ? " …" : string.Empty)}")
                : new($"暂不能归档：{obstacle.Text.Zh}", $"Not to be archived yet: {obstacle.Text.En}"),
            Article = obstacle.Article,
            Since = state.Find(clock.By)?.Entry.RecordedAt ?? clock.Started,
        };
    }

    private CompletenessItem[] MissingItems() => [.. Completeness.Of(state, profile).Items.Where(i => i.Status is ItemStatus.Missing)];

    private void HandIn(ClockState clock)
    {
        // What is announced waits as a recording; only an act without any waits here.
        if (state.Standing.FirstOrDefault(a => a.Root == clock.SubjectId) is not { Recordings.IsEmpty: true } act)
        {
            return;
        }

        var id = $"hand-in:{act.Root}";
        Add(new WorkItem
        {
            Id = id,
            Kind = WorkKind.HandIn,
            Roles = [act.Entry.By.Role],
            AssigneeId = act.Entry.By.Id,
            About = act.Entry.Id,
            Name = new($"关联“{act.Entry.Name.Zh}”的音像记录", $"Link the recording of \"{act.Entry.Name.En}\""),
            Article = act.Entry.AvArticle,
            Since = act.Entry.RecordedAt,
        });
        Hold(id, clock, urgent: false);
    }

    private void Decide(ActRule rule, ActState? subject) => Add(new WorkItem
    {
        Id = DecisionId(rule, subject),
        Kind = rule.Roles.Contains("legal-reviewer") ? WorkKind.Review : WorkKind.Approval,
        Roles = rule.Roles,
        Act = rule.Kind,
        About = subject?.Entry.Id,
        Name = rule.Name,
        Article = rule.Article,
        Since = subject is null ? state.Acts[^1].Entry.RecordedAt
            : state.Standing.Where(a => a.Entry.RefersTo is { } to && state.RootOf(to) == subject.Root).Select(a => a.Entry.RecordedAt).Append(subject.Entry.RecordedAt).Max(),
    });

    private void Back(ActRule rule, ActState decision, ActState? subject)
    {
        var author = subject?.Entry.By ?? _handler;
        var form = subject?.Entry;
        Add(new WorkItem
        {
            Id = subject is null ? $"back:{rule.Kind}" : $"back:{rule.Kind}:{subject.Root}",
            Kind = WorkKind.SentBack,
            Roles = [author.Role],
            AssigneeId = author.Id,
            Act = rule.RefersTo.IsEmpty ? null : form?.Kind,
            About = decision.Entry.Id,
            Name = form?.Name ?? rule.Name,
            Article = rule.Article,
            Since = decision.Entry.RecordedAt,
            Note = decision.Entry.Fields.GetValueOrDefault("opinion"),
        });
    }

    /// <summary>Lets an item hold a term up: of several terms the one that ends first is shown.</summary>
    private void Hold(string id, ClockState clock, bool urgent)
    {
        var item = _items[id];
        var due = clock.Suspension is null ? clock.Due.At : null;
        if (item.Term is null || (due is not null && (item.DueAt is null || due < item.DueAt)))
        {
            item = item with { DueAt = due ?? item.DueAt, Term = clock.Name };
        }

        _items[id] = urgent && (item.Kind is WorkKind.NextAct or WorkKind.Approval) ? item with { Kind = WorkKind.BackApproval } : item;
    }

    /// <summary>A form on which somebody has decided unfavourably waits for nobody else.</summary>
    private bool IsSpent(ActState form) =>
        profile.Acts.Any(r => Decisions.OutcomeOf(r) is { } outcome && Decisions.About(state, r.Kind, form) is { } decided && !CaseSteps.IsFavourable(outcome, decided));

    /// <summary>Whether the handler has done something since a decision without a form was sent back.</summary>
    private bool IsAnswered(ActRule rule, ActState decision) => rule.RefersTo.IsEmpty && !IsLast(decision);

    private bool IsLast(ActState decision) => state.Standing.LastOrDefault(a => !a.Entry.Plain) == decision;

    /// <summary>The term of a report or an approval that must follow what was done at once: not the long terms that an urgent start begins as well.</summary>
    private static bool IsUrgent(ClockRule rule) =>
        rule.Term.Unit is TermUnit.Hours or TermUnit.Promptly && rule.Start.Any(s => s is { Act: "urgent-start" } or { Field: "urgent", Is: "true" });

    private static string DecisionId(ActRule rule, ActState? subject) => subject is null ? $"decide:{rule.Kind}" : $"decide:{rule.Kind}:{subject.Root}";

    private void Add(WorkItem item) => _items[item.Id] = item;
}
