using System.Collections.Immutable;
using Enforcement.Domain.Access;
using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Cases;

public static partial class CaseDecider
{
    private const string LateConsentKind = "late-entry-consent";

    private static Decision<Fact> Open(CaseCommand.Open c, CaseLaw law, Person by, DateTimeOffset now)
    {
        List<Violation> broken = [];
        if (!law.Profile.Scope.ActTypes.Contains(c.ActType))
        {
            broken.Add(CaseRefusals.OutOfScope(law.Profile, ActTypeNames.Of(c.ActType)));
        }

        broken.AddRange(new[]
        {
            CaseRefusals.Fault("title", new("案由", "Cause"), c.Title, 200),
            CaseRefusals.Fault("party.name", new("当事人姓名或名称", "Name of the party"), c.Party.Name, 200),
            CaseRefusals.Fault("party.idNumber", new("当事人证件号码", "Identity number of the party"), c.Party.IdNumber, 50, required: false),
            CaseRefusals.Fault("party.contact", new("当事人住址、电话", "Address or telephone of the party"), c.Party.Contact, 300, required: false),
        }.OfType<Violation>());

        var opening = new Fact(
            new CaseEvent.Opened(c.Number, c.Bureau, c.ActType, c.Origin, c.Title, c.Party, law.Profile.Id, law.Pinned.Hash),
            c.First.OccurredAt is { } at && at <= now ? at : now);
        var state = CaseState.Evolve(CaseState.None, opening.Event);
        if (law.Profile.Act(c.First.Kind) is { } rule && !rule.Opens.Contains(c.Origin))
        {
            broken.Add(CaseRefusals.NotOpening(rule, OriginNames.Of(c.Origin)));
        }
        else if (law.Profile.Act(c.First.Kind) is null)
        {
            broken.Add(CaseRefusals.UnknownAct(c.First.Kind));
        }

        return Record(state, c.First, law, by, now) switch
        {
            Decision<Fact>.Refused { Violations: var more } => Refused([.. broken.Concat(more).DistinctBy(v => (v.Code, v.Member))]),
            Decision<Fact>.Accepted { Events: var facts } when broken is [] => Accepted([opening, .. facts]),
            _ => Refused([.. broken]),
        };
    }

    private static Decision<Fact> Record(CaseState state, ActInput raw, CaseLaw law, Person by, DateTimeOffset now)
    {
        var input = raw with { Fields = raw.Fields.Where(f => !string.IsNullOrWhiteSpace(f.Value)).ToImmutableDictionary(f => f.Key, f => f.Value.Trim()) };
        var profile = law.Profile;
        if (profile.Act(input.Kind) is not { } rule)
        {
            return ActKinds.Find(input.Kind) is { } word
                ? RecordPlain(state, input, word, law, by, now)
                : Refused(CaseRefusals.UnknownAct(input.Kind));
        }

        var old = input.Corrects is { } corrects ? state.Find(corrects.Act)?.Entry : null;
        var refersTo = input.RefersTo ?? (old?.RefersTo is { } before && state.Standing.FirstOrDefault(a => a.Root == state.RootOf(before)) is { } standing ? standing : state.Latest(rule.RefersTo))?.Entry.Id;
        input = input with { RefersTo = refersTo };
        var av = AvDecision.Rule(rule, input, state, profile);
        List<Violation> broken =
        [
            .. Standing(state, rule, input, by),
            .. Instants(state, profile, rule.Declared ? null : rule, input, now),
            .. References(state, rule, refersTo),
            .. Decisions.Faults(state, rule, refersTo, input.Corrects?.Act, profile),
            .. Corrections(state, input),
            .. input.UnusableRecordings,
            .. ActForm.Faults(rule, input, state, profile),
            .. AvDecision.Faults(av, input, rule.Article),
            .. Gates(state, rule, input, profile),
        ];
        if (state.ArchivedAt is not null && !rule.AfterArchive && broken.All(v => v.Code != "case.archived"))
        {
            broken.Add(CaseRefusals.Archived(profile.Archive.Article));
        }

        if (broken is not [])
        {
            return Refused([.. broken]);
        }

        var entry = Entry(state, input, rule.Name, profile, by, now) with
        {
            Av = av?.Need ?? AvNeed.None,
            AvArticle = av?.Article,
            AvModes = av?.Modes ?? [],
            Exemption = input.Exemption is { } claim ? new AvExemptionEntry(claim.Ground, claim.Reason, av!.ExemptionArticle ?? av.Article) : null,
        };
        var reached = rule.Reaches is { } stage && Conditions.Holds(rule.ReachesWhen, state, input.Fields, profile, refersTo) ? stage : (CaseStage?)null;
        var flags = rule.Fields.Where(f => f.Sets is not null && input.Fields.ContainsKey(f.Id)).ToImmutableDictionary(f => f.Sets!, f => input.Fields[f.Id]);
        var recorded = new CaseEvent.ActRecorded(entry, reached, flags);
        return Accepted([new Fact(recorded, entry.OccurredAt), .. CaseClocks.After(state, recorded, law, now)]);
    }

