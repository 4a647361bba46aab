using System.Collections.Immutable;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Media;
using Enforcement.Silo.Api;

namespace Enforcement.Silo.Intake;

/// <summary>
/// The files that documents name. A document may name only a file that was handed in, and never that of a recording: whoever may not play a
/// recording would else name its hash as a document and fetch it unseen.
/// </summary>
internal sealed class DocumentFiles(IMediaStore media, IReadModel reads)
{
    /// <summary>Whether a hash is that of a recording's file.</summary>
    public async Task<bool> IsRecordingAsync(string sha256, CancellationToken cancellationToken) =>
        !(await reads.RecordingsAsync(BureauScope.City, new RecordingQuery(Sha256: sha256), new PageRequest(1), cancellationToken)).Rows.IsEmpty;

    /// <summary>What is wrong with the files that documents name. The shape of a hash is the law's to judge.</summary>
    public async Task<ImmutableArray<BrokenRule>> FaultsAsync(IEnumerable<DocumentInfo> documents, CancellationToken cancellationToken)
    {
        var faults = ImmutableArray.CreateBuilder<BrokenRule>();
        foreach (var document in documents)
        {
            if (document.Sha256 is not { Length: 64 } sha256 || !sha256.All(char.IsAsciiHexDigitLower))
            {
                continue;
            }

            if (await media.FindAsync(sha256, cancellationToken) is null)
            {
                faults.Add(Fault(document, "document.file-unknown", "尚未上传", "was not handed in", "请先上传文件：/api/v1/documents", "Hand it in first: /api/v1/documents"));
            }
            else if (await IsRecordingAsync(sha256, cancellationToken))
            {
                faults.Add(Fault(document, "document.file-is-recording", "是音像记录", "is that of a recording", "请以音像记录关联", "Link the recording instead"));
            }
        }

        return faults.ToImmutable();
    }

    private static BrokenRule Fault(DocumentInfo document, string code, string zh, string en, string nextZh, string nextEn) => new(
        code, null, null, new Wording($"文书“{document.Id}”所指文件{zh}", $"The file of document \"{document.Id}\" {en}"), new Wording(nextZh, nextEn), document.Id);
}

/// <summary>Asks for the files of a command's documents before the command is given.</summary>
internal static class DocumentFileChecks
{
    /// <typeparam name="TBody">The type of the body, one of the handler's parameters.</typeparam>
    public static RouteHandlerBuilder WithKnownFiles<TBody>(this RouteHandlerBuilder endpoint, Func<TBody, IEnumerable<DocumentInfo>> documents)
        where TBody : class =>
        endpoint.AddEndpointFilter(async (context, next) =>
        {
            var files = context.HttpContext.RequestServices.GetRequiredService<DocumentFiles>();
            var faults = await files.FaultsAsync(documents(context.Arguments.OfType<TBody>().First()), context.HttpContext.RequestAborted);
            return faults.IsEmpty ? await next(context) : Problems.Broken(faults);
        });
}
