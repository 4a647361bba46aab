using System.Text.Json;
using Enforcement.Domain.Ledger;

namespace Enforcement.Storage.Audit;

/// <summary>Whether the text of every regulation profile that an entry names is kept.</summary>
public sealed class ProfileAudit : IAuditPart
{
    private readonly Dictionary<string, LedgerEntry> _named = new(StringComparer.Ordinal);

    public void See(LedgerEntry entry)
    {
        using var payload = JsonDocument.Parse(entry.Payload);
        if (payload.RootElement.TryGetProperty("profileHash", out var hash) && hash.ValueKind is JsonValueKind.String)
        {
            _named.TryAdd(hash.GetString()!, entry);
        }
    }

    public IEnumerable<LedgerFault> Finish(AuditPlace place)
    {
        var missing = _named.Where(named => !place.Profiles.Contains(named.Key)).OrderBy(static named => named.Value.Position).FirstOrDefault();
        return missing.Value is { } entry ? [new LedgerFault("profile", entry.Position, entry.Stream, entry.Sequence, $"the text of profile {missing.Key} that it names is not kept")] : [];
    }
}
