using System.Collections.Immutable;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Grains.Interfaces.Recordings;
using Enforcement.Portal.Components.Forms;

namespace Enforcement.Portal.Pages.Cases;

/// <summary>The recordings that the form of an act offers, and how one is announced from there.</summary>
public sealed class ActRecordings(IGrainFactory grains, IReadModel reads, IServiceProvider services)
{
    private const int Most = 100;

    /// <summary>Recordings of a bureau that no case has taken, the youngest first.</summary>
    public async Task<IReadOnlyList<RecordingRow>> UnlinkedAsync(string bureau, CancellationToken cancellationToken) =>
        (await reads.RecordingsAsync(BureauScope.Of(bureau), new RecordingQuery(Unlinked: true), new PageRequest(Most), cancellationToken)).Rows;

    /// <summary>The recorders that an officer holds.</summary>
    public async Task<IReadOnlySet<string>> RecordersOfAsync(string officer, string bureau, CancellationToken cancellationToken) =>
        services.GetService(typeof(IFleetReadModel)) is IFleetReadModel fleet
            ? (await fleet.RecordersAsync(BureauScope.Of(bureau), new RecorderQuery(HolderId: officer), new PageRequest(20), cancellationToken)).Rows.Select(r => r.RecorderId).ToHashSet(StringComparer.Ordinal)
            : new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Announces a recording of an officer. The broken rules, or what is offered with it.</summary>
    public async Task<(ImmutableArray<BrokenRule> Broken, IReadOnlyList<RecordingRow> Rows)> AnnounceAsync(
        AnnounceHere.NewRecording recording, string bureau, string officer, Caller caller, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(recording);
        AnnounceRecording request = new(bureau, recording.Recorder, officer, recording.Mode, recording.Started, recording.Ended);
        var reply = await grains.GetGrain<IRecordingGrain>(recording.Id).AnnounceAsync(request, caller);
        return (reply.Broken, reply.Done ? await UnlinkedAsync(bureau, cancellationToken) : []);
    }
}
