using System.Diagnostics;
using Enforcement.Storage.Sqlite;

namespace Enforcement.Ledger.Bench;

/// <summary>The bare bones to compare with: the rows that the ledger wrote, inserted on the same kind of connection into an emptied copy of the same file, as many in one commit as the ledger had; no hashing, no check, no caller.</summary>
internal static class RawReplay
{
    private static readonly (string Table, int Width)[] Tables = [("entries", 8), ("answers", 5), ("streams", 4), ("cases", 24)];

    /// <returns>Commands in one second.</returns>
    public static double Run(string from, string to, int commands, int perCommit)
    {
        File.Copy(from, to, overwrite: true);
        using var source = SqliteDb.Open(from, SqliteUse.Read);
        using var target = SqliteDb.Open(to, SqliteUse.Write);
        target.Run("""
            DROP TRIGGER entries_delete; DROP TRIGGER answers_delete; DROP TRIGGER ledger_head_update;
            DELETE FROM entries; DELETE FROM answers; DELETE FROM streams; DELETE FROM cases;
            VACUUM; PRAGMA wal_checkpoint(TRUNCATE);
            """);
        var rows = Tables.Select(t => Read(source, t.Table, t.Width, commands)).ToArray();
        var inserts = Tables.Select(t => $"INSERT INTO {t.Table} VALUES ({string.Join(", ", Enumerable.Repeat("?", t.Width))})").ToArray();
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < commands;)
        {
            target.Prepare("BEGIN IMMEDIATE").Run();
            for (var end = Math.Min(commands, i + perCommit); i < end; i++)
            {
                for (var t = 0; t < Tables.Length; t++)
                {
                    Insert(target.Prepare(inserts[t]), rows[t][i]);
                }
            }

            target.Prepare("UPDATE ledger_head SET count = ?, root = ?, frontier = ?, recorded_at = ? WHERE id = 1").Bind(i).BindBytes(new byte[32]).BindBytes(new byte[320]).Bind(1).Run();
            target.Prepare("COMMIT").Run();
        }

        return commands / watch.Elapsed.TotalSeconds;
    }

    private static List<object?[]> Read(SqliteDb source, string table, int width, int limit)
    {
        var types = new List<string>();
        var info = source.Prepare($"SELECT type FROM pragma_table_info('{table}')");
        while (info.Step())
        {
            types.Add(info.Text(0));
        }

        var rows = new List<object?[]>();
        var statement = source.Prepare($"SELECT * FROM {table} LIMIT {limit}");
        while (statement.Step())
        {
            var row = new object?[width];
            for (var i = 0; i < width; i++)
            {
                row[i] = statement.IsNull(i) ? null : types[i] switch { "TEXT" => statement.Text(i), "BLOB" => statement.Bytes(i), _ => statement.Number(i) };
            }

            rows.Add(row);
        }

        statement.Reset();
        return rows;
    }

    private static void Insert(SqliteStatement statement, object?[] row)
    {
        foreach (var value in row)
        {
            _ = value switch
            {
                null => statement.BindNull(),
                string text => statement.Bind(text),
                byte[] bytes => statement.BindBytes(bytes),
                _ => statement.Bind((long)value),
            };
        }

        statement.Run();
    }
}
