using System.Globalization;
using System.Text.Json;

namespace Enforcement.Domain.Ledger;

/// <summary>Reads a kept body back, and refuses whatever <see cref="LedgerEntry.Body"/> would not have written.</summary>
public static class EntryReader
{
    /// <summary>Reads an envelope.</summary>
    /// <param name="body">The kept text.</param>
    /// <returns>The entry, with neither hash nor position.</returns>
    /// <exception cref="CanonicalJsonException">Not the canonical spelling of an envelope with exactly the known members.</exception>
    public static LedgerEntry Read(string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        LedgerEntry entry;
        try
        {
            using var document = JsonDocument.Parse(CanonicalJson.Bytes(body), new JsonDocumentOptions { MaxDepth = CanonicalJson.MaxDepth });
            entry = Read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or OverflowException or KeyNotFoundException || (e is FormatException and not CanonicalJsonException))
        {
            throw new CanonicalJsonException("not an entry: " + e.Message, e);
        }

        // Members beside the known ones, another order, other escapes or white space all end here: the text could not have been written by us.
        return string.Equals(entry.Body(), body, StringComparison.Ordinal)
            ? entry
            : throw new CanonicalJsonException("not the canonical spelling of an entry with exactly the known members");
    }

    private static LedgerEntry Read(JsonElement root)
    {
        var actor = root.GetProperty("actor");
        var payload = root.GetProperty("payload");
        if (payload.ValueKind is not JsonValueKind.Object)
        {
            throw new CanonicalJsonException("the payload is no object");
        }

        return new LedgerEntry(
            Text(root, "stream"),
            Whole(root, "sequence"),
            Text(root, "name"),
            checked((int)Whole(root, "version")),
            CanonicalInstant.Parse(Text(root, "occurredAt")),
            CanonicalInstant.Parse(Text(root, "recordedAt")),
            new Actor(
                Text(actor, "id"),
                Text(actor, "name"),
                Text(actor, "role"),
                Text(actor, "bureau"),
                actor.TryGetProperty("certificate", out var certificate) ? certificate.GetString() : null),
            Text(root, "commandId"),
            root.GetProperty("training").GetBoolean(),
            CanonicalJson.Write(payload),
            Hex(Text(root, "previous")));
    }

    private static string Text(JsonElement parent, string name) =>
        parent.GetProperty(name).GetString() ?? throw new CanonicalJsonException($"{name} is null");

    private static long Whole(JsonElement parent, string name)
    {
        var value = parent.GetProperty(name).GetInt64();
        return value is > 0 and <= CanonicalJson.MaxInteger
            ? value
            : throw new CanonicalJsonException($"{name} is {value.ToString(CultureInfo.InvariantCulture)}, it must be at least 1");
    }

    private static string Hex(string text) =>
        text.Length == 64 && text.All(char.IsAsciiHexDigitLower) ? text : throw new CanonicalJsonException("a hash is 64 lower-case hexadecimal digits");
}
