using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.Access;

namespace Enforcement.Grains.Interfaces.Recorders;

/// <summary>One body-worn recorder [执法记录仪]. Its key is the recorder id, as written on the device.</summary>
/// <remarks>
/// Who holds it and what it recorded are facts of the ledger (stream <c>recorder/ID</c>); battery, position and the like are telemetry and are
/// kept apart, so that neither waits for the other.
/// </remarks>
[Alias("enforcement.recorder")]
public interface IRecorderGrain : IGrainWithStringKey
{
    /// <summary>Registers the recorder, or changes what is registered. The same content again does nothing.</summary>
    /// <remarks>The reply's reference is the generation of the key that was made: 1 for a new recorder. For one that was registered before it is its id.</remarks>
    [Alias("register")]
    Task<CommandReply> RegisterAsync(RegisterRecorder request, Caller caller);

    /// <summary>Issues it to an officer of its bureau [领用]. Refused while another holds it, in repair, or retired.</summary>
    [Alias("issue")]
    Task<CommandReply> IssueAsync(IssueRecorder request, Caller caller);

    /// <summary>Takes it back into the store [归还].</summary>
    [Alias("return")]
    Task<CommandReply> ReturnAsync(ReturnRecorder request, Caller caller);

    /// <summary>Sends it to repair, or back into the store afterwards [送修、修复].</summary>
    [Alias("repair")]
    Task<CommandReply> RepairAsync(RepairRecorder request, Caller caller);

    /// <summary>Takes it out of service for ever [报废]; its key is void from then on.</summary>
    [Alias("retire")]
    Task<CommandReply> RetireAsync(RetireRecorder request, Caller caller);

    /// <summary>Makes every earlier key of the recorder void and counts the generation up; the reply's reference is the new generation.</summary>
    [Alias("renew-key")]
    Task<CommandReply> RenewKeyAsync(Caller caller);

    /// <summary>Takes a batch of reports of this recorder. Safe to repeat, in any order; what was refused is named one by one.</summary>
    /// <param name="batch">The reports.</param>
    /// <param name="via">Who sent them: <c>recorder</c> for its own key, otherwise the id of the program.</param>
    [Alias("report")]
    Task<TelemetryReply> ReportAsync(TelemetryBatch batch, string via);

    /// <summary>Marks an alarm as seen by a person, with what is done about it.</summary>
    [Alias("acknowledge")]
    Task<CommandReply> AcknowledgeAsync(AcknowledgeAlarm request, Caller caller);

    /// <summary>Compares the last contact with the lease: a recorder that fell silent while recording is written down and raised. Idempotent.</summary>
    /// <returns>How many alarms were raised.</returns>
    [Alias("check-lease")]
    Task<int> CheckLeaseAsync();

    /// <summary>Compares a stored file with what the recorder declared of it; a difference is raised as a finding. Idempotent.</summary>
    [Alias("compare-file")]
    Task CompareFileAsync(string recordingId, long size, string sha256);

    /// <summary>Closes a finding with words.</summary>
    [Alias("resolve-finding")]
    Task<CommandReply> ResolveFindingAsync(Cases.ResolveFinding request, Caller caller);

    /// <summary>Reads register, holders and state; <see langword="null"/>: not registered.</summary>
    [Alias("view")]
    Task<RecorderView?> ViewAsync();
}

/// <summary>Registers a recorder.</summary>
/// <param name="Bureau">The bureau's id.</param>
/// <param name="Model">The model, as its maker calls it.</param>
/// <param name="Serial">The maker's serial number; unique among recorders in service.</param>
/// <param name="StorageBytes">Size of its store, 0 when unknown.</param>
/// <param name="Note">A remark.</param>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.register-recorder")]
public sealed record RegisterRecorder(
    [property: Id(0)] string Bureau,
    [property: Id(1)] string Model,
    [property: Id(2)] string Serial,
    [property: Id(3)] long StorageBytes = 0,
    [property: Id(4)] string Note = "");

/// <summary>Issues a recorder.</summary>
/// <param name="OfficerId">Who takes it.</param>
/// <param name="Note">A remark, such as the state it is in.</param>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.issue-recorder")]
public sealed record IssueRecorder([property: Id(0)] string OfficerId, [property: Id(1)] string Note = "");

/// <summary>Takes a recorder back.</summary>
/// <param name="Note">A remark, such as the state it came back in.</param>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.return-recorder")]
public sealed record ReturnRecorder([property: Id(0)] string Note = "");

/// <summary>To repair, or back from it.</summary>
/// <param name="Done">Whether it comes back repaired.</param>
/// <param name="Reason">What is wrong, or what was done. Required.</param>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.repair-recorder")]
public sealed record RepairRecorder([property: Id(0)] bool Done, [property: Id(1)] string Reason);

/// <summary>Out of service for ever.</summary>
/// <param name="Reason">Why. Required.</param>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.retire-recorder")]
public sealed record RetireRecorder([property: Id(0)] string Reason);

/// <summary>An alarm was seen.</summary>
/// <param name="AlarmId">The alarm.</param>
/// <param name="Note">What is done about it. Required.</param>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.acknowledge-alarm")]
public sealed record AcknowledgeAlarm([property: Id(0)] string AlarmId, [property: Id(1)] string Note);

/// <summary>A recorder as its page shows it.</summary>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.recorder-view")]
public sealed record RecorderView
{
    /// <summary>The recorder.</summary>
    [Id(0)]
    public required string Id { get; init; }

    /// <summary>Its bureau.</summary>
    [Id(1)]
    public required string Bureau { get; init; }

    /// <summary>The model.</summary>
    [Id(2)]
    public required string Model { get; init; }

    /// <summary>The maker's serial number.</summary>
    [Id(3)]
    public required string Serial { get; init; }

    /// <summary>Size of its store in bytes, 0 when unknown.</summary>
    [Id(4)]
    public required long StorageBytes { get; init; }

    /// <summary>A remark.</summary>
    [Id(5)]
    public required string Note { get; init; }

    /// <summary>in-store, issued, repair, retired.</summary>
    [Id(6)]
    public required string State { get; init; }

    /// <summary>Who holds it, or <see langword="null"/>.</summary>
    [Id(7)]
    public string? HolderId { get; init; }

    /// <summary>The holder's name.</summary>
    [Id(8)]
    public string? HolderName { get; init; }

    /// <summary>The generation of its key, from 1.</summary>
    [Id(9)]
    public required int KeyGeneration { get; init; }

    /// <summary>Holders and states, oldest first [领用记录].</summary>
    [Id(10)]
    public required ImmutableArray<RecorderStep> History { get; init; }

    /// <summary>The proof state of its stream.</summary>
    [Id(11)]
    public required Cases.ProofView Proof { get; init; }

    /// <summary>Findings about it.</summary>
    [Id(12)]
    public ImmutableArray<Cases.FindingView> Findings { get; init; } = [];

    /// <summary>The ids of the files that it records, as far as is known; several where it never told of an end.</summary>
    [Id(13)]
    public ImmutableArray<string> Running { get; init; } = [];
}

/// <summary>One step in the life of a recorder.</summary>
/// <param name="Step">What happened.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="RecordedAt">When it was written down.</param>
/// <param name="By">Who did it.</param>
/// <param name="Detail">To whom, why, which file.</param>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.recorder-step")]
public sealed record RecorderStep(
    [property: Id(0)] Wording Step,
    [property: Id(1)] DateTimeOffset OccurredAt,
    [property: Id(2)] DateTimeOffset RecordedAt,
    [property: Id(3)] string By,
    [property: Id(4)] string? Detail);
