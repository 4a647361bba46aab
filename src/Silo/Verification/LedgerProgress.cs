using Enforcement.Domain.Ledger;
using Enforcement.Domain.Recordings;
using Enforcement.Grains.Media;
using Enforcement.Storage.Audit;

namespace Enforcement.Silo.Verification;

/// <summary>Counts the entries as they prove sound, and remembers which files they name.</summary>
internal sealed class LedgerProgress(Action<long> seen, CancellationToken cancellationToken) : IAuditPart
{
    private const int Step = 500;

    private readonly Dictionary<string, (StoredMedia Media, LedgerEntry Entry)> _stored = new(StringComparer.Ordinal);
    private long _count;

    /// <summary>The files that entries name, by hash, with the entry that names each first.</summary>
    public IReadOnlyDictionary<string, (StoredMedia Media, LedgerEntry Entry)> Stored => _stored;

    public void See(LedgerEntry entry)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (++_count % Step == 0)
        {
            seen(_count);
        }

        if (entry is { Name: "recording.stored", Version: 1 } && LedgerEvents.Serializer.Read(entry) is RecordingEvent.Stored { File: var file })
        {
            _stored.TryAdd(file.Sha256, (new StoredMedia(file.Sha256, file.Sm3, file.Size, file.LeafRoot, file.LeafCount), entry));
        }
    }

    public IEnumerable<LedgerFault> Finish(AuditPlace place) => [];
}
