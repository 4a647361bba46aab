using System.Security.Cryptography;
using Enforcement.Domain.Ledger;
using Enforcement.Storage.Folders;
using Enforcement.Storage.Media;
using Enforcement.Storage.Sqlite;

namespace Enforcement.Storage.Audit;

/// <summary>Writes a ledger into one file that can be checked without this program: see docs/ledger-format.md.</summary>
public sealed class LedgerExport
{
    private readonly SqliteDb _db;
    private readonly Stream _out;
    private readonly IncrementalHash _digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private LedgerExport(SqliteDb db, Stream output)
    {
        _db = db;
        _out = output;
    }

    /// <summary>Exports a data folder, of one moment; the program may run meanwhile.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="file">The file to write; it appears whole or not at all.</param>
    /// <returns>How many entries were written.</returns>
    /// <exception cref="FileNotFoundException">There is no ledger in the folder.</exception>
    /// <exception cref="Grains.Ledger.StoreUnavailableException">The ledger cannot be read.</exception>
    public static long Write(string folder, string file)
    {
        var ledger = DataFolder.LedgerFileIn(folder);
        if (!File.Exists(ledger))
        {
            throw new FileNotFoundException($"{folder} holds no ledger", ledger);
        }

        var path = Path.GetFullPath(file);
        var staged = path + ".new";
        long count;
        using (var db = SqliteDb.Open(ledger, SqliteUse.Read))
        using (var output = new FileStream(staged, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
        {
            MigrationRunner.RequireCurrent(db, Migration.All);
            db.Run("BEGIN");
            count = new LedgerExport(db, output).Write();
            output.Flush(flushToDisk: true);
        }

        File.Move(staged, path, overwrite: true);
        Durable.SyncFolder(Path.GetDirectoryName(path)!);
        return count;
    }

    private long Write()
    {
        var kind = _db.Text("SELECT value FROM meta WHERE key = 'kind'");
        Line($"{{\"format\":\"enforcement-ledger\",\"kind\":\"{kind}\",\"version\":1}}");
        var count = Entries();
        Profiles();
        var head = LedgerCheckpoints.Head(_db);
        var recordedAt = head.LastRecordedAt is { } instant ? $"\"recordedAt\":\"{CanonicalInstant.Format(instant)}\"," : "";
        Line(FormattableString.Invariant($"{{\"head\":{{\"count\":{head.Count},{recordedAt}\"root\":\"{head.Root}\"}}}}"));
        Line($"{{\"sha256\":\"{Convert.ToHexStringLower(_digest.GetCurrentHash())}\"}}");
        return count;
    }

    /// <summary>The entries in the order of their positions; a checkpoint stands right after the last entry it speaks about.</summary>
    private long Entries()
    {
        var checkpoints = _db.Prepare("SELECT count, root, made_at, seal FROM checkpoints ORDER BY count");
        var more = checkpoints.Step();
        var seal = Chain.Genesis;
        var count = 0L;
        var entries = _db.Prepare("SELECT position, body, hash FROM entries ORDER BY position");
        while (entries.Step())
        {
            Line(FormattableString.Invariant($"{{\"entry\":{entries.Text(1)},\"hash\":\"{entries.Hex(2)}\",\"position\":{entries.Number(0)}}}"));
            count++;
            if (more && checkpoints.Number(0) == entries.Number(0))
            {
                var body = new Checkpoint(checkpoints.Number(0), checkpoints.Hex(1), checkpoints.Instant(2)).Body(seal);
                seal = checkpoints.Hex(3);
                Line($"{{\"checkpoint\":{body},\"hash\":\"{seal}\"}}");
                more = checkpoints.Step();
            }
        }

        entries.Reset();
        checkpoints.Reset();
        return count;
    }

    private void Profiles()
    {
        var statement = _db.Prepare("SELECT hash, profile_id, text FROM profiles ORDER BY hash");
        while (statement.Step())
        {
            Line($"{{\"hash\":\"{statement.Text(0)}\",\"profile\":{{\"id\":{Quoted(statement.Text(1))},\"text\":{Quoted(statement.Text(2))}}}}}");
        }

        statement.Reset();
    }

    private static string Quoted(string text) => EventSerializer.Canonical(text);

    private void Line(string text)
    {
        byte[] bytes = [.. CanonicalJson.Bytes(text), (byte)'\n'];
        _digest.AppendData(bytes);
        _out.Write(bytes);
    }
}
