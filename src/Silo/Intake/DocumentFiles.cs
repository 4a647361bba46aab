using System.Collections.Immutable;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Media;
using Enforcement.Portal.Documents;
using Enforcement.Silo.Api;

namespace Enforcement.Silo.Intake;

/// <summary>
/// The files that documents name. A document may name only a file that its own bureau handed in, and never that of a recording: whoever may not
/// see a file would else name its hash as a document and fetch it unseen.
/// </summary>
internal sealed class DocumentFiles(IMediaStore media, IDocumentSenders senders, IReadModel reads, IGrainFactory grains) : IDocumentDesk
{
    /// <summary>Whether a hash is that of a recording's file.</summary>
    public async Task<bool> IsRecordingAsync(string sha256, CancellationToken cancellationToken) =>
        !(await reads.RecordingsAsync(BureauScope.City, new RecordingQuery(Sha256: sha256), new PageRequest(1), cancellationToken)).Rows.IsEmpty;

    /// <summary>What is wrong with the files that documents name. The shape of a hash is the law's to judge.</summary>
    public async Task<ImmutableArray<BrokenRule>> FaultsAsync(
        IEnumerable<DocumentInfo> documents, string bureau, string? caseId, Caller reader, CancellationToken cancellationToken)
    {
        var faults = ImmutableArray.CreateBuilder<BrokenRule>();
        foreach (var document in documents)
        {
            if (document.Sha256 is not { Length: 64 } sha256 || !sha256.All(char.IsAsciiHexDigitLower))
            {
                continue;
            }

            if (await IsRecordingAsync(sha256, cancellationToken))
            {
                faults.Add(Fault(document, "document.file-is-recording", "是音像记录", "is that of a recording", "请以音像记录关联", "Link the recording instead"));
            }
            else if (await media.FindAsync(sha256, cancellationToken) is null || !await IsOwnAsync(sha256, bureau, caseId, reader, cancellationToken))
            {
                // One answer for both: whether another bureau has such a file is nobody's business here.
                faults.Add(Fault(document, "document.file-unknown", "尚未由本机关上传", "was not handed in by this bureau", "请先上传文件", "Hand it in first"));
            }
        }

        return faults.ToImmutable();
    }

    /// <summary>Handed in by the bureau, or standing in the case already: a correction names again what the entry named.</summary>
    private async Task<bool> IsOwnAsync(string sha256, string bureau, string? caseId, Caller reader, CancellationToken cancellationToken) =>
        await senders.HasAsync(sha256, bureau, cancellationToken)
        || (caseId is not null && await grains.GetGrain<ICaseGrain>(caseId).ViewAsync(reader) is { } view
            && view.Bureau == bureau && view.Acts.SelectMany(act => act.Documents).Any(named => named.Sha256 == sha256));

    private static BrokenRule Fault(DocumentInfo document, string code, string zh, string en, string nextZh, string nextEn) => new(
        code, null, null, new Wording($"文书“{document.Id}”所指文件{zh}", $"The file of document \"{document.Id}\" {en}"), new Wording(nextZh, nextEn), document.Id);
}

/// <summary>Asks for the files of a command's documents before the command is given.</summary>
internal static class DocumentFileChecks
{
    /// <typeparam name="TBody">The type of the body, one of the handler's parameters.</typeparam>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="documents">The documents of a body.</param>
    /// <param name="bureau">The bureau that a body names; absent: that of the case in the path.</param>
    public static RouteHandlerBuilder WithKnownFiles<TBody>(
        this RouteHandlerBuilder endpoint, Func<TBody, IEnumerable<DocumentInfo>> documents, Func<TBody, string>? bureau = null)
        where TBody : class =>
        endpoint.AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            var body = context.Arguments.OfType<TBody>().First();
            var known = http.Found<CaseRow>();
            var faults = await http.RequestServices.GetRequiredService<DocumentFiles>()
                .FaultsAsync(documents(body), bureau?.Invoke(body) ?? known?.Bureau ?? "", known?.CaseId, http.Reader(), http.RequestAborted);
            return faults.IsEmpty ? await next(context) : Problems.Broken(faults);
        });
}
