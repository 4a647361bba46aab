using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Enforcement.Domain;
using Enforcement.Domain.Cases;
using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Recordings;
using Enforcement.Domain.Regulations;
using Enforcement.Domain.Supervision;
using Enforcement.Grains.Cases;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Bureaus;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.Recordings;
using Enforcement.Grains.Streams;

namespace Enforcement.Grains.Recordings;

/// <summary>A recording as a page shows it.</summary>
internal static class RecordingViews
{
    public static Violation Unannounced() => new(
        "recording.unknown", null, new("没有登记过这份音像记录", "The recording was never announced"), new("先登记音像记录", "Announce it first"), "recording");

    public static IEnumerable<Violation> BadAnnouncement(AnnounceRecording request, BureauView? bureau, bool inForce)
    {
        if (bureau is null)
        {
            yield return CaseInputs.UnknownBureau(request.Bureau);
        }
        else if (!inForce)
        {
            yield return CaseInputs.UnknownBureau(request.Bureau) with { Code = "bureau.no-law", Member = "startedAt" };
        }

        if (Kebab.Parse<AvMode>(request.Mode) is null)
        {
            yield return new("value.unknown", null, new($"“{request.Mode}”不是可用的记录方式（photo, audio, video, surveillance）", $"\"{request.Mode}\" is none of: photo, audio, video, surveillance"), new("选择所列的值之一", "Choose one of them"), "mode");
        }
    }

    public static RecordingView Of(string id, RecordingState state, ImmutableArray<StreamLine> lines, CaseLaw law, DateTimeOffset now)
    {
        var (known, profile) = (state.Announcement!, law.Profile);
        return new RecordingView
        {
            Id = id,
            Bureau = known.Bureau,
            RecorderId = known.RecorderId,
            OfficerId = known.OfficerId,
            OfficerName = known.OfficerName,
            Mode = Kebab.Of(known.Mode),
            StartedAt = known.StartedAt,
            EndedAt = state.EndedAt,
            Place = known.Place,
            File = state.File is { } f ? new StoredFile(f.Sha256, f.Sm3, f.Size, f.LeafRoot, f.LeafCount, f.FileName, f.ContentType, f.UploadId) : null,
            StoredAt = state.StoredAt,
            CaseId = state.Link?.CaseId,
            CaseNumber = state.Link?.CaseNumber,
            ActId = state.Link?.Act,
            Clocks = CaseViews.Clocks(state.Clocks, law, now),
            Findings = CaseViews.Findings(state.Findings),
            Custody = [.. lines.Select(Step)],
            RemoteGrounds = state.RemoteWork is null && profile.Clocks.FirstOrDefault(c => c.RemoteWork is not null) is { RemoteWork: { } remote } rule && state.Clocks.Find(rule.Id) is { IsOpen: true }
                ? [.. remote.Grounds.Select(g => new NamedValue(g.Id, g.Name.ToWording()))]
                : [],
            RemoteDeclaredAt = lines.FirstOrDefault(l => l.Event is RecordingEvent.RemoteWorkDeclared)?.OccurredAt,
            ReturnedAt = state.ReturnedAt,
            Marks = Marks(state, lines),
            Corrupted = state.CorruptedLeaf is not null,
            Proof = new ProofView(0, string.Empty, now),
        };
    }

    private static ImmutableArray<RecordingMark> Marks(RecordingState state, ImmutableArray<StreamLine> lines) =>
    [
        .. from line in lines
           let mark = line.Event as RecordingEvent.Marked
           where mark is not null && state.Marks.Standing.ContainsKey(mark.Mark)
           orderby mark.AtMs
           select new RecordingMark(mark.Mark, mark.AtMs, mark.Text, line.By.Id, line.By.Name, line.RecordedAt),
    ];

    private static string KindOf(DomainEvent happened) => happened switch
    {
        RecordingEvent.Announced => "announced",
        RecordingEvent.Ended => "ended",
        RecordingEvent.Stored => "stored",
        RecordingEvent.Linked => "linked",
        RecordingEvent.Viewed => "viewed",
        RecordingEvent.Corrupted => "corrupted",
        _ => "",
    };

    private static string Place(long ms) => TimeSpan.FromMilliseconds(ms).ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture);

    private static CustodyStep Step(StreamLine line)
    {
        var (zh, en, detail) = line.Event switch
        {
            RecordingEvent.Announced e => ("登记", "Announced", e.RecorderId),
            RecordingEvent.Ended => ("记录结束", "Recording ended", null),
            RecordingEvent.Stored e => ("入库，已核验", "Stored and verified", e.File.Sha256),
            RecordingEvent.Linked e => ("关联案件", "Linked to a case", e.CaseNumber),
            RecordingEvent.RemoteWorkDeclared e => ("申报异地、连续工作", "Remote work declared", e.Reason),
            RecordingEvent.Returned => ("返回本单位", "Returned to the unit", null),
            RecordingEvent.Viewed e => ("调阅", "Viewed", e.Purpose),
            RecordingEvent.Corrupted e => ("发现与摘要不符", "Found damaged", $"{e.Leaf}"),
            RecordingEvent.Marked { Corrects: null } e => ("时点标注", "Marked", $"{Place(e.AtMs)} {e.Text}"),
            RecordingEvent.Marked e => ("更正时点标注", "Mark corrected", $"{Place(e.AtMs)} {e.Text}"),
            RecordingEvent.MarkWithdrawn e => ("撤回时点标注", "Mark withdrawn", e.Reason),
            ClockEvent.Began e => ($"期限开始：{e.Name.Zh}", $"Term began: {e.Name.En}", e.Article),
            ClockEvent.Stopped e => (e.Late ? "期限逾期完成" : "期限按期完成", e.Late ? "Term met late" : "Term met", null),
            ClockEvent.Missed => ("期限逾期", "Term missed", null),
            ClockEvent.Restated e => ("期限重新计算", "Term counted again", e.Article),
            ClockEvent e => ("期限变更", "Term changed", e.Clock),
            FindingEvent.Raised e => ("发现问题", "Finding", e.Text.Zh),
            FindingEvent.Resolved e => ("问题处理", "Finding resolved", e.Resolution),
            _ => throw new UnreachableException($"No words for {line.Event.GetType().Name}."),
        };
        return new CustodyStep(new Wording(zh, en), line.OccurredAt, line.RecordedAt, line.By.Name, detail, KindOf(line.Event));
    }
}
