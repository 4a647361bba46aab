using System.Globalization;
using System.Text;
using Enforcement.Domain.Ledger;
using Enforcement.Grains.Ledger;

namespace Enforcement.Silo.Api;

/// <summary>The entries of one stream as they are kept, so that an outsider can compute every hash again: SHA-256 over the text of <c>entry</c>.</summary>
internal static class StreamEntries
{
    public static async Task<IResult> ReadAsync(string stream, ILedger ledger, CancellationToken cancellationToken)
    {
        var entries = await ledger.ReadAsync(stream, 0, cancellationToken);
        StringBuilder json = new("{\"entries\":[");
        foreach (var entry in entries)
        {
            if (json[^1] == '}')
            {
                json.Append(',');
            }

            // The kept text itself goes out, byte for byte; members stand in canonical order, as in an exported ledger.
            json.Append("{\"entry\":").Append(entry.Body()).Append(",\"hash\":\"").Append(entry.Hash)
                .Append("\",\"position\":").Append(entry.Position.ToString(CultureInfo.InvariantCulture)).Append('}');
        }

        json.Append("],\"stream\":").Append(EventSerializer.Canonical(stream)).Append('}');
        return Results.Text(json.ToString(), "application/json", Encoding.UTF8);
    }
}
