using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Cases;

namespace Enforcement.Grains.Interfaces.Recordings;

/// <summary>One recording [音像记录], known from its announcement on, before any file exists. Its key is the recording id: lower-case letters, digits and hyphens, 8 to 64.</summary>
[Alias("enforcement.recording")]
public interface IRecordingGrain : IGrainWithStringKey
{
    /// <summary>Announces the recording: recorder, officer, start, perhaps end. Its hand-in term runs from the end.</summary>
    [Alias("announce")]
    Task<CommandReply> AnnounceAsync(AnnounceRecording request, Caller caller);

    /// <summary>Tells when an announced recording ended.</summary>
    [Alias("end")]
    Task<CommandReply> EndAsync(EndRecording request, Caller caller);

    /// <summary>Declares remote or continuous work before the due instant, where the regulation knows the exemption (FS-31).</summary>
    [Alias("declare-remote-work")]
    Task<CommandReply> DeclareRemoteWorkAsync(DeclareRemoteWork request, Caller caller);

    /// <summary>Declares the return to the unit; the term counts from there.</summary>
    [Alias("declare-return")]
    Task<CommandReply> DeclareReturnAsync(DeclareReturn request, Caller caller);

    /// <summary>The store has the whole file, hashed and synced. Idempotent for the same hash; another hash is refused: an original is never replaced.</summary>
    [Alias("stored")]
    Task<CommandReply> StoredAsync(StoredFile file, Caller caller);

    /// <summary>Reads what is known; <see langword="null"/>: never announced.</summary>
    [Alias("view")]
    Task<RecordingView?> ViewAsync();

    /// <summary>Tells the recording that a case act took it. Called by the case.</summary>
    [Alias("linked")]
    Task<CommandReply> LinkedAsync(string caseId, string caseNumber, string act, Caller caller);

    /// <summary>Writes down that somebody played or fetched the recording [调阅].</summary>
    [Alias("viewed")]
    Task ViewedAsync(string purpose, Caller caller);

    /// <summary>Raises a finding that the stored bytes no longer match their hash.</summary>
    [Alias("corrupted")]
    Task CorruptedAsync(long leaf);

    /// <summary>Notices what has fallen due. Idempotent.</summary>
    /// <returns>How many terms were found missed.</returns>
    [Alias("check-deadlines")]
    Task<int> CheckDeadlinesAsync();

    /// <summary>Decides provisional terms again. Idempotent.</summary>
    [Alias("recount")]
    Task RecountAsync();

    /// <summary>Draws the rows of all lists again from what the stream says, for a table that was not there when it was written. Idempotent; writes no entry.</summary>
    [Alias("redraw")]
    Task RedrawAsync();

    /// <summary>Closes a finding with words.</summary>
    [Alias("resolve-finding")]
    Task<CommandReply> ResolveFindingAsync(ResolveFinding request, Caller caller);

    /// <summary>Says what is to be seen or heard at a place of the recording [时点标注], perhaps instead of an earlier mark of the same person.</summary>
    [Alias("mark")]
    Task<CommandReply> MarkAsync(MarkRecording request, Caller caller);

    /// <summary>Takes a mark back; only who made it may. It stays in the custody line.</summary>
    [Alias("withdraw-mark")]
    Task<CommandReply> WithdrawMarkAsync(WithdrawMark request, Caller caller);
}

/// <summary>Announces a recording.</summary>
/// <param name="Bureau">The bureau's id.</param>
/// <param name="RecorderId">The recorder; <see langword="null"/>: other equipment.</param>
/// <param name="OfficerId">The officer who recorded.</param>
/// <param name="Mode">photo, audio, video, surveillance.</param>
/// <param name="StartedAt">When recording began.</param>
/// <param name="EndedAt">When it ended; absent: still recording.</param>
/// <param name="Place">Where.</param>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.announce-recording")]
public sealed record AnnounceRecording(
    [property: Id(0)] string Bureau,
    [property: Id(1)] string? RecorderId,
    [property: Id(2)] string OfficerId,
    [property: Id(3)] string Mode,
    [property: Id(4)] DateTimeOffset StartedAt,
    [property: Id(5)] DateTimeOffset? EndedAt = null,
    [property: Id(6)] string? Place = null);

/// <summary>Tells when an announced recording ended.</summary>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.end-recording")]
public sealed record EndRecording([property: Id(0)] DateTimeOffset EndedAt);

