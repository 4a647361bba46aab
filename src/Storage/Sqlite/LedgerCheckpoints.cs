using Enforcement.Domain.Ledger;
using Enforcement.Grains.Ledger;

namespace Enforcement.Storage.Sqlite;

/// <summary>Head and checkpoints of the whole ledger.</summary>
internal static class LedgerCheckpoints
{
    public static LedgerHead Head(SqliteDb db)
    {
        var statement = db.Prepare("SELECT count, root, recorded_at FROM ledger_head WHERE id = 1");
        statement.Step();
        var head = new LedgerHead(statement.Number(0), statement.Hex(1), statement.InstantOrNull(2));
        statement.Reset();
        return head;
    }

    public static Checkpoint? Last(SqliteDb db)
    {
        var statement = db.Prepare("SELECT count, root, made_at FROM checkpoints ORDER BY count DESC LIMIT 1");
        var checkpoint = statement.Step() ? new Checkpoint(statement.Number(0), statement.Hex(1), statement.Instant(2)) : null;
        statement.Reset();
        return checkpoint;
    }

    public static Checkpoint? Over(SqliteDb db, long position)
    {
        var statement = db.Prepare("SELECT count, root, made_at FROM checkpoints WHERE count >= ? ORDER BY count LIMIT 1").Bind(position);
        var checkpoint = statement.Step() ? new Checkpoint(statement.Number(0), statement.Hex(1), statement.Instant(2)) : null;
        statement.Reset();
        return checkpoint;
    }

    public static Checkpoint Make(WriteSession session, DateTimeOffset now)
    {
        var tree = session.Ledger.Tree;
        var last = session.Db.Prepare("SELECT count, root, made_at, seal FROM checkpoints ORDER BY count DESC LIMIT 1");
        var (before, seal) = last.Step() ? (new Checkpoint(last.Number(0), last.Hex(1), last.Instant(2)), last.Hex(3)) : (null, Chain.Genesis);
        last.Reset();
        if (before?.Count == tree.Count)
        {
            return before;
        }

        var made = new Checkpoint(tree.Count, tree.Root(), CanonicalInstant.Cut(now));
        if (tree.Count > 0)
        {
            session.Db.Prepare("INSERT INTO checkpoints (count, root, made_at, seal) VALUES (?, ?, ?, ?)")
                .Bind(made.Count).BindBytes(Convert.FromHexString(made.Root)).Bind(made.MadeAt)
                .BindBytes(Convert.FromHexString(EntryHash.Of(made.Body(seal)))).Run();
        }

        return made;
    }
}