    private static Decision<Fact> RecordPlain(CaseState state, ActInput input, ActKind word, CaseLaw law, Person by, DateTimeOffset now)
    {
        List<Violation> broken = [.. Instants(state, law.Profile, null, input, now), .. Corrections(state, input), .. input.UnusableRecordings];
        broken.AddRange(ActForm.PlainFaults(law.Profile.Archive.Article, input));
        broken.AddRange(AvDecision.Faults(null, input, law.Profile.Archive.Article));
        if (!word.ActTypes.IsEmpty && !word.ActTypes.Intersect(law.Profile.Scope.ActTypes).Any())
        {
            broken.Add(CaseRefusals.OutOfScope(law.Profile, word.Name));
        }

        if (input.RefersTo is { } refersTo && state.Find(refersTo) is not { CorrectedBy: null })
        {
            broken.Add(CaseRefusals.UnknownEntry("refersTo"));
        }

        if (word.Kind == LateConsentKind)
        {
            if (Kebab.Of(Role.LeaderInCharge) != by.Role && Kebab.Of(Role.MainLeader) != by.Role)
            {
                broken.Add(CaseRefusals.Role(word.Name, law.Profile.Archive.Article, [Kebab.Of(Role.LeaderInCharge), Kebab.Of(Role.MainLeader)]));
            }

            if (!input.Fields.ContainsKey("reason"))
            {
                broken.Add(CaseRefusals.Text("reason", new("同意补录的理由", "Reason of the consent")));
            }
        }

        foreach (var (id, _) in input.Fields.Where(f => f.Value.Length > 5000))
        {
            broken.Add(new("field.too-long", null, new($"“{id}”超过5000字", $"\"{id}\" is longer than 5000 characters"), new("缩短内容，或另附文书", "Shorten it or attach a document"), id));
        }

        if (state.ArchivedAt is not null && word.Kind != "note")
        {
            broken.Add(CaseRefusals.Archived(law.Profile.Archive.Article));
        }

        if (broken is not [])
        {
            return Refused([.. broken]);
        }

        var entry = Entry(state, input, word.Name, law.Profile, by, now) with { Plain = true };
        var recorded = new CaseEvent.ActRecorded(entry, null, ImmutableDictionary<string, string>.Empty);
        return Accepted([new Fact(recorded, entry.OccurredAt), .. CaseClocks.After(state, recorded, law, now)]);
    }

    private static ActEntry Entry(CaseState state, ActInput input, Words name, Profile profile, Person by, DateTimeOffset now)
    {
        // A correction that declares no instant is about what was written, not about when it happened: the act keeps its instants.
        var old = input.Corrects is { } corrects ? state.Find(corrects.Act)?.Entry : null;
        var occurredAt = input.OccurredAt ?? old?.OccurredAt ?? now;
        var kept = old is not null && old.OccurredAt == occurredAt;
        return new()
        {
            Id = $"a{state.Acts.Length + 1}",
            Kind = input.Kind,
            Name = name,
            OccurredAt = occurredAt,
            RecordedAt = now,
            By = by,
            LateEntry = kept ? old!.LateEntry : now - occurredAt > TimeSpan.FromHours(profile.Entry.LateAfterHours),
            Consent = input.ConsentAct is { } consent && state.Find(consent)?.Entry is { } e ? new LateConsent(e.Id, e.By.Name, e.Fields["reason"]) : kept ? old!.Consent : null,
            Fields = input.Fields,
            Officers = input.Officers,
            Documents = input.Documents,
            Signatures = input.Signatures,
            Recordings = input.Recordings,
            AvEnded = input.AvEnded ?? (kept ? old!.AvEnded : null),
            RefersTo = input.RefersTo,
            Corrects = input.Corrects,
        };
    }

