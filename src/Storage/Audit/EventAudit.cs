using Enforcement.Domain.Ledger;

namespace Enforcement.Storage.Audit;

/// <summary>Whether this program can read every event, and would write it again as it stands.</summary>
public sealed class EventAudit : IAuditPart
{
    private LedgerFault? _first;

    public void See(LedgerEntry entry)
    {
        if (_first is not null)
        {
            return;
        }

        try
        {
            var again = LedgerEvents.Serializer.Write(LedgerEvents.Serializer.Read(entry)).Payload;
            _first = again == entry.Payload ? null : Fault(entry, $"event {entry.Name} would be written otherwise today");
        }
        catch (Exception e) when (e is ArgumentException or CanonicalJsonException)
        {
            _first = Fault(entry, e.Message);
        }
    }

    public IEnumerable<LedgerFault> Finish(AuditPlace place) => _first is null ? [] : [_first];

    private static LedgerFault Fault(LedgerEntry entry, string message) => new("event", entry.Position, entry.Stream, entry.Sequence, message);
}
