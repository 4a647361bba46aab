using Microsoft.Data.Sqlite;

namespace Enforcement.Storage.Sqlite.Engine;

/// <summary>The tables of the embedded engine. Its file is its own: grain state and the ledger never wait for each other.</summary>
internal static class EngineSchema
{
    private const long Version = 1;

    private const string Tables = """
        CREATE TABLE engine_state (
            grain_type TEXT NOT NULL,
            grain_key  TEXT NOT NULL,
            name       TEXT NOT NULL,
            etag       TEXT NOT NULL,
            json       BLOB NOT NULL,
            PRIMARY KEY (grain_type, grain_key, name)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE engine_reminder (
            grain_type TEXT    NOT NULL,
            grain_key  TEXT    NOT NULL,
            name       TEXT    NOT NULL,
            start_at   INTEGER NOT NULL, -- ticks of 100 ns, UTC
            period     INTEGER NOT NULL, -- ticks of 100 ns
            etag       TEXT    NOT NULL,
            PRIMARY KEY (grain_type, grain_key, name)
        ) STRICT, WITHOUT ROWID;
        PRAGMA user_version = 1;
        """;

    /// <exception cref="InvalidOperationException">The file was written by a newer program.</exception>
    public static void Apply(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        using var ask = connection.CreateCommand();
        ask.CommandText = "PRAGMA user_version";
        var found = (long)ask.ExecuteScalar()!;
        if (found > Version)
        {
            throw new InvalidOperationException($"{connection.DataSource} has engine schema {found}, this program knows {Version}: use the newer program.");
        }

        if (found == 0)
        {
            using var create = connection.CreateCommand();
            create.CommandText = Tables;
            create.ExecuteNonQuery();
        }

        transaction.Commit();
    }
}