    private static IEnumerable<Violation> Standing(CaseState state, ActRule rule, ActInput input, Person by)
    {
        if (!rule.ActTypes.IsEmpty && state.Opening is { } opening && !rule.ActTypes.Contains(opening.ActType))
        {
            yield return CaseRefusals.NotForActType(rule);
        }

        if (!rule.Roles.Contains(by.Role))
        {
            yield return CaseRefusals.Role(rule.Name, rule.Article, rule.Roles);
        }

        if (rule.Once && state.Latest(rule.Kind) is { } earlier && input.Corrects?.Act != earlier.Entry.Id)
        {
            yield return CaseRefusals.Once(rule);
        }

        foreach (var other in rule.NotBy)
        {
            if (state.Acts.LastOrDefault(a => a.Entry.Kind == other.Act && a.Entry.By.Id == by.Id) is { } own)
            {
                yield return CaseRefusals.SamePerson(other, own.Entry.Name);
            }
        }
    }

    private static IEnumerable<Violation> Instants(CaseState state, Profile profile, ActRule? undeclared, ActInput input, DateTimeOffset now)
    {
        if (undeclared is not null && input.OccurredAt is not null)
        {
            yield return CaseRefusals.NotDeclared(undeclared);
            yield break;
        }

        if (input.OccurredAt > now)
        {
            yield return CaseRefusals.Future("occurredAt");
        }

        if (input.AvEnded > now)
        {
            yield return CaseRefusals.Future("avEnded");
        }

        if (input.AvEnded < input.OccurredAt)
        {
            yield return new("instant.av-before-act", null, new("音像记录结束时间早于行为发生时间", "Recording ended before the act began"), new("核对时间", "Check the instants"), "avEnded");
        }

        var unmoved = input.Corrects is { } corrects && state.Find(corrects.Act)?.Entry.OccurredAt == input.OccurredAt;
        if (now - input.OccurredAt > TimeSpan.FromDays(profile.Entry.PastDays) && input.ConsentAct is null && !unmoved)
        {
            yield return CaseRefusals.TooLate(profile.Entry.PastDays);
        }

        if (input.ConsentAct is { } consent
            && (state.Find(consent) is not { CorrectedBy: null, Entry.Kind: LateConsentKind } || state.Standing.Any(a => a.Entry.Consent?.Act == consent)))
        {
            yield return CaseRefusals.BadConsent();
        }
    }

    private static IEnumerable<Violation> References(CaseState state, ActRule rule, string? refersTo)
    {
        if (rule.RefersTo.IsEmpty ? refersTo is not null && state.Find(refersTo) is not { CorrectedBy: null }
            : refersTo is null || state.Find(refersTo) is not { CorrectedBy: null } act || !rule.RefersTo.Contains(act.Entry.Kind))
        {
            yield return CaseRefusals.RefersToNothing(rule, rule.Article);
        }
    }

    private static IEnumerable<Violation> Corrections(CaseState state, ActInput input)
    {
        if (input.Corrects is { } c && (state.Find(c.Act) is not { CorrectedBy: null } old || old.Entry.Kind != input.Kind || string.IsNullOrWhiteSpace(c.Reason)))
        {
            yield return CaseRefusals.BadCorrection();
        }
    }

    private static IEnumerable<Violation> Gates(CaseState state, ActRule rule, ActInput input, Profile profile) =>
        Unmet(state, rule, input.Fields, input.RefersTo, profile).Select(g => new Violation(g.Code, g.Article, g.Text, g.Next));

    /// <summary>The gates, of the act itself and of the profile, that stand before the act and do not hold.</summary>
    internal static IEnumerable<Gate> Unmet(CaseState state, ActRule rule, IReadOnlyDictionary<string, string> fields, string? refersTo, Profile profile)
    {
        var general = profile.Gates
            .Where(g => g.Acts.IsEmpty ? !g.Except.Contains(rule.Kind) : g.Acts.Contains(rule.Kind))
            .Select(g => g.Gate);
        return rule.Gates.Concat(general)
            .Where(g => Conditions.Holds(g.When, state, fields, profile, refersTo) && !Conditions.Holds(g.Need, state, fields, profile, refersTo));
    }
}
