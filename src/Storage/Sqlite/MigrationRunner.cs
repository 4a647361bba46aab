using Enforcement.Grains.Ledger;

namespace Enforcement.Storage.Sqlite;

/// <summary>Brings a database to the schema of this program, or says why it may not.</summary>
internal static class MigrationRunner
{
    /// <summary>What the first migration writes into the file, so that no other program's database is taken for one of ours.</summary>
    public const long ApplicationId = 1_162_757_708;

    public static void Run(SqliteDb db, IReadOnlyList<Migration> migrations)
    {
        if (db.Number("SELECT count(*) FROM sqlite_schema WHERE name <> 'schema_migrations'") > 0)
        {
            RequireOurs(db);
        }

        db.Run("""
            CREATE TABLE IF NOT EXISTS schema_migrations (
                number INTEGER NOT NULL PRIMARY KEY,
                name TEXT NOT NULL,
                checksum TEXT NOT NULL
            ) STRICT
            """);
        var applied = Applied(db);
        Compare(applied, migrations);
        foreach (var migration in migrations.Skip(applied.Count))
        {
            Apply(db, migration);
        }
    }

    /// <summary>Checks without changing anything: for who only reads.</summary>
    public static void RequireCurrent(SqliteDb db, IReadOnlyList<Migration> migrations)
    {
        RequireOurs(db);
        var applied = Applied(db);
        Compare(applied, migrations);
        if (applied.Count < migrations.Count)
        {
            throw new StoreUnavailableException(StoreUnavailableException.Changed, $"the database is at migration {applied.Count}, this program needs {migrations.Count}: start the program on it once");
        }
    }

    private static void RequireOurs(SqliteDb db)
    {
        if (db.Number("PRAGMA application_id") != ApplicationId)
        {
            throw new StoreUnavailableException(StoreUnavailableException.Corrupt, "the file is a database, but not one of this program");
        }
    }

    private static void Apply(SqliteDb db, Migration migration)
    {
        db.Run("BEGIN IMMEDIATE");
        try
        {
            db.Run(migration.Sql);
            db.Prepare("INSERT INTO schema_migrations (number, name, checksum) VALUES (?, ?, ?)")
                .Bind(migration.Number).Bind(migration.Name).Bind(migration.Checksum).Run();
            db.Run("COMMIT");
        }
        catch
        {
            if (db.InTransaction)
            {
                db.Run("ROLLBACK");
            }

            throw;
        }
    }

    private static List<(int Number, string Name, string Checksum)> Applied(SqliteDb db)
    {
        var applied = new List<(int, string, string)>();
        var statement = db.Prepare("SELECT number, name, checksum FROM schema_migrations ORDER BY number");
        while (statement.Step())
        {
            applied.Add(((int)statement.Number(0), statement.Text(1), statement.Text(2)));
        }

        statement.Reset();
        return applied;
    }

    private static void Compare(List<(int Number, string Name, string Checksum)> applied, IReadOnlyList<Migration> migrations)
    {
        if (applied.Count > migrations.Count)
        {
            throw new StoreUnavailableException(
                StoreUnavailableException.Newer,
                $"the database is at migration {applied[^1].Number} ({applied[^1].Name}), this program knows {migrations.Count}: it was written by a newer program");
        }

        for (var i = 0; i < applied.Count; i++)
        {
            if (applied[i].Number != migrations[i].Number || !string.Equals(applied[i].Checksum, migrations[i].Checksum, StringComparison.Ordinal))
            {
                throw new StoreUnavailableException(
                    StoreUnavailableException.Changed,
                    $"migration {applied[i].Number} ({applied[i].Name}) was applied with another text than this program carries");
            }
        }
    }
}
