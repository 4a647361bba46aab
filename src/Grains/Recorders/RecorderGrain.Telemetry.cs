using System.Collections.Immutable;
using Enforcement.Domain;
using Enforcement.Domain.Recorders;
using Enforcement.Domain.Recorders.Telemetry;
using Enforcement.Domain.Regulations;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Grains.Streams;

namespace Enforcement.Grains.Recorders;

/// <summary>
/// Telemetry of the recorder. What has legal weight goes into the ledger first, then the rest into the fleet's store, and only then is a batch
/// answered. A batch that failed in the middle may come again: each step does nothing the second time.
/// </summary>
internal sealed partial class RecorderGrain
{
    private readonly Trail _trail = new();
    private TelemetryCheckpoint? _telemetry;

    private bool IsRetired => Stream.State.Stage is RecorderStage.Retired;

    public async Task<TelemetryReply> ReportAsync(TelemetryBatch batch, string via)
    {
        var now = lease.Now;
        if (!Stream.State.Exists)
        {
            return AllRefused(batch, PulseCheck.Unknown, now);
        }

        await TellFleetAsync(clock.Display, changed: false); // the lists need a line before they can show what it reports
        var known = await TelemetryAsync();
        if (IsRetired)
        {
            await KeepAsync(known, AlarmRules.Retired(known.Alarms, Id), known.Pulse, now);
            return AllRefused(batch, PulseCheck.Retired, now);
        }

        var before = Pulse.UnderKey(known.Pulse, Stream.State.KeyGeneration);
        var taking = TelemetryTaking.Of(before, batch, _trail, now);
        if (taking.Reply.Taken == 0)
        {
            return taking.Reply;
        }

        var pulse = taking.Pulse;
        if (pulse.LostAt is not null && pulse.Contact != before.Contact)
        {
            await FoundAsync(now);
            pulse = pulse with { LostAt = null };
        }

        var broken = await NoteAllAsync(taking.Notes, pulse);
        var judgement = AlarmRules.Judge(known.Alarms, Standing() with { Unheld = Unheld(taking.Notes) }, pulse, taking.Notes);
        await KeepAsync(known, judgement, pulse, now, taking.History, taking.Track);
        return broken.Count == 0 ? taking.Reply : WithBroken(taking.Reply, batch, broken);
    }

    public async Task<int> CheckLeaseAsync()
    {
        var known = await TelemetryAsync();
        var pulse = known.Pulse;
        if (!Stream.State.Exists || lease.Listening || pulse.LostAt is not null || pulse.RecordingFile is not { } file || pulse.Contact is not { Value: var heard } || heard >= lease.SilentBefore)
        {
            return 0;
        }

        if (!IsRetired)
        {
            await NoteAsync(new RecorderCommand.NoteContactLost(RecorderIds.Recording(Id, file), Legal(heard)), Person.System);
        }

        var (now, lost) = (lease.Now, pulse with { LostAt = lease.Now });
        var judgement = AlarmRules.Judge(known.Alarms, Standing(), lost, []);
        await KeepAsync(known, judgement, lost, now);
        return judgement.Changes.OfType<AlarmChange.Raised>().Count();
    }

    public async Task<CommandReply> AcknowledgeAsync(AcknowledgeAlarm request, Caller caller)
    {
        var note = request.Note.Trim();
        if (!PlainText.IsClean(note, lines: true) || note.Length is 0 or > AlarmRefusals.LongestNote)
        {
            return Replies.Refused(Stream.Sequence, [AlarmRefusals.Note], library.Texts);
        }

        if (await telemetry.AlarmAsync(Id, request.AlarmId, CancellationToken.None) is not { } alarm)
        {
            return Replies.Refused(Stream.Sequence, [AlarmRefusals.Unknown], library.Texts);
        }

        if (alarm.AcknowledgedAt is not null)
        {
            return alarm.AcknowledgedBy == caller.Name && alarm.Note == note
                ? Replies.Done(Stream.Sequence, alarm.AlarmId)
                : Replies.Refused(Stream.Sequence, [AlarmRefusals.Seen(alarm.AcknowledgedBy)], library.Texts);
        }

        var (known, now) = (await TelemetryAsync(), lease.Now);
        await KeepAsync(known, AlarmRules.Seen(known.Alarms, alarm.AlarmId), known.Pulse, now, seen: new AlarmSeen(alarm.AlarmId, now, caller.Name, note));
        return Replies.Done(Stream.Sequence, alarm.AlarmId);
    }

    private async Task<TelemetryCheckpoint> TelemetryAsync() => _telemetry ??= TelemetryCheckpoint.Read(await telemetry.CheckpointAsync(Id, CancellationToken.None));

    private Standing Standing() => new(Id, Stream.State.Holder is not null, IsRetired, Stream.State.Registration?.StorageBytes ?? 0);

