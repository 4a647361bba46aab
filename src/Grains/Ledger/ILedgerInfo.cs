using Enforcement.Domain.Ledger;

namespace Enforcement.Grains.Ledger;

/// <summary>Where the whole ledger stands.</summary>
/// <param name="Count">How many entries it has.</param>
/// <param name="Root">The Merkle root over them.</param>
/// <param name="LastRecordedAt">The latest <c>recordedAt</c> in it, or <see langword="null"/> when it is empty. A clock behind it is wrong.</param>
public sealed record LedgerHead(long Count, string Root, DateTimeOffset? LastRecordedAt);

/// <summary>The ledger as a whole.</summary>
public interface ILedgerInfo
{
    /// <summary>Where it stands.</summary>
    /// <param name="ct">Frees the caller.</param>
    /// <returns>Count, root and the latest instant, of one moment.</returns>
    Task<LedgerHead> HeadAsync(CancellationToken ct);

    /// <summary>The last checkpoint that was made.</summary>
    /// <param name="ct">Frees the caller.</param>
    /// <returns>The checkpoint, or <see langword="null"/> before the first.</returns>
    Task<Checkpoint?> LastCheckpointAsync(CancellationToken ct);

    /// <summary>The first checkpoint that speaks about an entry.</summary>
    /// <param name="position">The place of the entry in the order of the whole ledger, from 1.</param>
    /// <param name="ct">Frees the caller.</param>
    /// <returns>The checkpoint, or <see langword="null"/>: none was made since.</returns>
    Task<Checkpoint?> CheckpointOverAsync(long position, CancellationToken ct);

    /// <summary>Makes a checkpoint of what is durable now. Nothing new since the last one: gives that one again.</summary>
    /// <param name="now">Now, by the legal clock.</param>
    /// <param name="ct">Frees the caller.</param>
    /// <returns>The checkpoint, kept for ever.</returns>
    Task<Checkpoint> CheckpointAsync(DateTimeOffset now, CancellationToken ct);
}