/// <summary>Declares remote or continuous work.</summary>
/// <param name="Ground">One of the profile's grounds: continuous, away, remote.</param>
/// <param name="Reason">Why the file really cannot be handed in.</param>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.declare-remote-work")]
public sealed record DeclareRemoteWork([property: Id(0)] string Ground, [property: Id(1)] string Reason);

/// <summary>Declares the return to the unit.</summary>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.declare-return")]
public sealed record DeclareReturn([property: Id(0)] DateTimeOffset ReturnedAt);

/// <summary>A file in the media store.</summary>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.stored-file")]
public sealed record StoredFile(
    [property: Id(0)] string Sha256,
    [property: Id(1)] string Sm3,
    [property: Id(2)] long Size,
    [property: Id(3)] string LeafRoot,
    [property: Id(4)] int LeafCount,
    [property: Id(5)] string FileName,
    [property: Id(6)] string ContentType,
    [property: Id(7)] string UploadId);

/// <summary>What is known of a recording.</summary>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.recording-view")]
public sealed record RecordingView
{
    /// <summary>Its id.</summary>
    [Id(0)]
    public required string Id { get; init; }

    /// <summary>The bureau's id.</summary>
    [Id(1)]
    public required string Bureau { get; init; }

    /// <summary>The recorder.</summary>
    [Id(2)]
    public string? RecorderId { get; init; }

    /// <summary>The officer who recorded.</summary>
    [Id(3)]
    public required string OfficerId { get; init; }

    /// <summary>The officer's name.</summary>
    [Id(4)]
    public required string OfficerName { get; init; }

    /// <summary>photo, audio, video, surveillance.</summary>
    [Id(5)]
    public required string Mode { get; init; }

    /// <summary>When recording began.</summary>
    [Id(6)]
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    [Id(7)]
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Where.</summary>
    [Id(8)]
    public string? Place { get; init; }

    /// <summary>The file, once stored.</summary>
    [Id(9)]
    public StoredFile? File { get; init; }

    /// <summary>When it was stored.</summary>
    [Id(10)]
    public DateTimeOffset? StoredAt { get; init; }

    /// <summary>The case that took it.</summary>
    [Id(11)]
    public string? CaseId { get; init; }

    /// <summary>The case's number.</summary>
    [Id(12)]
    public string? CaseNumber { get; init; }

    /// <summary>The act that took it.</summary>
    [Id(13)]
    public string? ActId { get; init; }

    /// <summary>Terms: hand-in, and what else runs.</summary>
    [Id(14)]
    public required ImmutableArray<ClockView> Clocks { get; init; }

    /// <summary>Findings.</summary>
    [Id(15)]
    public required ImmutableArray<FindingView> Findings { get; init; }

    /// <summary>The custody line, oldest first [保管链].</summary>
    [Id(16)]
    public required ImmutableArray<CustodyStep> Custody { get; init; }

    /// <summary>The grounds of remote work that may be declared now; empty: none.</summary>
    [Id(17)]
    public required ImmutableArray<NamedValue> RemoteGrounds { get; init; }

    /// <summary>The proof state of its stream.</summary>
    [Id(18)]
    public required ProofView Proof { get; init; }

    /// <summary>When remote or continuous work was declared.</summary>
    [Id(19)]
    public DateTimeOffset? RemoteDeclaredAt { get; init; }

    /// <summary>The declared return to the unit.</summary>
    [Id(20)]
    public DateTimeOffset? ReturnedAt { get; init; }

    /// <summary>The marks that stand, by their place in the recording.</summary>
    [Id(21)]
    public ImmutableArray<RecordingMark> Marks { get; init; } = [];

    /// <summary>Whether the stored bytes were found not to match their hash.</summary>
    [Id(22)]
    public bool Corrupted { get; init; }
}

/// <summary>One step of custody.</summary>
/// <param name="Step">What happened.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="RecordedAt">When it was written down.</param>
/// <param name="By">Whose entry it is.</param>
/// <param name="Detail">Particulars.</param>
/// <param name="Kind">announced, ended, stored, linked, viewed, corrupted; empty: something else.</param>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.custody-step")]
public sealed record CustodyStep(
    [property: Id(0)] Wording Step,
    [property: Id(1)] DateTimeOffset OccurredAt,
    [property: Id(2)] DateTimeOffset RecordedAt,
    [property: Id(3)] string By,
    [property: Id(4)] string? Detail,
    [property: Id(5)] string Kind = "");
