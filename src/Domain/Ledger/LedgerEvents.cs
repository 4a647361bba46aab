using Enforcement.Domain.Bureaus;
using Enforcement.Domain.Cases;
using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Officers;
using Enforcement.Domain.Recorders;
using Enforcement.Domain.Recordings;
using Enforcement.Domain.Supervision;

namespace Enforcement.Domain.Ledger;

/// <summary>Every fact that may stand in the ledger, with its name for ever. A new meaning gets a new version, an old line is never edited.</summary>
public static class LedgerEvents
{
    /// <summary>The map of names.</summary>
    public static EventNames Names { get; } = new(
        (typeof(CaseEvent.Opened), "case.opened", 1),
        (typeof(CaseEvent.ActRecorded), "case.act-recorded", 1),
        (typeof(CaseEvent.DocumentAttached), "case.document-attached", 1),
        (typeof(CaseEvent.RecordingLinked), "case.recording-linked", 1),
        (typeof(CaseEvent.RecordingDescribed), "case.recording-described", 1),
        (typeof(CaseEvent.RecordingStored), "case.recording-stored", 1),
        (typeof(ClockEvent.Began), "clock.began", 1),
        (typeof(ClockEvent.Stopped), "clock.stopped", 1),
        (typeof(ClockEvent.Reopened), "clock.reopened", 1),
        (typeof(ClockEvent.Suspended), "clock.suspended", 1),
        (typeof(ClockEvent.Resumed), "clock.resumed", 1),
        (typeof(ClockEvent.Extended), "clock.extended", 1),
        (typeof(ClockEvent.Overridden), "clock.overridden", 1),
        (typeof(ClockEvent.Restated), "clock.restated", 1),
        (typeof(ClockEvent.Missed), "clock.missed", 1),
        (typeof(ClockEvent.Cancelled), "clock.cancelled", 1),
        (typeof(FindingEvent.Raised), "finding.raised", 1),
        (typeof(FindingEvent.Resolved), "finding.resolved", 1),
        (typeof(RecordingEvent.Announced), "recording.announced", 1),
        (typeof(RecordingEvent.Ended), "recording.ended", 1),
        (typeof(RecordingEvent.Stored), "recording.stored", 1),
        (typeof(RecordingEvent.Linked), "recording.linked", 1),
        (typeof(RecordingEvent.RemoteWorkDeclared), "recording.remote-work-declared", 1),
        (typeof(RecordingEvent.Returned), "recording.returned", 1),
        (typeof(RecordingEvent.Viewed), "recording.viewed", 1),
        (typeof(RecordingEvent.Corrupted), "recording.corrupted", 1),
        (typeof(RecordingEvent.Marked), "recording.marked", 1),
        (typeof(RecordingEvent.MarkWithdrawn), "recording.mark-withdrawn", 1),
        (typeof(OfficerEvent.Registered), "officer.registered", 1),
        (typeof(BureauEvent.Founded), "bureau.founded", 1),
        (typeof(BureauEvent.NumberGiven), "bureau.number-given", 1),
        (typeof(RecorderEvent.Registered), "recorder.registered", 1),
        (typeof(RecorderEvent.Issued), "recorder.issued", 1),
        (typeof(RecorderEvent.Returned), "recorder.returned", 1),
        (typeof(RecorderEvent.SentToRepair), "recorder.sent-to-repair", 1),
        (typeof(RecorderEvent.Repaired), "recorder.repaired", 1),
        (typeof(RecorderEvent.Retired), "recorder.retired", 1),
        (typeof(RecorderEvent.KeyRenewed), "recorder.key-renewed", 1),
        (typeof(RecorderEvent.RecordingStarted), "recorder.recording-started", 1),
        (typeof(RecorderEvent.RecordingStopped), "recorder.recording-stopped", 1),
        (typeof(RecorderEvent.Fault), "recorder.fault", 1),
        (typeof(RecorderEvent.ContactLost), "recorder.contact-lost", 1),
        (typeof(RecorderEvent.ContactFound), "recorder.contact-found", 1));

    /// <summary>The serializer over <see cref="Names"/>.</summary>
    public static EventSerializer Serializer { get; } = new(Names);
}
