using Enforcement.Domain.Ledger;
using Enforcement.Grains.Ledger;

namespace Enforcement.Storage.Sqlite;

/// <summary>What can be checked of a batch on the caller's thread, so that the writer never stops for a bug of one caller.</summary>
internal static class AppendCheck
{
    public static void Run(AppendBatch batch, bool training)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (string.IsNullOrEmpty(batch.Stream) || string.IsNullOrEmpty(batch.CommandId) || batch.ExpectedSequence < 0)
        {
            throw new ArgumentException("a batch needs a stream, a command id and an expected sequence from 0", nameof(batch));
        }

        if (batch.Training != training)
        {
            throw new ArgumentException($"training is {batch.Training} in the batch and {training} in the installation", nameof(batch));
        }

        foreach (var entry in batch.Entries)
        {
            if (entry.Version < 1 || entry.Name.Length == 0 || !entry.Payload.StartsWith('{') || !CanonicalJson.IsCanonical(entry.Payload))
            {
                throw new ArgumentException($"entry {entry.Name} of {batch.Stream}: name, version or payload is not as the ledger demands", nameof(batch));
            }
        }

        // A lone surrogate would become U+FFFD on its way into a column.
        CanonicalJson.Bytes(batch.Stream + batch.CommandId + batch.CommandHash + batch.Answer + batch.Actor);
    }
}
