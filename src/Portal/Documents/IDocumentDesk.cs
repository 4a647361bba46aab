using System.Collections.Immutable;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Cases;

namespace Enforcement.Portal.Documents;

/// <summary>Asks for the files of documents [文书], for pages that give a command with them. The API asks the same.</summary>
public interface IDocumentDesk
{
    /// <summary>What is wrong with the files that documents name: not handed in by the bureau, or that of a recording.</summary>
    /// <param name="documents">The documents of the command.</param>
    /// <param name="bureau">The bureau of the case.</param>
    /// <param name="caseId">The case, or <see langword="null"/> for one that is opened now.</param>
    /// <param name="reader">Who gives the command.</param>
    /// <param name="cancellationToken">Frees the caller.</param>
    Task<ImmutableArray<BrokenRule>> FaultsAsync(IEnumerable<DocumentInfo> documents, string bureau, string? caseId, Caller reader, CancellationToken cancellationToken);
}
