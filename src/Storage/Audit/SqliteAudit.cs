using System.Collections.Immutable;
using Enforcement.Domain.Ledger;
using Enforcement.Grains.Ledger;
using Enforcement.Storage.Folders;
using Enforcement.Storage.Sqlite;

namespace Enforcement.Storage.Audit;

/// <summary>Re-computes everything in a data folder. Reads one moment of it and changes nothing, so it may run beside the program.</summary>
public sealed class SqliteAudit
{
    private readonly List<LedgerFault> _faults = [];
    private readonly IReadOnlyList<IAuditPart> _parts;
    private readonly SqliteDb _db;
    private readonly LedgerAudit _audit;
    private readonly Queue<(Checkpoint Checkpoint, string Seal)> _checkpoints;
    private readonly Queue<KeptRoot> _kept;

    private SqliteAudit(SqliteDb db, IEnumerable<KeptRoot> kept, IReadOnlyList<IAuditPart> parts)
    {
        _db = db;
        _parts = parts;
        _audit = new LedgerAudit(db.Text("SELECT value FROM meta WHERE key = 'kind'") == "training");
        _checkpoints = new Queue<(Checkpoint, string)>(Checkpoints(db));
        _kept = new Queue<KeptRoot>(kept.OrderBy(static k => k.Count));
    }

    /// <summary>Audits a data folder.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="kept">Roots that were kept elsewhere.</param>
    /// <param name="parts">Checks beyond the ledger.</param>
    /// <exception cref="FileNotFoundException">There is no ledger in the folder.</exception>
    /// <exception cref="StoreUnavailableException">Locked, or of a newer program. A damaged file is a finding, not an exception.</exception>
    public static AuditReport Run(string folder, IEnumerable<KeptRoot> kept, params IReadOnlyList<IAuditPart> parts)
    {
        var file = DataFolder.LedgerFileIn(folder);
        if (!File.Exists(file))
        {
            throw new FileNotFoundException($"{folder} holds no ledger", file);
        }

        try
        {
            using var db = SqliteDb.Open(file, SqliteUse.Read);
            MigrationRunner.RequireCurrent(db, Migration.All);
            db.Run("BEGIN");
            return new SqliteAudit(db, kept, parts).Run(folder);
        }
        catch (Exception e) when (e is InvalidOperationException or StoreUnavailableException { Reason: StoreUnavailableException.Corrupt })
        {
            return new AuditReport([new LedgerFault("file", null, null, null, e.Message)], 0, 0, 0, "");
        }
    }

    private AuditReport Run(string folder)
    {
        try
        {
            if (Entries() && Rest())
            {
                _faults.AddRange(SqliteAuditTables.Head(_db, _audit));
                _faults.AddRange(SqliteAuditTables.Streams(_db, _audit));
                _faults.AddRange(SqliteAuditTables.Answers(_db, _audit));
                _faults.AddRange(SqliteAuditTables.Profiles(_db, out var profiles));
                _faults.AddRange(_parts.SelectMany(part => part.Finish(new AuditPlace(folder, profiles))));
            }

            _faults.AddRange(SqliteAuditSchema.Check(_db));
        }
        catch (Exception e) when (e is InvalidOperationException or StoreUnavailableException { Reason: StoreUnavailableException.Corrupt })
        {
            _faults.Add(new LedgerFault("file", _audit.Count + 1, null, null, e.Message));
        }

        return new AuditReport([.. _faults], _audit.Count, _audit.Streams.Count, _audit.Checkpoints, _audit.Root());
    }

    private static ImmutableArray<(Checkpoint Checkpoint, string Seal)> Checkpoints(SqliteDb db)
    {
        var all = ImmutableArray.CreateBuilder<(Checkpoint, string)>();
        var statement = db.Prepare("SELECT count, root, made_at, seal FROM checkpoints ORDER BY count");
        while (statement.Step())
        {
            all.Add((new Checkpoint(statement.Number(0), statement.Hex(1), statement.Instant(2)), statement.Hex(3)));
        }

        statement.Reset();
        return all.ToImmutable();
    }

    private bool Entries()
    {
        var statement = _db.Prepare("SELECT position, stream, sequence, name, recorded_at, command_id, body, hash FROM entries ORDER BY position");
        while (statement.Step())
        {
            var (position, hash) = (statement.Number(0), statement.Hex(7));
            if (Fails(_audit.Entry(position, statement.Text(6), hash, out var entry)) || Fails(Columns(statement, entry!)) || !Statements())
            {
                statement.Reset();
                return false;
            }

            foreach (var part in _parts)
            {
                part.See(entry!);
            }
        }

        statement.Reset();
        return true;
    }

    /// <summary>The columns beside the body are there for searching; they must say the same.</summary>
    private static LedgerFault? Columns(SqliteStatement row, LedgerEntry entry)
    {
        var wrong = row.Text(1) != entry.Stream ? "stream"
            : row.Number(2) != entry.Sequence ? "sequence"
            : row.Text(3) != entry.Name ? "name"
            : row.Number(4) != CanonicalInstant.ToMicroseconds(entry.RecordedAt) ? "recorded_at"
            : row.Text(5) != entry.CommandId ? "command_id"
            : null;
        return wrong is null ? null : new LedgerFault("column", entry.Position, entry.Stream, entry.Sequence, $"column {wrong} says otherwise than the body");
    }

    /// <summary>The checkpoints and kept roots that speak about exactly the entries seen so far.</summary>
    private bool Statements()
    {
        while (_checkpoints.TryPeek(out var next) && next.Checkpoint.Count == _audit.Count)
        {
            if (Fails(_audit.Checkpoint(next.Checkpoint, next.Seal)))
            {
                return false;
            }

            _checkpoints.Dequeue();
        }

        while (_kept.TryPeek(out var kept) && kept.Count == _audit.Count)
        {
            if (Fails(_audit.Expect(kept.Count, kept.Root)))
            {
                return false;
            }

            _kept.Dequeue();
        }

        return true;
    }

    /// <summary>Whoever speaks about more entries than there are.</summary>
    private bool Rest() =>
        !(_checkpoints.TryPeek(out var next) && Fails(_audit.Checkpoint(next.Checkpoint, next.Seal)))
        && !(_kept.TryPeek(out var kept) && Fails(_audit.Expect(kept.Count, kept.Root)));

    private bool Fails(LedgerFault? fault)
    {
        if (fault is null)
        {
            return false;
        }

        _faults.Add(fault);
        return true;
    }
}
