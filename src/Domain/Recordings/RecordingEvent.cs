using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Recordings;

/// <summary>What happened to a recording [音像记录]: its custody line. Its stream also holds terms and findings.</summary>
public abstract record RecordingEvent : DomainEvent
{
    private RecordingEvent()
    {
    }

    /// <summary>The recording is known to exist; no file has come yet.</summary>
    /// <param name="Bureau">The bureau's id.</param>
    /// <param name="RecorderId">The recorder; <see langword="null"/>: other equipment.</param>
    /// <param name="OfficerId">The officer who recorded.</param>
    /// <param name="OfficerName">The officer's name.</param>
    /// <param name="Mode">Photo, audio, video, surveillance.</param>
    /// <param name="StartedAt">When recording began.</param>
    /// <param name="EndedAt">When it ended; <see langword="null"/>: still recording.</param>
    /// <param name="Place">Where.</param>
    /// <param name="ProfileId">The profile in force at the bureau.</param>
    /// <param name="ProfileHash">SHA-256 of its text.</param>
    public sealed record Announced(
        string Bureau, string? RecorderId, string OfficerId, string OfficerName, AvMode Mode, DateTimeOffset StartedAt, DateTimeOffset? EndedAt,
        string? Place, string ProfileId, string ProfileHash) : RecordingEvent;

    /// <summary>Recording ended [音像记录制作完成].</summary>
    public sealed record Ended(DateTimeOffset EndedAt) : RecordingEvent;

    /// <summary>The store has the whole file, hashed while it came and synced [存储].</summary>
    public sealed record Stored(FileFacts File) : RecordingEvent;

    /// <summary>A case act took it [关联案件].</summary>
    public sealed record Linked(string CaseId, string CaseNumber, string Act) : RecordingEvent;

    /// <summary>Remote or continuous work was declared [连续工作、异地工作或在边远、交通不便地区执法].</summary>
    public sealed record RemoteWorkDeclared(string Ground, string Reason, string Article) : RecordingEvent;

    /// <summary>The return to the unit was declared [回到本单位].</summary>
    public sealed record Returned(DateTimeOffset ReturnedAt) : RecordingEvent;

    /// <summary>Somebody played or fetched it [调阅].</summary>
    public sealed record Viewed(string Purpose) : RecordingEvent;

    /// <summary>The stored bytes no longer match their hash.</summary>
    public sealed record Corrupted(long Leaf) : RecordingEvent;

    /// <summary>Somebody said what is to be seen or heard at a place of the recording [时点标注]; the file itself is not touched.</summary>
    /// <param name="Mark">The mark's id within the recording.</param>
    /// <param name="AtMs">The place, in milliseconds from the start of the recording.</param>
    /// <param name="Text">What is said of it, 1 to 200 characters.</param>
    /// <param name="Corrects">The mark that it takes the place of; <see langword="null"/>: none.</param>
    /// <param name="By">The id of who made it: only that person corrects it or takes it back.</param>
    public sealed record Marked(string Mark, long AtMs, string Text, string? Corrects, string By) : RecordingEvent;

    /// <summary>Its author took a mark back; it stays readable in the custody line.</summary>
    /// <param name="Mark">The mark.</param>
    /// <param name="Reason">Why, 1 to 200 characters.</param>
    public sealed record MarkWithdrawn(string Mark, string Reason) : RecordingEvent;
}

/// <summary>A stored file.</summary>
/// <param name="Sha256">SHA-256 of the whole, lower-case hex.</param>
/// <param name="Sm3">SM3 of the whole, lower-case hex.</param>
/// <param name="Size">Bytes.</param>
/// <param name="LeafRoot">Merkle root over SHA-256 leaves of 1 MiB.</param>
/// <param name="LeafCount">Number of leaves.</param>
/// <param name="FileName">The name as handed in, for display only.</param>
/// <param name="ContentType">The media type.</param>
/// <param name="UploadId">The upload that brought it.</param>
public sealed record FileFacts(string Sha256, string Sm3, long Size, string LeafRoot, int LeafCount, string FileName, string ContentType, string UploadId);
