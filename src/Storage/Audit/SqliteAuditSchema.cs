using Enforcement.Domain.Ledger;
using Enforcement.Storage.Sqlite;

namespace Enforcement.Storage.Audit;

/// <summary>Whether the file itself is whole, and still defends itself: tables, indexes and triggers must read as this program makes them.</summary>
internal static class SqliteAuditSchema
{
    private const string Schema = "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY 1";

    public static IEnumerable<LedgerFault> Check(SqliteDb db)
    {
        using var fresh = SqliteDb.Open(":memory:", SqliteUse.Write);
        MigrationRunner.Run(fresh, Migration.All);
        var (wanted, found) = (Read(fresh), Read(db));
        foreach (var (name, sql) in wanted)
        {
            if (!found.TryGetValue(name, out var other))
            {
                yield return Fault($"{name} is missing");
            }
            else if (other != sql)
            {
                yield return Fault($"{name} reads otherwise than this program makes it");
            }
        }

        foreach (var name in found.Keys.Except(wanted.Keys, StringComparer.Ordinal))
        {
            yield return Fault($"{name} is none of this program's");
        }

        if (db.Text("PRAGMA integrity_check(1)") is { } integrity and not "ok")
        {
            yield return new LedgerFault("file", null, null, null, integrity);
        }
    }

    private static LedgerFault Fault(string message) => new("schema", null, null, null, message);

    private static SortedDictionary<string, string> Read(SqliteDb db)
    {
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var statement = db.Prepare(Schema);
        while (statement.Step())
        {
            all[statement.Text(0)] = statement.Text(1);
        }

        statement.Reset();
        return all;
    }
}
