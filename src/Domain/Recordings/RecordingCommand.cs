using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Recordings;

/// <summary>What somebody wants to do with a recording.</summary>
public abstract record RecordingCommand
{
    private RecordingCommand()
    {
    }

    /// <summary>Make it known.</summary>
    public sealed record Announce(
        string Bureau, string? RecorderId, string OfficerId, string? OfficerName, AvMode Mode, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, string? Place) : RecordingCommand;

    /// <summary>Tell its end.</summary>
    public sealed record End(DateTimeOffset EndedAt) : RecordingCommand;

    /// <summary>The store has it.</summary>
    public sealed record Store(FileFacts File) : RecordingCommand;

    /// <summary>A case act took it.</summary>
    public sealed record Link(string CaseId, string CaseNumber, string Act) : RecordingCommand;

    /// <summary>Declare remote work.</summary>
    public sealed record DeclareRemoteWork(string Ground, string Reason) : RecordingCommand;

    /// <summary>Declare the return.</summary>
    public sealed record DeclareReturn(DateTimeOffset ReturnedAt) : RecordingCommand;

    /// <summary>Write down a view.</summary>
    public sealed record View(string Purpose) : RecordingCommand;

    /// <summary>Say what is at a place of the recording, perhaps instead of an earlier mark.</summary>
    public sealed record Mark(string Id, long AtMs, string Text, string? Corrects) : RecordingCommand;

    /// <summary>Take a mark back.</summary>
    public sealed record WithdrawMark(string Id, string Reason) : RecordingCommand;

    /// <summary>The bytes are damaged.</summary>
    public sealed record Corrupt(long Leaf) : RecordingCommand;

    /// <summary>Close a finding.</summary>
    public sealed record ResolveFinding(string Finding, string Resolution) : RecordingCommand;

    /// <summary>Notice what has fallen due. Idempotent.</summary>
    public sealed record CheckDeadlines : RecordingCommand;

    /// <summary>Decide provisional terms again. Idempotent.</summary>
    public sealed record RecountProvisional : RecordingCommand;
}
