using System.Collections.Immutable;
using Enforcement.Domain;
using Enforcement.Domain.Cases;
using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Regulations;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.Officers;
using Enforcement.Grains.Interfaces.Recordings;

namespace Enforcement.Grains.Cases;

/// <summary>Requests as domain commands: words become values, ids become what the registers say about them; every fault is found.</summary>
internal static class CaseInputs
{
    public static Violation UnknownBureau(string bureau) => new(
        "bureau.unknown", null, new($"没有机关“{bureau}”，或其规定尚未生效", $"There is no bureau \"{bureau}\", or no regulation in force for it"), new("核对机关编号", "Check the bureau's id"), "bureau");

    public static Violation UnknownCase() => new(
        "case.unknown", null, new("没有这个案件", "There is no such case"), new("核对案件编号", "Check the case id"));

    public static Violation MovedOn() => new(
        "case.moved-on", null, new("您打开之后，案件又有新的记录", "The case has new entries since you opened it"),
        new("核对页面上更新后的内容，再作决定", "Look at what has changed, then decide"));

    public static async Task<Read<CaseCommand.Open>> OpenAsync(OpenCase request, string caseId, IGrainFactory grains, DateTimeOffset now)
    {
        var act = await ActAsync(request.First, caseId, grains, now, request.Bureau);
        List<Violation> faults = [.. act.Faults];
        var actType = Word<ActType>(request.ActType, "actType", faults);
        var origin = Word<CaseOrigin>(request.Origin, "origin", faults);
        var kind = Word<PartyKind>(request.Party.Kind, "party.kind", faults);
        return new(
            act.Command is null ? null : new CaseCommand.Open(
                string.Empty, request.Bureau, actType, origin, request.Title.Trim(), new Party(request.Party.Name.Trim(), kind, request.Party.IdNumber, request.Party.Contact), act.Command),
            faults);
    }

    public static async Task<Read<ActInput>> ActAsync(ActDraft draft, string caseId, IGrainFactory grains, DateTimeOffset now, string? bureau, CaseState? state = null)
    {
        List<Violation> faults = [];
        var (officers, unknown) = await OfficersAsync(draft, state?.Find(draft.Corrects ?? string.Empty)?.Entry, bureau, grains, now);
        var (recordings, unusable) = await RecordingsAsync(draft.Recordings, caseId, bureau, grains);
        var input = new ActInput
        {
            Kind = draft.Kind,
            OccurredAt = draft.OccurredAt is { } at ? ChinaTime.Truncate(at.ToUniversalTime()) : null,
            Fields = draft.Fields ?? ImmutableDictionary<string, string>.Empty,
            Officers = officers,
            UnknownOfficers = unknown,
            Documents = [.. Or(draft.Documents).Select(d => new DocumentEntry(d.Id, string.IsNullOrWhiteSpace(d.Title) ? d.Id : d.Title.Trim(), Blank(d.Number), Blank(d.Sha256)))],
            Signatures = [.. Or(draft.Signatures).Select(s => new SignatureEntry(Word<Signer>(s.By, "signatures.by", faults), s.Name?.Trim() ?? string.Empty, s.Refused, Blank(s.Reason)))],
            Recordings = recordings,
            UnusableRecordings = unusable,
            Exemption = draft.Exemption is { } e ? new ExemptionClaim(Word<AvExemptionGround>(e.Ground, "exemption.ground", faults), Blank(e.Reason)) : null,
            AvEnded = draft.AvEnded is { } ended ? ChinaTime.Truncate(ended.ToUniversalTime()) : null,
            RefersTo = Blank(draft.RefersTo),
            Corrects = Blank(draft.Corrects) is { } corrects ? new Correction(corrects, draft.CorrectionReason?.Trim() ?? string.Empty) : null,
            ConsentAct = Blank(draft.ConsentAct),
        };
        return new(input, faults);
    }

    public static async Task<(CaseCommand? Command, IReadOnlyList<Violation> Faults)> LinkAsync(LinkRecording request, string caseId, string? bureau, IGrainFactory grains)
    {
        var (recordings, unusable) = await RecordingsAsync([request.Recording], caseId, bureau, grains);
        return unusable.IsEmpty ? (new CaseCommand.LinkRecording(request.Act, recordings[0]), []) : (null, unusable);
    }

    public static (CaseCommand? Command, IReadOnlyList<Violation> Faults) Document(AttachDocument request) => (
        new CaseCommand.AttachDocument(request.Act, new DocumentEntry(request.Document.Id, Blank(request.Document.Title) ?? request.Document.Id, Blank(request.Document.Number), Blank(request.Document.Sha256))), []);

    public static (CaseCommand? Command, IReadOnlyList<Violation> Faults) Description(DescribeRecording request) => (
        new CaseCommand.DescribeRecording(
            request.Recording,
            (request.Fields ?? ImmutableDictionary<string, string>.Empty).Where(f => !string.IsNullOrWhiteSpace(f.Value)).ToImmutableDictionary(f => f.Key, f => f.Value.Trim()),
            Blank(request.Transcript)),
        []);