    /// <summary>Recordings of a batch that began while nobody held it, by the ledger: it knows who held it then.</summary>
    private int Unheld(ImmutableArray<PulseNote> notes) =>
        notes.Count(note => note.Event.Kind is PulseKinds.Started && Stream.State.Find(RecorderIds.Recording(Id, note.Event.File!)) is { Start.HolderId: null });

    /// <summary>Every recording during which it was lost is told that it is heard again.</summary>
    private async Task FoundAsync(DateTimeOffset now)
    {
        foreach (var file in Stream.State.Files.Where(static f => f.Lost))
        {
            await NoteAsync(new RecorderCommand.NoteContactFound(file.RecordingId, Legal(now)), Person.System);
        }
    }

    /// <summary>Takes what has legal weight into the ledger.</summary>
    /// <returns>By the number of the report: the first rule that one of its events breaks.</returns>
    private async Task<Dictionary<long, Violation>> NoteAllAsync(ImmutableArray<PulseNote> notes, PulseState pulse)
    {
        Dictionary<long, Violation> broken = [];
        foreach (var note in notes)
        {
            if (CommandOf(note, pulse.DriftMs) is { } command && await NoteAsync(command, Device) is [var rule, ..])
            {
                broken.TryAdd(note.Sequence, rule);
            }
        }

        return broken;
    }

    private RecorderCommand? CommandOf(PulseNote note, long? driftMs)
    {
        var (e, at) = (note.Event, Legal(note.At));
        return e.Kind switch
        {
            PulseKinds.Started => new RecorderCommand.NoteRecordingStarted(
                e.File!, RecorderIds.Recording(Id, e.File!), Kebab.Parse<AvMode>(e.Mode) ?? AvMode.Video, e.At.ToUniversalTime(), driftMs, at),
            PulseKinds.Stopped => new RecorderCommand.NoteRecordingStopped(
                e.File!, RecorderIds.Recording(Id, e.File!), e.At.ToUniversalTime(), driftMs, at, e.Size, e.Sha256),
            PulseKinds.Fault => new RecorderCommand.NoteFault(e.Code!, e.Detail ?? string.Empty, at),
            _ => null, // a call for help is an alarm; a mark on a file comes with the file
        };
    }

    private async Task KeepAsync(
        TelemetryCheckpoint known,
        AlarmJudgement judgement,
        PulseState pulse,
        DateTimeOffset now,
        ImmutableArray<PulsePoint> history = default,
        ImmutableArray<TrackPoint> track = default,
        AlarmSeen? seen = null)
    {
        var next = new TelemetryCheckpoint(pulse, judgement.Book);
        if (ReferenceEquals(pulse, known.Pulse) && judgement.Changes.IsEmpty && seen is null)
        {
            return;
        }

        string? Recording(string? file) => file is null ? null : RecorderIds.Recording(Id, file);
        await telemetry.WriteAsync(new TelemetryWrite(pulse.ToStatus(Id) with { RecordingId = Recording(pulse.RecordingFile) }, next.Write())
        {
            History = history.IsDefault ? [] : history,
            Track = track.IsDefault ? [] : track,
            Raised = [.. TelemetryMessages.Rows(judgement.Changes, Id, Stream.State.Registration!.Bureau, Stream.State.Holder?.OfficerName, now).Select(row => row with { RecordingId = Recording(row.RecordingId) })],
            Again = [.. TelemetryMessages.Again(judgement.Changes, Stream.State.Holder?.OfficerName, now).Select(again => again with { RecordingId = Recording(again.RecordingId) })],
            Cleared = [.. judgement.Changes.OfType<AlarmChange.Cleared>().Select(static c => c.Alarm.Id)],
            ClearedAt = now,
            Seen = seen,
        });
        _telemetry = next; // only now: a batch that could not be written comes again
    }

    private static TelemetryReply AllRefused(TelemetryBatch batch, Violation rule, DateTimeOffset now) =>
        new(0, 0, batch.Reports.IsDefault ? [] : [.. batch.Reports.Select((report, i) => new RefusedReport(i, report.Sequence, rule.ToRule()))], now);

    private static TelemetryReply WithBroken(TelemetryReply reply, TelemetryBatch batch, Dictionary<long, Violation> broken)
    {
        var refused = reply.Refused.ToBuilder();
        foreach (var (sequence, rule) in broken)
        {
            var index = batch.Reports.Select(static (report, i) => (report, i)).First(x => x.report.Sequence == sequence).i;
            refused.Add(new RefusedReport(index, sequence, rule.ToRule()));
        }

        refused.Sort(static (a, b) => a.Index.CompareTo(b.Index));
        return reply with { Taken = reply.Taken - broken.Count, Refused = refused.ToImmutable() };
    }
}
