using System.Collections.Immutable;
using Enforcement.Domain;
using Enforcement.Domain.Cases;
using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Regulations;
using Enforcement.Domain.Supervision;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Law;
using Enforcement.Grains.Regulations;
using Enforcement.Grains.Streams;

namespace Enforcement.Grains.Cases;

/// <summary>A case as a page shows it. Says nothing that the state and the pinned profile do not say.</summary>
internal static class CaseViews
{
    public static CaseView Of(string id, CaseState state, CaseLaw law, LawTexts texts, Person by, DateTimeOffset now, bool training)
    {
        var (opening, profile) = (state.Opening!, law.Profile);
        return new CaseView
        {
            Id = id,
            Number = opening.Number,
            Bureau = opening.Bureau,
            ActType = Named(Kebab.Of(opening.ActType), ActTypeNames.Of(opening.ActType)),
            Origin = Named(Kebab.Of(opening.Origin), OriginNames.Of(opening.Origin)),
            Stage = Stage(state.Stage),
            Stages = [.. Enum.GetValues<CaseStage>().Select(Stage)],
            Title = opening.Title,
            Party = new PartyInfo(opening.Party.Name, Kebab.Of(opening.Party.Kind), opening.Party.IdNumber, opening.Party.Contact),
            Profile = new ProfilePin(profile.Id, profile.Code, profile.Title.ToWording(), law.Pinned.Hash),
            OpenedAt = state.Acts[0].Entry.OccurredAt,
            EndedAt = state.EndedAt,
            ArchivedAt = state.ArchivedAt,
            Acts = [.. state.Acts.Select(a => Act(a, profile))],
            Clocks = Clocks(state.Clocks, law, now),
            Requirements = [.. Completeness.Of(state, profile).Items.Select(i => Requirement(i, state))],
            Findings = Findings(state.Findings),
            Next = Next(state, law, texts, by),
            Proof = new ProofView(0, string.Empty, now),
            RecordingFields = [.. profile.Archive.RecordingFields.Select(FormViews.Field)],
            TranscriptDemanded = profile.Archive.TranscriptArticle is not null,
            Now = now,
            Training = training,
        };
    }

    /// <summary>Terms: open ones first by due instant, then the others.</summary>
    public static ImmutableArray<ClockView> Clocks(ClockBook clocks, CaseLaw law, DateTimeOffset now) =>
    [
        .. clocks.Clocks.Values
            .OrderBy(c => !c.IsOpen)
            .ThenBy(c => c.Due.At ?? DateTimeOffset.MaxValue)
            .ThenBy(c => c.Clock, StringComparer.Ordinal)
            .Select(c => new ClockView(
                c.Clock, c.Rule, c.Name.ToWording(), c.Article, c.Sentence().ToWording(), Kebab.Of(c.Phase), c.Started, c.Due.At, Kebab.Of(c.Term.Unit), c.Due.Provisional,
                c.Advisory, ClockWarning.Level(c, law.Calendar, now), c.Stop?.At, c.Miss?.Detected, c.SubjectId, c.IsOpen ? law.Profile.Clock(c.Rule)?.OverrideArticle : null)
                {
                    Pauses = Pauses(c),
                }),
    ];

    private static ImmutableArray<ClockPause> Pauses(ClockState clock) =>
    [
        .. clock.Excluded.Select(time => new ClockPause(time.From, time.Until)),
        .. clock.Suspension is { } open ? [new ClockPause(open.From, null)] : ImmutableArray<ClockPause>.Empty,
    ];

    /// <summary>Findings, open ones first.</summary>
    public static ImmutableArray<FindingView> Findings(FindingBook findings) =>
    [
        .. findings.Findings.Values
            .OrderBy(f => f.Resolution is not null)
            .ThenByDescending(f => f.Raised.At)
            .Select(f => new FindingView(
                f.Raised.Finding, f.Raised.Code, f.Raised.Article, f.Raised.Advisory, f.Raised.Text.ToWording(), f.Raised.About, f.Resolution?.Resolution, f.Resolution?.ByName)),
    ];

    private static ImmutableArray<NextAct> Next(CaseState state, CaseLaw law, LawTexts texts, Person by)
    {
        var actType = state.Opening!.ActType;
        var wanted = CaseWork.Of(state, law.Profile).Where(item => item.Act is not null).ToLookup(item => item.Act!, StringComparer.Ordinal);
        return
        [
            .. law.Profile.Acts
                .Where(r => r.ActTypes.IsEmpty || r.ActTypes.Contains(actType))
                .Where(r => !r.Once || state.Latest(r.Kind) is null)
                .Where(r => r.Opens.IsEmpty || r.Reaches is null || r.Reaches > state.Stage) // what opens a case is no news to one that is further on
                .OrderBy(r => r.Stage < state.Stage)
                .ThenBy(r => r.Stage)
                .Select(r => Wanted(new NextAct(FormViews.Of(r, law.Profile), Replies.Broken(CaseDecider.Blocks(state, r, law, by), texts)), wanted[r.Kind]))
                .OrderBy(n => n.Blocked.Length > 0),
            .. state.ArchivedAt is null ? FormViews.Plain(law.Profile).Select(f => new NextAct(f, [])) : [],
        ];
    }

