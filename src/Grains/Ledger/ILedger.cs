using System.Collections.Immutable;
using Enforcement.Domain.Ledger;

namespace Enforcement.Grains.Ledger;

/// <summary>The ledger as a grain needs it: read a stream, find an old answer, append. Never blocks the caller's thread.</summary>
/// <remarks>Every member throws <see cref="StoreUnavailableException"/> when the store cannot serve; the grain then forgets its state and replays.</remarks>
public interface ILedger
{
    /// <summary>Reads the entries of a stream after a sequence, oldest first, and checks their chain.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="afterSequence">0 for all of it.</param>
    /// <param name="ct">Frees the caller.</param>
    /// <returns>The entries; empty for an unknown stream.</returns>
    /// <exception cref="LedgerCorruptedException">An entry is not the next link, or the last one is not the one the store remembers.</exception>
    Task<ImmutableArray<LedgerEntry>> ReadAsync(string stream, long afterSequence, CancellationToken ct);

    /// <summary>The answer that was kept for a command, if the command was ever accepted in this stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="commandId">The client's id of the command.</param>
    /// <param name="ct">Frees the caller.</param>
    /// <returns>The answer, or <see langword="null"/>.</returns>
    Task<CommandAnswer?> FindAnswerAsync(string stream, string commandId, CancellationToken ct);

    /// <summary>Writes entries, read-model rows, the due instant and the answer in one transaction. Completes only after the sync to disk.</summary>
    /// <remarks>A command that was already appended with the same hash writes nothing and gives a receipt with <see cref="AppendReceipt.Repeated"/>: the caller then replays.</remarks>
    /// <param name="batch">What one command writes.</param>
    /// <param name="ct">Frees the caller; what is queued is written nevertheless.</param>
    /// <returns>Where it was written.</returns>
    /// <exception cref="SequenceConflictException">The stream has moved on: replay and decide again.</exception>
    /// <exception cref="CommandConflictException">The same command id was used with another payload.</exception>
    /// <exception cref="ArgumentException">A payload is not canonical, or the training mark is not that of the installation.</exception>
    Task<AppendReceipt> AppendAsync(AppendBatch batch, CancellationToken ct);
}
