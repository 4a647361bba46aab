using System.Collections.Immutable;
using Enforcement.Domain.Ledger;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Ledger;

namespace Enforcement.Storage.Sqlite;

/// <summary>One batch on the writer's connection.</summary>
internal static class LedgerAppend
{
    public static AppendReceipt Run(WriteSession session, AppendBatch batch)
    {
        var db = session.Db;
        if (Repeated(db, batch) is { } receipt)
        {
            return receipt;
        }

        var head = HeadOf(db, batch.Stream);
        if (head.Sequence != batch.ExpectedSequence)
        {
            throw new SequenceConflictException(batch.Stream, batch.ExpectedSequence, head.Sequence);
        }

        var first = batch.Entries.IsEmpty ? 0 : session.Ledger.Tree.Count + 1;
        head = Write(session, batch, head);
        WriteHead(db, batch, head);
        if (batch.Answer is { } answer)
        {
            db.Prepare("INSERT INTO answers (stream, command_id, command_hash, sequence, answer) VALUES (?, ?, ?, ?, ?)")
                .Bind(batch.Stream).Bind(batch.CommandId).Bind(batch.CommandHash).Bind(head.Sequence).Bind(answer).Run();
        }

        WriteRows(session, batch, head.Sequence);
        return new AppendReceipt(first, head.Sequence, head.Hash);
    }

    public static StreamHead HeadOf(SqliteDb db, string stream)
    {
        var statement = db.Prepare("SELECT sequence, hash FROM streams WHERE stream = ?").Bind(stream);
        var head = statement.Step() ? new StreamHead(statement.Number(0), statement.Hex(1)) : Chain.Empty;
        statement.Reset();
        return head;
    }

    private static AppendReceipt? Repeated(SqliteDb db, AppendBatch batch)
    {
        var statement = db.Prepare("SELECT command_hash, sequence FROM answers WHERE stream = ? AND command_id = ?").Bind(batch.Stream).Bind(batch.CommandId);
        if (!statement.Step())
        {
            statement.Reset();
            return null;
        }

        var (hash, sequence) = (statement.Text(0), statement.Number(1));
        statement.Reset();
        if (!string.Equals(hash, batch.CommandHash, StringComparison.Ordinal))
        {
            throw new CommandConflictException(batch.Stream, batch.CommandId);
        }

        var written = db.Prepare("SELECT min(position) FROM entries WHERE stream = ? AND command_id = ?").Bind(batch.Stream).Bind(batch.CommandId);
        written.Step();
        var first = written.NumberOrNull(0) ?? 0;
        written.Reset();
        return new AppendReceipt(first, sequence, HeadOf(db, batch.Stream).Hash, Repeated: true);
    }

    private static StreamHead Write(WriteSession session, AppendBatch batch, StreamHead head)
    {
        var tree = session.Ledger.Tree;
        foreach (var entry in batch.Entries)
        {
            var fact = new LedgerEntry(
                batch.Stream,
                0,
                entry.Name,
                entry.Version,
                entry.OccurredAt,
                batch.RecordedAt,
                batch.Actor,
                batch.CommandId,
                batch.Training,
                entry.Payload,
                head.Hash);
            var placed = Chain.Next(head, fact, out var body);
            tree = tree.Append(placed.Hash);
            session.Db.Prepare("INSERT INTO entries (position, stream, sequence, name, recorded_at, command_id, body, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .Bind(tree.Count).Bind(placed.Stream).Bind(placed.Sequence).Bind(placed.Name).Bind(placed.RecordedAt).Bind(placed.CommandId)
                .Bind(body).BindBytes(Convert.FromHexString(placed.Hash)).Run();
            head = new StreamHead(placed.Sequence, placed.Hash);
        }

        if (!batch.Entries.IsEmpty)
        {
            var recordedAt = CanonicalInstant.Cut(batch.RecordedAt);
            session.Ledger = new LedgerState(tree, session.Ledger.RecordedAt > recordedAt ? session.Ledger.RecordedAt : recordedAt);
        }

        return head;
    }

    private static void WriteHead(SqliteDb db, AppendBatch batch, StreamHead head)
    {
        if (batch.Due is { } due)
        {
            db.Prepare("""
                INSERT INTO streams (stream, sequence, hash, due_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (stream) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash, due_at = excluded.due_at
                """)
                .Bind(batch.Stream).Bind(head.Sequence).BindBytes(Convert.FromHexString(head.Hash)).Bind(due.DueAt).Run();
        }
        else if (!batch.Entries.IsEmpty)
        {
            db.Prepare("""
                INSERT INTO streams (stream, sequence, hash, due_at) VALUES (?, ?, ?, NULL)
                ON CONFLICT (stream) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash
                """)
                .Bind(batch.Stream).Bind(head.Sequence).BindBytes(Convert.FromHexString(head.Hash)).Run();
        }
    }

    private static void WriteRows(WriteSession session, AppendBatch batch, long sequence)
    {
        var tables = ImmutableArray.CreateBuilder<string>();
        var bureaus = ImmutableArray.CreateBuilder<string>();
        foreach (var told in batch.Rows)
        {
            var (row, gone) = told is GoneRow { Row: var old } ? (old, true) : (told, false);
            var map = RowMap.Of(row.GetType());
            if (gone)
            {
                map.Remove(session.Db, row);
            }
            else
            {
                map.Write(session.Db, row);
            }

            if (!tables.Contains(map.Table))
            {
                tables.Add(map.Table);
            }

            if (map.BureauOf(row) is { } bureau && !bureaus.Contains(bureau))
            {
                bureaus.Add(bureau);
            }
        }

        if (!batch.Rows.IsEmpty)
        {
            session.Db.Prepare("DELETE FROM redraw WHERE stream = ?").Bind(batch.Stream).Run();
        }

        session.Changed(new Change(batch.Stream, sequence, bureaus.ToImmutable(), tables.ToImmutable()));
    }
}
