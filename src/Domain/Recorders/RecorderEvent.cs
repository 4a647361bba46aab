using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Recorders;

/// <summary>What happened to a body-worn recorder [执法记录仪]: its entry in the register, its holders, and those of its own reports that have legal weight.</summary>
/// <remarks>Battery, position and the like never come here: they are telemetry. The stream also holds findings.</remarks>
public abstract record RecorderEvent : DomainEvent
{
    private RecorderEvent()
    {
    }

    /// <summary>The register's entry, whole: the latest one counts [登记].</summary>
    /// <param name="Bureau">The bureau's id.</param>
    /// <param name="Model">The model, as its maker calls it.</param>
    /// <param name="Serial">The maker's serial number.</param>
    /// <param name="StorageBytes">Size of its store, 0 when unknown.</param>
    /// <param name="Note">A remark, possibly empty.</param>
    public sealed record Registered(string Bureau, string Model, string Serial, long StorageBytes, string Note) : RecorderEvent;

    /// <summary>An officer took it [领用].</summary>
    public sealed record Issued(string OfficerId, string OfficerName, string Note) : RecorderEvent;

    /// <summary>It came back into the store [归还].</summary>
    public sealed record Returned(string OfficerId, string OfficerName, string Note) : RecorderEvent;

    /// <summary>It went to repair [送修].</summary>
    public sealed record SentToRepair(string Reason) : RecorderEvent;

    /// <summary>It came back from repair into the store [修复].</summary>
    public sealed record Repaired(string Work) : RecorderEvent;

    /// <summary>It is out of service for ever [报废].</summary>
    public sealed record Retired(string Reason) : RecorderEvent;

    /// <summary>Every key before this generation is void.</summary>
    public sealed record KeyRenewed(int Generation) : RecorderEvent;

    /// <summary>It began to record [开始摄录].</summary>
    /// <param name="File">The id of the file on the device.</param>
    /// <param name="RecordingId">The recording that it became.</param>
    /// <param name="Mode">Audio or video.</param>
    /// <param name="DeviceAt">The device's own clock.</param>
    /// <param name="DriftMs">How far that clock was ahead of the server's when last measured; <see langword="null"/>: never measured.</param>
    /// <param name="Bureau">Its bureau then.</param>
    /// <param name="HolderId">Who held it then; <see langword="null"/>: nobody.</param>
    /// <param name="HolderName">The holder's name.</param>
    public sealed record RecordingStarted(
        string File, string RecordingId, AvMode Mode, DateTimeOffset DeviceAt, long? DriftMs, string Bureau, string? HolderId, string? HolderName) : RecorderEvent;

    /// <summary>It stopped recording [停止摄录].</summary>
    /// <param name="File">The id of the file on the device.</param>
    /// <param name="RecordingId">The recording.</param>
    /// <param name="DeviceAt">The device's own clock.</param>
    /// <param name="DriftMs">As in <see cref="RecordingStarted"/>.</param>
    /// <param name="Size">Bytes, as declared by the device.</param>
    /// <param name="Sha256">Lower-case hexadecimal, as declared by the device, if it hashes.</param>
    public sealed record RecordingStopped(string File, string RecordingId, DateTimeOffset DeviceAt, long? DriftMs, long? Size, string? Sha256) : RecorderEvent;

    /// <summary>It reported a fault [故障].</summary>
    /// <param name="Code">A stable code.</param>
    /// <param name="Detail">In the device's own words, possibly empty.</param>
    public sealed record Fault(string Code, string Detail) : RecorderEvent;

    /// <summary>It fell silent while recording [摄录中失联].</summary>
    /// <param name="RecordingId">The recording that ran.</param>
    /// <param name="File">The id of the file on the device.</param>
    /// <param name="LastContact">When it was last heard.</param>
    public sealed record ContactLost(string RecordingId, string File, DateTimeOffset LastContact) : RecorderEvent;

    /// <summary>It was heard again.</summary>
    /// <param name="RecordingId">The recording that ran when it fell silent.</param>
    public sealed record ContactFound(string RecordingId) : RecorderEvent;
}
