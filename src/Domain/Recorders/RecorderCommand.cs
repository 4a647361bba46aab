using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Recorders;

/// <summary>What somebody wants to do with a recorder, or what it says of itself.</summary>
/// <remarks>Every <c>At</c> is on the legal clock; what a device says (<c>DeviceAt</c>) is on its own and is kept beside it.</remarks>
public abstract record RecorderCommand
{
    private RecorderCommand()
    {
    }

    /// <summary>Register it, or change what is registered.</summary>
    /// <param name="Entry">What is to stand in the register.</param>
    /// <param name="IdTakenBy">Another recorder whose id differs by case alone, or <see langword="null"/>.</param>
    /// <param name="SerialTakenBy">Another recorder in service that has the same serial number, or <see langword="null"/>.</param>
    public sealed record Register(RecorderEvent.Registered Entry, string? IdTakenBy = null, string? SerialTakenBy = null) : RecorderCommand;

    /// <summary>Issue it.</summary>
    /// <param name="OfficerId">Who takes it.</param>
    /// <param name="OfficerName">The name; <see langword="null"/>: not registered, not in service, or of another bureau.</param>
    /// <param name="Note">A remark, possibly empty.</param>
    public sealed record Issue(string OfficerId, string? OfficerName, string Note) : RecorderCommand;

    /// <summary>Take it back.</summary>
    public sealed record Return(string Note) : RecorderCommand;

    /// <summary>Send it to repair.</summary>
    public sealed record SendToRepair(string Reason) : RecorderCommand;

    /// <summary>Take it back from repair.</summary>
    public sealed record FinishRepair(string Work) : RecorderCommand;

    /// <summary>Take it out of service.</summary>
    public sealed record Retire(string Reason) : RecorderCommand;

    /// <summary>Make its keys void.</summary>
    public sealed record RenewKey : RecorderCommand;

    /// <summary>It says that it began to record.</summary>
    public sealed record NoteRecordingStarted(string File, string RecordingId, AvMode Mode, DateTimeOffset DeviceAt, long? DriftMs, DateTimeOffset At) : RecorderCommand;

    /// <summary>It says that it stopped recording; may come before the start is known.</summary>
    public sealed record NoteRecordingStopped(
        string File, string RecordingId, DateTimeOffset DeviceAt, long? DriftMs, DateTimeOffset At, long? Size, string? Sha256) : RecorderCommand;

    /// <summary>It says that something is broken.</summary>
    public sealed record NoteFault(string Code, string Detail, DateTimeOffset At) : RecorderCommand;

    /// <summary>It has not been heard for longer than the lease, and records as far as is known.</summary>
    public sealed record NoteContactLost(string RecordingId, DateTimeOffset LastContact) : RecorderCommand;

    /// <summary>It was heard again.</summary>
    public sealed record NoteContactFound(string RecordingId, DateTimeOffset At) : RecorderCommand;

    /// <summary>The file of one of its recordings has been stored: compare it with what the device declared.</summary>
    public sealed record CompareFile(string RecordingId, long Size, string Sha256) : RecorderCommand;

    /// <summary>A recording could not be announced under its holder's name.</summary>
    public sealed record NoteNotAnnounced(string RecordingId, Words Why) : RecorderCommand;

    /// <summary>Close a finding.</summary>
    public sealed record ResolveFinding(string Finding, string Resolution) : RecorderCommand;
}