    /// <summary>An act for which something waits names the term that ends first.</summary>
    private static NextAct Wanted(NextAct act, IEnumerable<WorkItem> items) => items.OrderBy(item => item.DueAt ?? DateTimeOffset.MaxValue).FirstOrDefault() is { } item
        ? act with { Wanted = true, WantedBy = item.DueAt, WantedFor = item.Term?.ToWording() }
        : act;

    private static ActView Act(ActState act, Profile profile)
    {
        var (entry, rule) = (act.Entry, act.Entry.Plain ? null : profile.Act(act.Entry.Kind));
        return new ActView
        {
            Id = entry.Id,
            Kind = entry.Kind,
            Name = entry.Name.ToWording(),
            Stage = Stage(rule?.Stage ?? ActKinds.Find(entry.Kind)?.Stage ?? CaseStage.Investigation),
            OccurredAt = entry.OccurredAt,
            RecordedAt = entry.RecordedAt,
            By = new PersonInfo(entry.By.Id, entry.By.Name, entry.By.Role, entry.By.Bureau, entry.By.Certificate),
            LateEntry = entry.LateEntry,
            Consent = entry.Consent is { } c ? $"{c.LeaderName}：{c.Reason}" : null,
            Plain = entry.Plain,
            Fields = Fields(entry, rule),
            Officers = [.. entry.Officers.Select(o => new OfficerShown(o.Id, o.Name, o.Certificate, o.Shown))],
            Documents = [.. act.Documents.Select(d => new DocumentInfo(d.Id, rule?.Documents.FirstOrDefault(x => x.Id == d.Id) is { } x && d.Title == d.Id ? x.Name.Zh : d.Title, d.Number, d.Sha256))],
            Signatures = [.. entry.Signatures.Select(s => new SignatureView(Kebab.Of(s.By), SignerNames.Of(s.By).ToWording(), s.Name, s.Refused, s.Reason))],
            Recordings = [.. act.Recordings.Select(r => new LinkedRecordingView(r.Entry.Id, Kebab.Of(r.Entry.Mode), r.Entry.Ended, r.Entry.Sha256, r.Entry.StoredAt, r.Description, r.Transcript))],
            Av = Kebab.Of(entry.Av),
            AvArticle = entry.AvArticle,
            Exemption = entry.Exemption is { } e ? new ExemptionInfo(Kebab.Of(e.Ground), e.Reason) : null,
            RefersTo = entry.RefersTo,
            Corrects = entry.Corrects?.Act,
            CorrectionReason = entry.Corrects?.Reason,
            CorrectedBy = act.CorrectedBy,
            Article = rule?.Article,
            Decides = rule is not null && Decisions.OutcomeOf(rule) is not null,
        };
    }

    private static ImmutableArray<FieldValue> Fields(ActEntry entry, ActRule? rule)
    {
        var order = rule?.Fields.Select((f, i) => (f.Id, i)).ToDictionary(x => x.Id, x => x.i) ?? [];
        return
        [
            .. entry.Fields
                .OrderBy(f => order.GetValueOrDefault(f.Key, int.MaxValue))
                .ThenBy(f => f.Key, StringComparer.Ordinal)
                .Select(f =>
                {
                    var field = rule?.Fields.FirstOrDefault(x => x.Id == f.Key);
                    return new FieldValue(f.Key, field?.Name.ToWording() ?? new Wording(f.Key, f.Key), f.Value, Readable(field, f.Value), field?.Article);
                }),
        ];
    }

    private static Wording Readable(FieldRule? field, string value) => field switch
    {
        { Type: FieldType.Choice } => field.Choices.FirstOrDefault(c => c.Id == value)?.Name.ToWording() ?? new Wording(value, value),
        { Type: FieldType.Boolean } => value == "true" ? new Wording("是", "Yes") : new Wording("否", "No"),
        { Type: FieldType.Money } when long.TryParse(value, out var fen) => new Wording($"{fen / 100}.{fen % 100:00}元", $"CNY {fen / 100}.{fen % 100:00}"),
        _ => new Wording(value, value),
    };

    private static RequirementView Requirement(CompletenessItem item, CaseState state) => new(
        item.Act, item.Kind, state.Find(item.Act)!.Entry.Name.ToWording(), Kebab.Of(item.Requirement), item.Id, item.Name.ToWording(), item.Article, Kebab.Of(item.Status), item.Reason);

    private static NamedValue Stage(CaseStage stage) => Named(Kebab.Of(stage), StageNames.Of(stage));

    private static NamedValue Named(string id, Words name) => new(id, name.ToWording());
}
