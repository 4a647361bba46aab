using Enforcement.Domain;
using Enforcement.Grains.Media;
using Enforcement.Silo.Api;

namespace Enforcement.Silo.Uploads;

/// <summary>Where an upload stands, for people and programs that do not speak tus.</summary>
/// <param name="UploadId">Names the upload.</param>
/// <param name="State"><c>receiving</c>, <c>storing</c>, <c>accepted</c>, <c>refused</c> or <c>rejected</c>.</param>
/// <param name="Offset">Bytes on disk.</param>
/// <param name="Length">Bytes declared.</param>
/// <param name="Media">The hashes, once they are known.</param>
/// <param name="Link">Where the receiver put it.</param>
/// <param name="ProblemType">Why it was refused or rejected.</param>
/// <param name="Detail">The same in words.</param>
public sealed record UploadReceipt(
    string UploadId, string State, long Offset, long Length, StoredMedia? Media, string? Link, string? ProblemType, Words? Detail)
{
    internal static UploadReceipt Of(StagedFile file)
    {
        var ended = file.Phase switch
        {
            StagedPhase.Settled => UploadSettlement.Parse(file.Settlement!),
            StagedPhase.Rejected => UploadProblems.Rejected(file.Media!.Sha256),
            _ => null,
        };
        var state = file.Phase switch
        {
            StagedPhase.Receiving => "receiving",
            StagedPhase.Moving or StagedPhase.Stored => "storing",
            StagedPhase.Rejected => "rejected",
            _ => ended!.Accepted ? "accepted" : "refused",
        };
        return new UploadReceipt(
            file.UploadId, state, file.Offset, file.Length, file.Media, ended?.Link,
            ended is { Accepted: false } ? Problems.TypePrefix + ended.Code : null, ended is { Accepted: false } ? ended.Detail : null);
    }
}
