using Enforcement.Domain.Ledger;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Ledger;

namespace Enforcement.Storage.Sqlite;

/// <summary>What the writer knows while a transaction is open: the connection, where the whole ledger stands, and what has changed.</summary>
internal sealed class WriteSession(SqliteDb db, LedgerState ledger)
{
    private readonly List<Change> _changes = [];

    public SqliteDb Db { get; } = db;

    /// <summary>Where the ledger stands with all that was written in this transaction.</summary>
    public LedgerState Ledger { get; set; } = ledger;

    public IReadOnlyList<Change> Changes => _changes;

    public void Changed(Change change) => _changes.Add(change);

    public (LedgerState Ledger, int Changes) Mark() => (Ledger, _changes.Count);

    public void Return((LedgerState Ledger, int Changes) mark)
    {
        Ledger = mark.Ledger;
        _changes.RemoveRange(mark.Changes, _changes.Count - mark.Changes);
    }

    public void ClearChanges() => _changes.Clear();
}

/// <summary>Where the whole ledger stands.</summary>
/// <param name="Tree">The Merkle tree over all entries.</param>
/// <param name="RecordedAt">The latest <c>recordedAt</c>.</param>
internal sealed record LedgerState(MerkleTree Tree, DateTimeOffset? RecordedAt)
{
    public static LedgerState Load(SqliteDb db)
    {
        var head = db.Prepare("SELECT count, root, frontier, recorded_at FROM ledger_head WHERE id = 1");
        if (!head.Step())
        {
            throw Damaged("the head of the ledger is missing");
        }

        var (count, root, frontier, recordedAt) = (head.Number(0), head.Hex(1), head.Bytes(2), head.InstantOrNull(3));
        head.Reset();
        MerkleTree tree;
        try
        {
            tree = MerkleTree.Restore(count, frontier);
        }
        catch (FormatException e)
        {
            throw Damaged(e.Message);
        }

        var last = db.Number("SELECT max(position) FROM entries") ?? 0;
        return last != count ? throw Damaged($"the ledger ends at position {last}, its head says {count}")
            : tree.Root() != root ? throw Damaged("the root of the ledger does not belong to its frontier")
            : new LedgerState(tree, recordedAt);
    }

    public void Save(SqliteDb db) =>
        db.Prepare("UPDATE ledger_head SET count = ?, root = ?, frontier = ?, recorded_at = ? WHERE id = 1")
            .Bind(Tree.Count).BindBytes(Convert.FromHexString(Tree.Root())).BindBytes(Tree.Frontier()).Bind(RecordedAt).Run();

    private static StoreUnavailableException Damaged(string reason) => new(StoreUnavailableException.Corrupt, reason);
}
