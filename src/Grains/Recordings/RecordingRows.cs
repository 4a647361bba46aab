using Enforcement.Domain;
using Enforcement.Domain.Recordings;
using Enforcement.Grains.Cases;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Streams;

namespace Enforcement.Grains.Recordings;

/// <summary>The read-model rows of a recording.</summary>
internal static class RecordingRows
{
    public static Projection Of(string id, string stream, RecordingState before, RecordingState after, DateTimeOffset now)
    {
        var known = after.Announcement!;
        var handIn = after.Clocks.Clocks.Values.FirstOrDefault(c => !c.Advisory);
        return new Projection(
            [
                new RecordingRow(
                    id, known.Bureau, known.RecorderId, known.OfficerId, known.OfficerName, known.StartedAt, after.EndedAt,
                    after.CorruptedLeaf is not null ? "corrupted" : after.File is not null ? "stored" : after.EndedAt is null ? "recording" : "announced",
                    after.File?.FileName, after.File?.ContentType, after.File?.Size, after.File?.Sha256, after.Link?.CaseId, after.Link?.Act,
                    handIn?.Due.At, handIn is null ? "none" : Kebab.Of(handIn.Phase), after.StoredAt, now,
                    Kebab.Of(known.Mode), known.Place, after.Link?.CaseNumber),
                .. CaseRows.Clocks(stream, known.Bureau, "recording", id, before.Clocks, after.Clocks),
                .. CaseRows.Findings(stream, known.Bureau, id, before.Findings, after.Findings),
                .. WorkRows.OfRecording(id, stream, before, after),
            ],
            after.Clocks.NextDue);
    }
}
