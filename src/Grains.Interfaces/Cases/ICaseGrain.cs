using Enforcement.Grains.Interfaces.Access;
using Orleans.Concurrency;

namespace Enforcement.Grains.Interfaces.Cases;

/// <summary>One case [案件], from start to archive. Its key is the case id, chosen by the client: lower-case letters, digits and hyphens, 8 to 64.</summary>
/// <remarks>
/// Every command answers with a <see cref="CommandReply"/>; an exception means a bug, a lost store, or a command id used twice with different
/// payloads. Whoever calls has been authenticated; that the caller may do this in this bureau was decided at the edge, what a role may record is
/// decided here, by the profile.
/// </remarks>
[Alias("enforcement.case")]
public interface ICaseGrain : IGrainWithStringKey
{
    /// <summary>Opens the case with its first act. The reference is the case number.</summary>
    [Alias("open")]
    Task<CommandReply> OpenAsync(OpenCase request, Caller caller);

    /// <summary>Records an act, or corrects one. The reference is the id of the entry.</summary>
    [Alias("record-act")]
    Task<CommandReply> RecordActAsync(ActDraft request, Caller caller);

    /// <summary>Asks what opening the case would do, by the same rules, and writes nothing.</summary>
    [Alias("check-open")]
    Task<ActCheck> CheckOpenAsync(OpenCase request, Caller caller);

    /// <summary>Asks what recording the act would do, by the same rules, and writes nothing.</summary>
    [Alias("check-act")]
    Task<ActCheck> CheckActAsync(ActDraft request, Caller caller);

    /// <summary>Adds a document to an act.</summary>
    [Alias("attach-document")]
    Task<CommandReply> AttachDocumentAsync(AttachDocument request, Caller caller);

    /// <summary>Links an announced or stored recording to an act.</summary>
    [Alias("link-recording")]
    Task<CommandReply> LinkRecordingAsync(LinkRecording request, Caller caller);

    /// <summary>Describes a linked recording in text for the archive.</summary>
    [Alias("describe-recording")]
    Task<CommandReply> DescribeRecordingAsync(DescribeRecording request, Caller caller);

    /// <summary>Tells the case that the store has a linked recording. Idempotent; called by the recording.</summary>
    [Alias("recording-stored")]
    Task RecordingStoredAsync(string recordingId, string sha256, DateTimeOffset storedAt);

    /// <summary>Asks the case to look at its recordings: remote work or a return was declared. One way, so that no two grains wait for one another; if it is lost, the next check of deadlines learns the same.</summary>
    [OneWay]
    [Alias("follow-recordings")]
    Task FollowRecordingsAsync();

    /// <summary>Replaces a term by that of another law.</summary>
    [Alias("override-clock")]
    Task<CommandReply> OverrideClockAsync(OverrideClock request, Caller caller);

    /// <summary>Closes a finding with words.</summary>
    [Alias("resolve-finding")]
    Task<CommandReply> ResolveFindingAsync(ResolveFinding request, Caller caller);

    /// <summary>Notices what has fallen due. Idempotent; called by the sweep and the reminder.</summary>
    /// <returns>How many terms were found missed.</returns>
    [Alias("check-deadlines")]
    Task<int> CheckDeadlinesAsync();

    /// <summary>Decides provisional terms again with the calendar at hand. Idempotent.</summary>
    [Alias("recount")]
    Task RecountAsync();

    /// <summary>Draws the rows of all lists again from what the stream says, for a table that was not there when it was written. Idempotent; writes no entry.</summary>
    [Alias("redraw")]
    Task RedrawAsync();

    /// <summary>Everything a page shows of the case; <see langword="null"/>: there is no such case.</summary>
    /// <param name="caller">Who looks: decides which next acts are offered.</param>
    [Alias("view")]
    Task<CaseView?> ViewAsync(Caller caller);
}
