using System.Runtime.InteropServices;

namespace Enforcement.Domain.Ledger;

/// <summary>Re-computes a ledger from the kept texts, in the order of their positions, and stops at the first thing that does not fit.</summary>
/// <remarks>It believes only what it has computed itself. Memory grows with the number of streams, not with that of entries.</remarks>
/// <param name="training">The kind of installation that every entry must be marked with.</param>
public sealed class LedgerAudit(bool training)
{
    private readonly Dictionary<string, StreamHead> _streams = new(StringComparer.Ordinal);
    private MerkleTree _tree = MerkleTree.Empty;
    private Checkpoint? _checkpoint;
    private string _seal = Chain.Genesis;

    /// <summary>Where every stream ends.</summary>
    public IReadOnlyDictionary<string, StreamHead> Streams => _streams;

    /// <summary>How many entries were seen.</summary>
    public long Count => _tree.Count;

    /// <summary>How many checkpoints were seen.</summary>
    public long Checkpoints { get; private set; }

    /// <summary>The latest <c>recordedAt</c>, or <see langword="null"/> before the first entry.</summary>
    public DateTimeOffset? RecordedAt { get; private set; }

    /// <summary>The computed root over all entries that were seen.</summary>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public string Root() => _tree.Root();

    /// <summary>Takes the next entry.</summary>
    /// <param name="position">The position it claims.</param>
    /// <param name="body">The kept body.</param>
    /// <param name="hash">The kept hash.</param>
    /// <param name="entry">The entry, when it fits.</param>
    /// <returns><see langword="null"/> if it fits.</returns>
    public LedgerFault? Entry(long position, string body, string hash, out LedgerEntry? entry)
    {
        entry = null;
        if (position != _tree.Count + 1)
        {
            return new LedgerFault("entry", _tree.Count + 1, null, null, $"position {_tree.Count + 1} is missing, {position} follows");
        }

        LedgerEntry read;
        try
        {
            read = EntryReader.Read(body);
        }
        catch (CanonicalJsonException e)
        {
            return new LedgerFault("entry", position, null, null, e.Message);
        }

        ref var head = ref CollectionsMarshal.GetValueRefOrAddDefault(_streams, read.Stream, out var known);
        var wrong = EntryHash.Of(body) != hash ? "the hash does not belong to the body" : Chain.Link(known ? head : Chain.Empty, read);
        wrong ??= read.Training != training ? $"training is {read.Training} in an installation where it is {training}" : null;
        if (wrong is not null)
        {
            return new LedgerFault("entry", position, read.Stream, read.Sequence, wrong);
        }

        head = new StreamHead(read.Sequence, hash);
        _tree = _tree.Append(hash);
        RecordedAt = RecordedAt > read.RecordedAt ? RecordedAt : read.RecordedAt;
        entry = read with { Hash = hash, Position = position };
        return null;
    }

    /// <summary>Takes the next checkpoint; its entries must all have been taken, and no later one.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="seal">Its kept seal.</param>
    /// <returns><see langword="null"/> if it fits.</returns>
    public LedgerFault? Checkpoint(Checkpoint checkpoint, string seal)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        var since = _checkpoint?.Count ?? 0;
        if (Expect(checkpoint.Count, checkpoint.Root) is { } fault)
        {
            return fault;
        }

        var wrong = checkpoint.Count <= since ? $"checkpoint {checkpoint.Count} does not follow {since}"
            : EntryHash.Of(checkpoint.Body(_seal)) != seal ? $"the seal of checkpoint {checkpoint.Count} does not belong to it"
            : null;
        if (wrong is not null)
        {
            return new LedgerFault("checkpoint", checkpoint.Count, null, null, wrong);
        }

        (_checkpoint, _seal) = (checkpoint, seal);
        Checkpoints++;
        return null;
    }

    /// <summary>Compares what was seen so far with a statement that somebody kept elsewhere.</summary>
    /// <param name="count">How many entries it was about.</param>
    /// <param name="root">The root it names.</param>
    /// <returns><see langword="null"/> if it fits.</returns>
    public LedgerFault? Expect(long count, string root)
    {
        if (count != _tree.Count)
        {
            return new LedgerFault("checkpoint", _tree.Count + 1, null, null, $"a checkpoint names {count} entries, there are {_tree.Count}: the tail was cut, or entries were dropped");
        }

        return _tree.Root() == root
            ? null
            : new LedgerFault(
                "checkpoint",
                count,
                null,
                null,
                $"the entries up to {count} have not the root of their checkpoint: one after position {_checkpoint?.Count ?? 0} was changed, dropped, added or moved");
    }

    /// <summary>Compares everything that was seen with the head that was kept.</summary>
    /// <param name="count">The kept count.</param>
    /// <param name="root">The kept root.</param>
    /// <param name="recordedAt">The kept latest instant.</param>
    /// <returns><see langword="null"/> if it fits.</returns>
    public LedgerFault? Head(long count, string root, DateTimeOffset? recordedAt)
    {
        var wrong = count != _tree.Count ? $"the head names {count} entries, there are {_tree.Count}: the tail was cut, or entries were dropped"
            : _tree.Root() != root ? $"the entries have not the root of the head: one after position {_checkpoint?.Count ?? 0} was changed, dropped, added or moved"
            : recordedAt != RecordedAt ? "the head names another latest instant than the entries"
            : null;
        return wrong is null ? null : new LedgerFault("head", count == _tree.Count ? count : Math.Min(count, _tree.Count) + 1, null, null, wrong);
    }
}
