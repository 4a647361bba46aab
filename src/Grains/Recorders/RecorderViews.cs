using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Enforcement.Domain;
using Enforcement.Domain.Ledger;
using Enforcement.Domain.Recorders;
using Enforcement.Domain.Supervision;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.Recorders;

namespace Enforcement.Grains.Recorders;

/// <summary>A recorder as a page shows it.</summary>
internal static class RecorderViews
{
    /// <summary>What a recorder told of itself is shown as far back as this; holders and states always.</summary>
    private const int MostNotes = 100;

    public static RecorderView Of(string id, RecorderState state, ImmutableArray<LedgerEntry> entries, ProofView proof)
    {
        var known = state.Registration!;
        return new RecorderView
        {
            Id = id,
            Bureau = known.Bureau,
            Model = known.Model,
            Serial = known.Serial,
            StorageBytes = known.StorageBytes,
            Note = known.Note,
            State = Kebab.Of(state.Stage),
            HolderId = state.Holder?.OfficerId,
            HolderName = state.Holder?.OfficerName,
            KeyGeneration = state.KeyGeneration,
            History = History(entries),
            Proof = proof,
            Findings = Cases.CaseViews.Findings(state.Findings),
            Running = [.. state.Files.Where(static file => file.Running).Select(static file => file.File)],
        };
    }

    private static ImmutableArray<RecorderStep> History(ImmutableArray<LedgerEntry> entries)
    {
        var notes = entries.Count(IsNote);
        var steps = ImmutableArray.CreateBuilder<RecorderStep>();
        foreach (var entry in entries)
        {
            if (IsNote(entry) && notes-- > MostNotes)
            {
                continue;
            }

            var (zh, en, detail) = Words((DomainEvent)LedgerEvents.Serializer.Read(entry));
            steps.Add(new RecorderStep(new Wording(zh, en), entry.OccurredAt, entry.RecordedAt, entry.Actor.Name, string.IsNullOrEmpty(detail) ? null : detail));
        }

        return steps.ToImmutable();
    }

    private static bool IsNote(LedgerEntry entry) => entry.Name is "recorder.recording-started" or "recorder.recording-stopped" or "recorder.fault";

    private static (string Zh, string En, string? Detail) Words(DomainEvent fact) => fact switch
    {
        RecorderEvent.Registered e => ("登记", "Registered", $"{e.Bureau}，{e.Model}，{e.Serial}"),
        RecorderEvent.Issued e => ("领用", "Issued", With(e.OfficerName, e.Note)),
        RecorderEvent.Returned e => ("归还", "Returned", With(e.OfficerName, e.Note)),
        RecorderEvent.SentToRepair e => ("送修", "Sent to repair", e.Reason),
        RecorderEvent.Repaired e => ("修复入库", "Repaired", e.Work),
        RecorderEvent.Retired e => ("报废", "Retired", e.Reason),
        RecorderEvent.KeyRenewed e => ("更换密钥", "Key renewed", e.Generation.ToString(CultureInfo.InvariantCulture)),
        RecorderEvent.RecordingStarted e => ("开始摄录", "Began to record", With(e.File, e.HolderName ?? string.Empty)),
        RecorderEvent.RecordingStopped e => ("停止摄录", "Stopped recording", e.File),
        RecorderEvent.Fault e => ("故障", "Fault", With(e.Code, e.Detail)),
        RecorderEvent.ContactLost e => ("摄录中失联", "Fell silent while recording", e.File),
        RecorderEvent.ContactFound e => ("恢复联系", "Heard again", e.RecordingId),
        FindingEvent.Raised e => ("发现问题", "Finding", e.Text.Zh),
        FindingEvent.Resolved e => ("问题处理", "Finding resolved", e.Resolution),
        _ => throw new UnreachableException($"No words for {fact.GetType().Name}."),
    };

    private static string With(string first, string second) => second.Length == 0 ? first : $"{first}，{second}";
}
