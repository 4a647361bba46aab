using Enforcement.Domain.Supervision;

namespace Enforcement.Domain.Recorders;

/// <summary>What a recorder says of itself, as far as it has legal weight, and what supervision must hear of it.</summary>
public static partial class RecorderDecider
{
    private static Decision<Fact> Started(RecorderState state, RecorderCommand.NoteRecordingStarted c, RecorderLaw law, DateTimeOffset now)
    {
        var known = state.Find(c.RecordingId);
        if (known?.Start is { } start)
        {
            return start.DeviceAt == c.DeviceAt && start.Mode == c.Mode ? Nothing : Refused(RecorderRefusals.FileReused(c.File));
        }

        List<Violation> broken = [];
        if (state.Stage is RecorderStage.Retired && known is null)
        {
            broken.Add(RecorderRefusals.Retired(law.Supply));
        }

        if (!PlainText.IsLine(c.File, 200))
        {
            broken.Add(RecorderRefusals.File());
        }

        if (broken is not [])
        {
            return Refused([.. broken]);
        }

        var at = Earlier(c.At, now);
        var holder = state.HolderAt(at);
        var started = new Fact(
            new RecorderEvent.RecordingStarted(c.File, c.RecordingId, c.Mode, c.DeviceAt, c.DriftMs, state.Registration!.Bureau, holder?.OfficerId, holder?.OfficerName), at);
        return holder is null && NotIssued(state, c, law, now) is { } raised ? Accepted([started, raised]) : Accepted([started]);
    }

    private static Decision<Fact> Stopped(RecorderState state, RecorderCommand.NoteRecordingStopped c, DateTimeOffset now)
    {
        if (state.Find(c.RecordingId)?.Stop is { } stop)
        {
            return stop.DeviceAt == c.DeviceAt ? Nothing : Refused(RecorderRefusals.FileReused(c.File));
        }

        List<Violation> broken = [];
        if (!PlainText.IsLine(c.File, 200))
        {
            broken.Add(RecorderRefusals.File());
        }

        if (c.Size < 0 || (c.Sha256 is { } hash && !(hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower))))
        {
            broken.Add(RecorderRefusals.Hash());
        }

