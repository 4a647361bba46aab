namespace Enforcement.Portal.Access;

/// <summary>Checkpoints over the whole ledger, for the proof of one case. They say nothing of what stands in the entries.</summary>
public interface ICheckpoints
{
    /// <summary>The first checkpoint that speaks about an entry.</summary>
    /// <param name="position">The place of the entry in the order of the whole ledger, from 1.</param>
    /// <param name="cancellationToken">Frees the caller.</param>
    /// <returns>The checkpoint, or <see langword="null"/>: none was made since.</returns>
    Task<CheckpointLine?> OverAsync(long position, CancellationToken cancellationToken);
}
