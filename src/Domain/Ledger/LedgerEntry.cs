using System.Globalization;
using System.Text;

namespace Enforcement.Domain.Ledger;

/// <summary>One fact in the ledger: who did what and when, chained to the fact before it in the same stream.</summary>
/// <param name="Stream">The aggregate, for example <c>case/CM-2026-000001</c>.</param>
/// <param name="Sequence">The place in the stream, from 1, without gaps.</param>
/// <param name="Name">The stable name of the event, never a class name.</param>
/// <param name="Version">The version of the event's members, from 1.</param>
/// <param name="OccurredAt">When it happened, declared or measured. UTC, microseconds.</param>
/// <param name="RecordedAt">When it was written down, by the legal clock. UTC, microseconds.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="CommandId">The id the client gave to the command.</param>
/// <param name="Training">Whether it was written in a training installation.</param>
/// <param name="Payload">The event, a JSON object in canonical spelling.</param>
/// <param name="Previous">The hash of the entry before it in the stream, or <see cref="Chain.Genesis"/>.</param>
public sealed record LedgerEntry(
    string Stream,
    long Sequence,
    string Name,
    int Version,
    DateTimeOffset OccurredAt,
    DateTimeOffset RecordedAt,
    Actor Actor,
    string CommandId,
    bool Training,
    string Payload,
    string Previous)
{
    /// <summary>The place in the order of the whole ledger, from 1; 0 while it has none. Not part of the body: the checkpoints prove it.</summary>
    public long Position { get; init; }

    /// <summary>SHA-256 over the body, 64 lower-case hexadecimal digits.</summary>
    public string Hash { get; init; } = "";

    /// <summary>The text that is hashed and kept: all members above in one canonical JSON object.</summary>
    /// <returns>The canonical envelope.</returns>
    /// <exception cref="CanonicalJsonException">A member holds a lone surrogate.</exception>
    public string Body()
    {
        // Members stand in their canonical order, so nothing has to be sorted; a test holds this against CanonicalJson.
        var text = new StringBuilder(320 + Payload.Length);
        text.Append("{\"actor\":{\"bureau\":");
        CanonicalJson.WriteString(text, Actor.Bureau);
        if (Actor.Certificate is { } certificate)
        {
            Member(text, "certificate", certificate);
        }

        Member(text, "id", Actor.Id);
        Member(text, "name", Actor.Name);
        Member(text, "role", Actor.Role);
        text.Append('}');
        Member(text, "commandId", CommandId);
        Member(text, "name", Name);
        text.Append(",\"occurredAt\":\"").Append(CanonicalInstant.Format(OccurredAt)).Append("\",\"payload\":").Append(Payload);
        text.Append(",\"previous\":\"").Append(Previous).Append("\",\"recordedAt\":\"").Append(CanonicalInstant.Format(RecordedAt));
        text.Append("\",\"sequence\":").Append(Sequence.ToString(CultureInfo.InvariantCulture));
        Member(text, "stream", Stream);
        text.Append(",\"training\":").Append(Training ? "true" : "false");
        text.Append(",\"version\":").Append(Version.ToString(CultureInfo.InvariantCulture));
        return text.Append('}').ToString();
    }

    private static void Member(StringBuilder text, string name, string value)
    {
        text.Append(",\"").Append(name).Append("\":");
        CanonicalJson.WriteString(text, value);
    }
}
