namespace Enforcement.Domain.Ledger;

/// <summary>Where a stream ends: what the next entry is chained to.</summary>
/// <param name="Sequence">The sequence of the last entry, 0 for an empty stream.</param>
/// <param name="Hash">The hash of the last entry, <see cref="Chain.Genesis"/> for an empty stream.</param>
public readonly record struct StreamHead(long Sequence, string Hash);

/// <summary>The hash chain of one stream: every entry names the hash of the one before it.</summary>
public static class Chain
{
    /// <summary>What the first entry of a stream names as its previous hash: 64 zeros.</summary>
    public const string Genesis = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>The head of a stream that has no entry.</summary>
    public static StreamHead Empty { get; } = new(0, Genesis);

    /// <summary>Chains a fact to a head.</summary>
    /// <param name="head">Where the stream ends.</param>
    /// <param name="fact">The fact; its sequence, previous hash and hash are replaced.</param>
    /// <param name="body">The canonical envelope that was hashed.</param>
    /// <returns>The entry with its place in the chain and its hash.</returns>
    public static LedgerEntry Next(StreamHead head, LedgerEntry fact, out string body)
    {
        ArgumentNullException.ThrowIfNull(fact);
        var placed = fact with { Sequence = head.Sequence + 1, Previous = head.Hash };
        body = placed.Body();
        return placed with { Hash = EntryHash.Of(body) };
    }

    /// <summary>Checks that a kept body is the next link after a head.</summary>
    /// <param name="head">Where the stream ended before it.</param>
    /// <param name="body">The kept body.</param>
    /// <param name="hash">The kept hash.</param>
    /// <param name="entry">The entry, when it is the next link.</param>
    /// <returns><see langword="null"/> if it is, otherwise what is wrong.</returns>
    public static string? Check(StreamHead head, string body, string hash, out LedgerEntry? entry)
    {
        entry = null;
        try
        {
            if (!string.Equals(EntryHash.Of(body), hash, StringComparison.Ordinal))
            {
                return "the hash does not belong to the body";
            }

            var read = EntryReader.Read(body);
            if (Link(head, read) is { } wrong)
            {
                return wrong;
            }

            entry = read with { Hash = hash };
            return null;
        }
        catch (CanonicalJsonException e)
        {
            return e.Message;
        }
    }

    /// <summary>Checks the place of an entry in its stream; its own hash is checked by <see cref="Check"/>.</summary>
    /// <param name="head">Where the stream ended before it.</param>
    /// <param name="entry">The entry.</param>
    /// <returns><see langword="null"/> if it is the next link, otherwise what is wrong.</returns>
    public static string? Link(StreamHead head, LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Sequence != head.Sequence + 1 ? $"sequence {entry.Sequence} where {head.Sequence + 1} must stand"
            : !string.Equals(entry.Previous, head.Hash, StringComparison.Ordinal) ? "the previous hash is not that of the entry before it"
            : null;
    }
}
