using Enforcement.Domain.Ledger;

namespace Enforcement.Storage.Audit;

/// <summary>A check beyond the ledger itself, such as the media files that entries name.</summary>
public interface IAuditPart
{
    /// <summary>Sees every entry that proved sound, in the order of the ledger.</summary>
    void See(LedgerEntry entry);

    /// <summary>Compares what the entries said with what is there. Called only when the whole ledger proved sound.</summary>
    IEnumerable<LedgerFault> Finish(AuditPlace place);
}

/// <summary>Where an audit looks.</summary>
/// <param name="Folder">The data folder.</param>
/// <param name="Profiles">The hashes of the profile texts that are kept, each compared with its text.</param>
public sealed record AuditPlace(string Folder, IReadOnlySet<string> Profiles);
