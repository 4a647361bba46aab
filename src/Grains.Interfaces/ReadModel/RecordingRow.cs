namespace Enforcement.Grains.Interfaces.ReadModel;

/// <summary>An audio-visual recording [音像记录] as lists show it, from its announcement on.</summary>
/// <param name="RecordingId">The recording, key of the row.</param>
/// <param name="Bureau">The bureau.</param>
/// <param name="RecorderId">The recorder [执法记录仪], or null when it came from another device.</param>
/// <param name="OfficerId">The officer who recorded.</param>
/// <param name="OfficerName">The name of that officer.</param>
/// <param name="StartedAt">When the recording started.</param>
/// <param name="EndedAt">When it ended, or null while it runs.</param>
/// <param name="State">announced, received, stored, linked and so on.</param>
/// <param name="FileName">The name the file came with, or null before it comes.</param>
/// <param name="ContentType">The media type, or null.</param>
/// <param name="Size">Bytes, or null.</param>
/// <param name="Sha256">SHA-256 of the whole file in lower-case hexadecimal, or null.</param>
/// <param name="CaseId">The case it is linked to, or null.</param>
/// <param name="ActId">The act it is linked to, or null.</param>
/// <param name="HandInDueAt">When it must be handed in [移交存储], or null.</param>
/// <param name="HandInState">The state of that term.</param>
/// <param name="StoredAt">When the file was stored and synced, or null.</param>
/// <param name="UpdatedAt">When the row was drawn.</param>
/// <param name="Mode">photo, audio, video, surveillance.</param>
/// <param name="Place">Where it was recorded, or null.</param>
/// <param name="CaseNumber">The number of the case it is linked to, or null.</param>
[GenerateSerializer, Alias("row.recording")]
[ReadTable("recordings", nameof(RecordingId))]
public sealed record RecordingRow(
    [property: Id(0)] string RecordingId,
    [property: Id(1)] string Bureau,
    [property: Id(2)] string? RecorderId,
    [property: Id(3)] string OfficerId,
    [property: Id(4)] string OfficerName,
    [property: Id(5)] DateTimeOffset StartedAt,
    [property: Id(6)] DateTimeOffset? EndedAt,
    [property: Id(7)] string State,
    [property: Id(8)] string? FileName,
    [property: Id(9)] string? ContentType,
    [property: Id(10)] long? Size,
    [property: Id(11)] string? Sha256,
    [property: Id(12)] string? CaseId,
    [property: Id(13)] string? ActId,
    [property: Id(14)] DateTimeOffset? HandInDueAt,
    [property: Id(15)] string HandInState,
    [property: Id(16)] DateTimeOffset? StoredAt,
    [property: Id(17)] DateTimeOffset UpdatedAt,
    [property: Id(18)] string Mode = "video",
    [property: Id(19)] string? Place = null,
    [property: Id(20)] string? CaseNumber = null) : ReadRow;
