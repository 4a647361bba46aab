using Enforcement.Domain;
using Enforcement.Domain.Cases;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Recordings;

namespace Enforcement.Grains.Cases;

/// <summary>What a case and its recordings tell each other. Only the case calls, so that no two grains ever wait for one another.</summary>
internal static class CaseRecordings
{
    private static readonly Caller System = new("system", "系统", "system", "system", null, "system");

    /// <summary>Tells recordings that the case took them.</summary>
    public static async Task TellAsync(IEnumerable<Fact> facts, string caseId, CaseState state, IGrainFactory grains, Caller caller)
    {
        var links = facts.Select(f => f.Event).SelectMany(e => e switch
        {
            CaseEvent.ActRecorded recorded => recorded.Act.Recordings.Select(r => (Act: recorded.Act.Id, Recording: r.Id)),
            CaseEvent.RecordingLinked linked => [(linked.Act, linked.Recording.Id)],
            _ => [],
        });
        foreach (var (act, recording) in links.ToArray())
        {
            await TellAsync(recording, act, caseId, state, grains, caller);
        }
    }

    /// <summary>Tells every linked recording again: a process may have ended between the case's entry and the telling. Idempotent.</summary>
    public static async Task TellAllAsync(string caseId, CaseState state, IGrainFactory grains)
    {
        foreach (var (act, link) in Links(state))
        {
            await TellAsync(link.Id, act.Id, caseId, state, grains, System);
        }
    }

    /// <summary>Learns which announced recordings have been stored since, and for which remote work was declared.</summary>
    public static async Task LearnAsync(CaseState state, IGrainFactory grains, Func<CaseCommand, Task<int>> confirm)
    {
        foreach (var (_, link) in Links(state).Where(x => x.Link.StoredAt is null))
        {
            switch (await grains.GetGrain<IRecordingGrain>(link.Id).ViewAsync())
            {
                case { File: { } file, StoredAt: { } storedAt }:
                    await confirm(new CaseCommand.ConfirmStored(link.Id, file.Sha256, storedAt));
                    break;
                case { RemoteDeclaredAt: { } declared } view:
                    await confirm(new CaseCommand.FollowRemoteWork(link.Id, declared, view.ReturnedAt));
                    break;
            }
        }
    }

    private static (ActEntry Act, RecordingEntry Link)[] Links(CaseState state) =>
        [.. state.Acts.SelectMany(a => a.Recordings.Select(r => (a.Entry, r.Entry)))];

    private static Task TellAsync(string recording, string act, string caseId, CaseState state, IGrainFactory grains, Caller caller) =>
        grains.GetGrain<IRecordingGrain>(recording).LinkedAsync(caseId, state.Opening!.Number, act, caller with { CommandId = $"link-{caseId}-{recording}" });
}