    public static (CaseCommand? Command, IReadOnlyList<Violation> Faults) Override(OverrideClock request)
    {
        List<Violation> faults = [];
        var unit = Word<TermUnit>(request.Unit, "unit", faults);
        if (faults is [] && !(unit is TermUnit.Hours or TermUnit.Days or TermUnit.WorkingDays && Term.IsValid(unit, request.Value)))
        {
            faults.Add(new("clock.term-invalid", null, new("期限须为大于零的小时、日或工作日数", "A term is a number above zero of hours, days or working days"), new("核对期限", "Check the term"), "value"));
        }

        return faults is [] ? (new CaseCommand.OverrideClock(request.Clock, new Term(unit, request.Value), request.Source, request.Reason), []) : (null, faults);
    }

    public static (CaseCommand? Command, IReadOnlyList<Violation> Faults) Finding(ResolveFinding request) => (new CaseCommand.ResolveFinding(request.Finding, request.Resolution), []);

    /// <summary>The officers as the register knows them; the certificate must be valid on the day of the act. One who stands in the corrected entry stays as recorded there.</summary>
    private static async Task<(ImmutableArray<OfficerEntry> Known, ImmutableArray<string> Unknown)> OfficersAsync(
        ActDraft draft, ActEntry? corrected, string? bureau, IGrainFactory grains, DateTimeOffset now)
    {
        var day = ChinaTime.DayOf((draft.OccurredAt ?? corrected?.OccurredAt) is { } at && at < now ? at : now);
        List<OfficerEntry> known = [];
        List<string> unknown = [];
        foreach (var present in Or(draft.Officers))
        {
            if (corrected?.Officers.FirstOrDefault(o => o.Id == present.Id) is { } stood)
            {
                known.Add(stood with { Shown = present.Shown });
                continue;
            }

            if (string.IsNullOrWhiteSpace(present.Id))
            {
                unknown.Add(string.Empty);
                continue;
            }

            var officer = await grains.GetGrain<IOfficerGrain>(present.Id).ViewAsync();
            if (officer is { Active: true, Certificate.Length: > 0 } && officer.Bureau == bureau && (officer.CertificateValidUntil ?? DateOnly.MaxValue) >= day)
            {
                known.Add(new OfficerEntry(officer.Id, officer.Name, officer.Certificate, present.Shown));
            }
            else
            {
                unknown.Add(officer is not null && officer.Bureau == bureau ? officer.Name : present.Id);
            }
        }

        return ([.. known], [.. unknown]);
    }

    private static async Task<(ImmutableArray<RecordingEntry> Usable, ImmutableArray<Violation> Unusable)> RecordingsAsync(
        ImmutableArray<string> ids, string caseId, string? bureau, IGrainFactory grains)
    {
        List<RecordingEntry> usable = [];
        List<Violation> unusable = [];
        foreach (var id in Or(ids).Distinct())
        {
            switch (string.IsNullOrWhiteSpace(id) ? null : await grains.GetGrain<IRecordingGrain>(id).ViewAsync())
            {
                case null:
                    unusable.Add(new("recording.unknown", null, new($"没有登记过音像记录“{id}”", $"Recording \"{id}\" was never announced"), new("先登记音像记录", "Announce it first"), "recordings"));
                    break;
                case { } view when bureau is not null && view.Bureau != bureau:
                    unusable.Add(new("recording.foreign", null, new($"音像记录“{id}”属于其他机关", $"Recording \"{id}\" belongs to another bureau"), new("选择本机关的音像记录", "Choose a recording of this bureau"), "recordings"));
                    break;
                case { CaseId: { } other } view when other != caseId:
                    unusable.Add(new("recording.linked-elsewhere", null, new($"音像记录“{id}”已关联到案件{view.CaseNumber}", $"Recording \"{id}\" is linked to case {view.CaseNumber}"), new("选择其他音像记录", "Choose another recording"), "recordings"));
                    break;
                case { } view:
                    usable.Add(new RecordingEntry(id, Kebab.Parse<AvMode>(view.Mode) ?? AvMode.Video, view.EndedAt, view.File?.Sha256, view.StoredAt));
                    break;
            }
        }

        return ([.. usable], [.. unusable]);
    }

    private static T Word<T>(string? word, string member, List<Violation> faults)
        where T : struct, Enum
    {
        if (Kebab.Parse<T>(word) is { } value)
        {
            return value;
        }

        var words = string.Join(", ", Enum.GetValues<T>().Select(Kebab.Of));
        faults.Add(new("value.unknown", null, new($"“{word}”不是可用的值（{words}）", $"\"{word}\" is none of: {words}"), new("选择所列的值之一", "Choose one of them"), member));
        return default;
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static ImmutableArray<T> Or<T>(ImmutableArray<T> items) => items.IsDefault ? [] : items;
}

/// <summary>What was read of a request: the command, and what is wrong with it.</summary>
internal sealed record Read<T>(T? Command, IReadOnlyList<Violation> Faults);
