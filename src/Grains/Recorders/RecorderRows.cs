using Enforcement.Domain;
using Enforcement.Domain.Recorders;
using Enforcement.Grains.Cases;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Grains.Streams;

namespace Enforcement.Grains.Recorders;

/// <summary>The rows of a recorder beside the ledger.</summary>
internal static class RecorderRows
{
    public static Projection Of(string id, string stream, RecorderState before, RecorderState after, long sequence, DateTimeOffset now) => new(
        [Entry(id, after, sequence, now), .. CaseRows.Findings(stream, after.Registration!.Bureau, id, before.Findings, after.Findings)], null);

    public static RecorderEntry Entry(string id, RecorderState state, long sequence, DateTimeOffset now)
    {
        var known = state.Registration!;
        return new RecorderEntry(
            id, RecorderIds.IdKey(id), known.Bureau, known.Model, known.Serial, state.Stage is RecorderStage.Retired ? null : RecorderIds.SerialKey(known.Serial),
            Kebab.Of(state.Stage), state.Holder?.OfficerId, state.Holder?.OfficerName, known.StorageBytes, known.Note, state.KeyGeneration,
            state.Files is [.., var last] ? last.RecordingId : null, sequence, now);
    }
}
