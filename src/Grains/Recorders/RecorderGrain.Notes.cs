using Enforcement.Domain;
using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Recorders;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Recordings;
using Enforcement.Grains.Streams;
using Microsoft.Extensions.Logging;

namespace Enforcement.Grains.Recorders;

/// <summary>Facts that the recorder tells of itself: into the ledger first, then on to the recording; and the fleet's lists, which follow the register.</summary>
internal sealed partial class RecorderGrain
{
    /// <summary>Recordings whose facts stand in the ledger and are not yet known to be with the recording.</summary>
    private readonly HashSet<string> _pending = new(StringComparer.Ordinal);
    private bool _fleetBehind = true;

    /// <summary>The device as the author of what it reports.</summary>
    private Person Device => new($"recorder:{Id}", $"执法记录仪 {Id}", "recorder", Stream.State.Registration?.Bureau ?? string.Empty);

    /// <summary>Takes a fact into the ledger and passes it on. The same fact again does nothing.</summary>
    /// <param name="command">What is told; its instants are legal ones, see <see cref="Legal"/>.</param>
    /// <param name="by">Who tells it: usually <see cref="Device"/>.</param>
    /// <returns>The broken rules; empty: taken, or known already.</returns>
    private async Task<IReadOnlyList<Violation>> NoteAsync(RecorderCommand command, Person by)
    {
        await HandOnAsync();
        var now = clock.Now;
        switch (RecorderDecider.Decide(Stream.State, command, await LawAsync(command, now), by, now))
        {
            case Decision<Fact>.Accepted { Events: { Count: > 0 } facts }:
                await AppendAsync(new StreamCommand($"system-{Stream.Sequence}", string.Empty, by, now, clock.Training), facts, answer: null);
                break;
            case Decision<Fact>.Refused { Violations: var broken }:
                return broken;
        }

        if (command is RecorderCommand.NoteRecordingStarted or RecorderCommand.NoteRecordingStopped)
        {
            _pending.Add(Stream.State.Files[^1].RecordingId);
            await HandOnAsync();
        }

        return [];
    }

    /// <summary>A machine instant on the legal clock: the same in real work; in training as long before now as it lies in the past of the machine.</summary>
    internal DateTimeOffset Legal(DateTimeOffset instant)
    {
        var now = clock.Now;
        var legal = clock.Training ? now - (machine.GetUtcNow() - instant) : instant.ToUniversalTime();
        return ChinaTime.Truncate(legal < now ? legal : now);
    }

    /// <summary>After a stop in the middle only the file last told of can be unknown to its recording: it was passed on before the next fact was taken.</summary>
    private async Task ResumeAsync()
    {
        if (Stream.State.Files is [.., var last])
        {
            _pending.Add(last.RecordingId);
            try
            {
                await HandOnAsync();
            }
            catch (Exception e)
            {
                // It is passed on before the next fact; a recorder that cannot be seen would help nobody.
                LogNotHandedOn(logger, e, Id, last.RecordingId);
            }
        }
    }

    private async Task HandOnAsync()
    {
        while (_pending.FirstOrDefault() is { } recordingId)
        {
            if (Stream.State.Find(recordingId) is { Start: { HolderId: { } holder } start, StartedAt: { } startedAt } file
                && await AnnounceAsync(file, start, holder, startedAt) is { Done: false } refused)
            {
                var why = new Words(string.Join('；', refused.Broken.Select(b => b.Text.Zh)), string.Join("; ", refused.Broken.Select(b => b.Text.En)));
                var now = clock.Now;
                RecorderCommand note = new RecorderCommand.NoteNotAnnounced(recordingId, why);
                if (RecorderDecider.Decide(Stream.State, note, await LawAsync(note, now), Person.System, now) is Decision<Fact>.Accepted { Events: var facts })
                {
                    await AppendAsync(new StreamCommand($"system-{Stream.Sequence}", string.Empty, Person.System, now, clock.Training), facts, answer: null);
                }
            }

            _pending.Remove(recordingId);
        }
    }

    private async Task<CommandReply> AnnounceAsync(RecorderFile file, RecorderEvent.RecordingStarted start, string holder, DateTimeOffset startedAt)
    {
        var recording = GrainFactory.GetGrain<IRecordingGrain>(file.RecordingId);
        var caller = new Caller(Device.Id, Device.Name, Device.Role, start.Bureau, null, $"announce-{file.RecordingId}");
        var reply = await recording.AnnounceAsync(new AnnounceRecording(start.Bureau, Id, holder, Kebab.Of(start.Mode), startedAt), caller);
        if (!reply.Done || file.StoppedAt is not { } stopped)
        {
            return reply;
        }

        // A device whose clock was set in between may seem to end before it began.
        var ended = await recording.EndAsync(new EndRecording(stopped > startedAt ? stopped : startedAt), caller with { CommandId = $"end-{file.RecordingId}" });
        return ended.Broken.Any(b => b.Code == "recording.ended-already") ? reply : ended;
    }

    private async Task TellFleetAsync(DateTimeOffset now, bool changed)
    {
        if (!Stream.State.Exists || !(changed || _fleetBehind))
        {
            return;
        }

        try
        {
            await fleet.PutAsync(RecorderRows.Entry(Id, Stream.State, Stream.Sequence, now), CancellationToken.None);
            _fleetBehind = false;
        }
        catch (Exception e)
        {
            // The ledger has it. The lists are told again with the next command, and at every start.
            _fleetBehind = true;
            LogFleetBehind(logger, e, Id);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Recording {RecordingId} of recorder {RecorderId} could not be announced yet")]
    private static partial void LogNotHandedOn(ILogger logger, Exception exception, string recorderId, string recordingId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The fleet's lists do not show the latest of recorder {RecorderId} yet")]
    private static partial void LogFleetBehind(ILogger logger, Exception exception, string recorderId);
}