        return broken is []
            ? Accepted(new RecorderEvent.RecordingStopped(c.File, c.RecordingId, c.DeviceAt, c.DriftMs, c.Size, c.Sha256), Earlier(c.At, now))
            : Refused([.. broken]);
    }

    private static Decision<Fact> Fault(RecorderState state, RecorderCommand.NoteFault c, DateTimeOffset now)
    {
        if (!PlainText.IsLine(c.Code, 64) || !IsNote(c.Detail))
        {
            return Refused(RecorderRefusals.Fault());
        }

        var at = Earlier(c.At, now);
        return state.Faults.Any(f => f.OccurredAt == at && f.Event is RecorderEvent.Fault known && known.Code == c.Code)
            ? Nothing
            : Accepted(new RecorderEvent.Fault(c.Code, c.Detail), at);
    }

    private static Decision<Fact> Lost(RecorderState state, RecorderCommand.NoteContactLost c, RecorderLaw law, DateTimeOffset now)
    {
        if (state.Find(c.RecordingId) is not { Start: { } start } file)
        {
            return Refused(RecorderRefusals.UnknownRecording());
        }

        if (!file.Running || file.Lost)
        {
            return Nothing;
        }

        var lost = new Fact(new RecorderEvent.ContactLost(c.RecordingId, file.File, c.LastContact), now);
        var holder = start.HolderName ?? state.Holder?.OfficerName;
        var raised = Raise(
            state, $"lost-{c.RecordingId}", "recorder.lost-while-recording", law.Use ?? law.Custody,
            new(
                $"执法记录仪在摄录中失联：{(holder is null ? "未办理领用" : $"领用人{holder}")}，文件“{file.File}”，录制编号{c.RecordingId}。请立即联系领用人找到设备，接入采集站并移交该文件；设备损坏或遗失的，登记送修或报废并书面说明",
                $"The recorder fell silent while recording: {(holder is null ? "issued to nobody" : $"held by {holder}")}, file \"{file.File}\", recording {c.RecordingId}. Call the holder, find the device, dock it and hand the file in; if it is broken or lost, send it to repair or retire it and say so in writing"),
            c.RecordingId, now);
        return Accepted(raised is null ? [lost] : [lost, raised]);
    }

    private static Decision<Fact> Found(RecorderState state, RecorderCommand.NoteContactFound c, DateTimeOffset now) =>
        state.Find(c.RecordingId) is not { } file ? Refused(RecorderRefusals.UnknownRecording())
        : file.Lost ? Accepted(new RecorderEvent.ContactFound(c.RecordingId), Earlier(c.At, now))
        : Nothing;

    private static Decision<Fact> Compare(RecorderState state, RecorderCommand.CompareFile c, RecorderLaw law, DateTimeOffset now)
    {
        if (state.Find(c.RecordingId) is not { Stop: { } stop } file)
        {
            return Nothing;
        }

        if ((stop.Sha256 is null || stop.Sha256 == c.Sha256) && (stop.Size is null || stop.Size == c.Size))
        {
            return Nothing;
        }

        var raised = Raise(
            state, $"file-{c.RecordingId}", "recorder.file-differs", law.Custody,
            new(
                $"入库文件与执法记录仪申报的不一致：文件“{file.File}”，录制编号{c.RecordingId}。请核对原始文件，查明移交过程",
                $"The stored file is not the one that the recorder declared: file \"{file.File}\", recording {c.RecordingId}. Compare it with the original and find out how it was handed in"),
            c.RecordingId, now);
        return Accepted(raised is null ? [] : [raised]);
    }

    private static Decision<Fact> NotAnnounced(RecorderState state, RecorderCommand.NoteNotAnnounced c, RecorderLaw law, DateTimeOffset now)
    {
        if (state.Find(c.RecordingId) is not { } file)
        {
            return Refused(RecorderRefusals.UnknownRecording());
        }

        var raised = Raise(
            state, $"announce-{c.RecordingId}", "recorder.not-announced", law.Custody,
            new(
                $"录制未能登记为音像记录：文件“{file.File}”，录制编号{c.RecordingId}。{c.Why.Zh}。请以摄录人员名义登记该音像记录并移交文件",
                $"The recording could not be announced: file \"{file.File}\", recording {c.RecordingId}. {c.Why.En}. Announce it in the name of who recorded it and hand the file in"),
            c.RecordingId, now);
        return Accepted(raised is null ? [] : [raised]);
    }

    private static Decision<Fact> Resolve(RecorderState state, RecorderCommand.ResolveFinding c, Person by, DateTimeOffset now) =>
        state.Findings.Find(c.Finding) is not { } finding ? Refused(RecorderRefusals.UnknownFinding())
        : !PlainText.IsClean(c.Resolution, lines: true) || string.IsNullOrWhiteSpace(c.Resolution) ? Refused(RecorderRefusals.Resolution())
        : finding.Resolution is { } done ? (done.Resolution == c.Resolution ? Nothing : Refused(RecorderRefusals.UnknownFinding()))
        : Accepted([new Fact(new FindingEvent.Resolved(c.Finding, c.Resolution, by.Name, now), now)]);

    /// <summary>One finding while it is open, whatever the recorder records: each recording stands in its stream without a holder.</summary>
    private static Fact? NotIssued(RecorderState state, RecorderCommand.NoteRecordingStarted c, RecorderLaw law, DateTimeOffset now) => Raise(
        state, "holder", "recorder.not-issued", law.Use ?? law.Supply,
        new(
            $"执法记录仪未办理领用即开始摄录：首段文件“{c.File}”，录制编号{c.RecordingId}；此后未领用期间的摄录均记入该设备的记录，不再逐段提示。请查明使用人，补办领用，并以摄录人员名义登记各段音像记录",
            $"The recorder began to record while it was issued to nobody: first file \"{c.File}\", recording {c.RecordingId}; what it records on like this stands in its own history and is not raised again. Find out who used it, issue it, and announce each recording in the name of who made it"),
        c.RecordingId, now);

    /// <summary>One open finding about one thing: it is raised anew only after it was resolved.</summary>
    private static Fact? Raise(RecorderState state, string key, string code, string? article, Words text, string about, DateTimeOffset now)
    {
        var before = 0;
        while (state.Findings.Find(Id(key, before)) is { } known)
        {
            if (known.Resolution is null)
            {
                return null;
            }

            before++;
        }

        return new Fact(new FindingEvent.Raised(Id(key, before), code, article, Advisory: false, text, about, now), now);
    }

    private static string Id(string key, int before) => before == 0 ? $"f-{key}" : $"f-{key}-{before + 1}";

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
