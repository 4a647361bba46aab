using System.Collections.Immutable;
using Enforcement.Domain.Ledger;
using Enforcement.Grains.Ledger;

namespace Enforcement.Storage.Sqlite;

/// <summary>Reads streams on a reader's connection, and believes nothing it reads before the chain has been checked.</summary>
internal static class LedgerRead
{
    public static ImmutableArray<LedgerEntry> Stream(SqliteDb db, string stream, long after)
    {
        // One transaction, so that the stream and the head it must end at are of the same moment.
        db.Run("BEGIN");
        try
        {
            return Checked(db, stream, after);
        }
        finally
        {
            db.Run("COMMIT");
        }
    }

    public static CommandAnswer? Answer(SqliteDb db, string stream, string commandId)
    {
        var statement = db.Prepare("SELECT command_hash, answer, sequence FROM answers WHERE stream = ? AND command_id = ?").Bind(stream).Bind(commandId);
        var answer = statement.Step() ? new CommandAnswer(statement.Text(0), statement.Text(1), statement.Number(2)) : null;
        statement.Reset();
        return answer;
    }

    public static ImmutableArray<DueStream> Due(SqliteDb db, DateTimeOffset now, int limit)
    {
        var due = ImmutableArray.CreateBuilder<DueStream>();
        var statement = db.Prepare("SELECT stream, due_at FROM streams WHERE due_at <= ? ORDER BY due_at, stream LIMIT ?").Bind(now).Bind(limit);
        while (statement.Step())
        {
            due.Add(new DueStream(statement.Text(0), statement.Instant(1)));
        }

        statement.Reset();
        return due.ToImmutable();
    }

    public static ImmutableArray<string> ToRedraw(SqliteDb db, int limit)
    {
        var streams = ImmutableArray.CreateBuilder<string>();
        var statement = db.Prepare("SELECT stream FROM redraw ORDER BY stream LIMIT ?").Bind(limit);
        while (statement.Step())
        {
            streams.Add(statement.Text(0));
        }

        statement.Reset();
        return streams.ToImmutable();
    }

    private static ImmutableArray<LedgerEntry> Checked(SqliteDb db, string stream, long after)
    {
        var end = LedgerAppend.HeadOf(db, stream);
        var head = after == 0 ? Chain.Empty : HeadAt(db, stream, after);
        var entries = ImmutableArray.CreateBuilder<LedgerEntry>();
        var statement = db.Prepare("SELECT position, sequence, body, hash FROM entries WHERE stream = ? AND sequence > ? ORDER BY sequence").Bind(stream).Bind(after);
        while (statement.Step())
        {
            var (position, sequence, body, hash) = (statement.Number(0), statement.Number(1), statement.Text(2), statement.Hex(3));
            var wrong = Chain.Check(head, body, hash, out var entry)
                ?? (entry!.Stream != stream ? $"it belongs to stream {entry.Stream}" : null)
                ?? (entry.Sequence != sequence ? $"the column says sequence {sequence}" : null);
            if (wrong is not null)
            {
                throw new LedgerCorruptedException(stream, sequence, wrong);
            }

            entries.Add(entry! with { Position = position });
            head = new StreamHead(sequence, hash);
        }

        statement.Reset();
        return head == end || after > end.Sequence
            ? entries.ToImmutable()
            : throw new LedgerCorruptedException(stream, head.Sequence + 1, $"the stream must end at {end.Sequence} but ends at {head.Sequence}");
    }

    private static StreamHead HeadAt(SqliteDb db, string stream, long sequence)
    {
        var statement = db.Prepare("SELECT hash FROM entries WHERE stream = ? AND sequence = ?").Bind(stream).Bind(sequence);
        var head = statement.Step() ? new StreamHead(sequence, statement.Hex(0)) : new StreamHead(sequence, Chain.Genesis);
        statement.Reset();
        return head;
    }
}
