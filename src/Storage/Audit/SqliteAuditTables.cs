using Enforcement.Domain.Ledger;
using Enforcement.Storage.Sqlite;

namespace Enforcement.Storage.Audit;

/// <summary>The tables beside the entries: each must say what follows from the entries. One fault for each table, the first.</summary>
internal static class SqliteAuditTables
{
    public static IEnumerable<LedgerFault> Head(SqliteDb db, LedgerAudit audit)
    {
        var statement = db.Prepare("SELECT count, root, recorded_at, frontier FROM ledger_head WHERE id = 1");
        if (!statement.Step())
        {
            return [new LedgerFault("head", null, null, null, "the head of the ledger is missing")];
        }

        var fault = audit.Head(statement.Number(0), statement.Hex(1), statement.InstantOrNull(2));
        var frontier = statement.Bytes(3);
        statement.Reset();
        return fault is not null ? [fault]
            : Restored(audit.Count, frontier) == audit.Root() ? []
            : [new LedgerFault("head", audit.Count, null, null, "the frontier of the head does not belong to its root")];
    }

    public static IEnumerable<LedgerFault> Streams(SqliteDb db, LedgerAudit audit)
    {
        var seen = 0;
        var statement = db.Prepare("SELECT stream, sequence, hash FROM streams ORDER BY stream");
        while (statement.Step())
        {
            var (stream, kept) = (statement.Text(0), new StreamHead(statement.Number(1), statement.Hex(2)));
            var head = audit.Streams.GetValueOrDefault(stream, Chain.Empty);
            if (kept != head)
            {
                statement.Reset();
                return [new LedgerFault("stream", null, stream, Math.Min(kept.Sequence, head.Sequence) + 1, $"the stream must end at {kept.Sequence} but ends at {head.Sequence}")];
            }

            seen += head == Chain.Empty ? 0 : 1;
        }

        statement.Reset();
        return seen == audit.Streams.Count ? [] : [new LedgerFault("stream", null, null, null, $"{audit.Streams.Count - seen} streams with entries are not in the table of streams")];
    }

    public static IEnumerable<LedgerFault> Answers(SqliteDb db, LedgerAudit audit)
    {
        var statement = db.Prepare("SELECT stream, command_id, sequence, answer FROM answers ORDER BY stream, sequence");
        while (statement.Step())
        {
            var (stream, command, sequence) = (statement.Text(0), statement.Text(1), statement.Number(2));
            var end = audit.Streams.GetValueOrDefault(stream, Chain.Empty).Sequence;
            if (sequence < 0 || sequence > end)
            {
                statement.Reset();
                return [new LedgerFault("answer", null, stream, sequence, $"the answer to command {command} names sequence {sequence}, the stream ends at {end}")];
            }
        }

        statement.Reset();
        return Orphan(db);
    }

    public static IEnumerable<LedgerFault> Profiles(SqliteDb db, out IReadOnlySet<string> hashes)
    {
        var kept = new HashSet<string>(StringComparer.Ordinal);
        hashes = kept;
        var statement = db.Prepare("SELECT hash, profile_id, text FROM profiles ORDER BY hash");
        while (statement.Step())
        {
            var (hash, id, text) = (statement.Text(0), statement.Text(1), statement.Text(2));
            if (EntryHash.Of(text) != hash)
            {
                statement.Reset();
                return [new LedgerFault("profile", null, null, null, $"the kept text of profile {id} has not the hash {hash}")];
            }

            kept.Add(hash);
        }

        statement.Reset();
        return [];
    }

    /// <summary>A command that wrote entries must be answered with the sequence of its last one.</summary>
    private static IEnumerable<LedgerFault> Orphan(SqliteDb db)
    {
        var statement = db.Prepare("""
            SELECT a.stream, a.command_id, a.sequence, max(e.sequence) FROM answers a
            JOIN entries e ON e.stream = a.stream AND e.command_id = a.command_id
            GROUP BY a.stream, a.command_id HAVING max(e.sequence) <> a.sequence
            ORDER BY a.stream, a.sequence LIMIT 1
            """);
        LedgerFault[] faults = statement.Step()
            ? [new LedgerFault("answer", null, statement.Text(0), statement.Number(2), $"the answer to command {statement.Text(1)} names sequence {statement.Number(2)}, its last entry is {statement.Number(3)}")]
            : [];
        statement.Reset();
        return faults;
    }

    private static string Restored(long count, byte[] frontier)
    {
        try
        {
            return MerkleTree.Restore(count, frontier).Root();
        }
        catch (FormatException)
        {
            return "";
        }
    }
}
