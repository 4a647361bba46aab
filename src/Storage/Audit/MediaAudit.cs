using Enforcement.Domain.Ledger;
using Enforcement.Domain.Recordings;
using Enforcement.Grains.Media;
using Enforcement.Storage.Media;

namespace Enforcement.Storage.Audit;

/// <summary>Whether every file that the ledger says is stored is there, byte for byte, and nothing else is damaged. Reads all of them.</summary>
public sealed class MediaAudit : IAuditPart
{
    private readonly Dictionary<string, (StoredMedia Media, LedgerEntry Entry)> _stored = new(StringComparer.Ordinal);

    public void See(LedgerEntry entry)
    {
        if (entry is { Name: "recording.stored", Version: 1 } && LedgerEvents.Serializer.Read(entry) is RecordingEvent.Stored { File: var file })
        {
            _stored.TryAdd(file.Sha256, (new StoredMedia(file.Sha256, file.Sm3, file.Size, file.LeafRoot, file.LeafCount), entry));
        }
    }

    public IEnumerable<LedgerFault> Finish(AuditPlace place)
    {
        var folder = Path.Combine(place.Folder, "media");
        if (_stored.Count == 0 && !Directory.Exists(folder))
        {
            return [];
        }

        return MediaVerifier.VerifyFolder(folder, [.. _stored.Values.Select(static s => s.Media)]).ToBlockingEnumerable().Select(Fault);
    }

    private LedgerFault Fault(MediaFinding finding)
    {
        var entry = _stored.TryGetValue(finding.Sha256, out var stored) ? stored.Entry : null;
        var leaf = finding.Leaf is { } at ? FormattableString.Invariant($", leaf {at}") : "";
        return new LedgerFault("media", entry?.Position, entry?.Stream, entry?.Sequence, $"file {finding.Sha256}{leaf}: {finding.Detail}");
    }
}
