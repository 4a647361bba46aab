using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Enforcement.Ledger.Bench;

/// <summary>The bare bones to compare with: the rows that the ledger wrote, inserted into a file of the same schema by prepared statements, as many in one commit as the ledger had.</summary>
internal static class RawReplay
{
    private static readonly string[] Tables = ["entries", "answers", "streams", "cases"];

    /// <returns>Commands in one second.</returns>
    public static double Run(string from, string to, int commands, int perCommit)
    {
        File.Copy(from, to, overwrite: true);
        using var source = Open(from);
        using var target = Open(to);
        Execute(target, "DROP TRIGGER entries_delete; DROP TRIGGER answers_delete; DELETE FROM entries; DELETE FROM answers; DELETE FROM streams; DELETE FROM cases; PRAGMA wal_checkpoint(TRUNCATE);");
        var rows = Tables.Select(t => Read(source, t, commands)).ToArray();
        using var begin = Command(target, "BEGIN IMMEDIATE");
        using var commit = Command(target, "COMMIT");
        using var head = Command(target, "UPDATE ledger_head SET count = $1, root = $2, frontier = $3, recorded_at = 1 WHERE id = 1");
        Execute(target, "DROP TRIGGER ledger_head_update");
        head.Parameters.AddWithValue("$1", 0L);
        head.Parameters.AddWithValue("$2", new byte[32]);
        head.Parameters.AddWithValue("$3", new byte[320]);
        head.Prepare();
        var inserts = Tables.Select((t, i) => Insert(target, t, rows[i][0].Length)).ToArray();
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < commands;)
        {
            begin.ExecuteNonQuery();
            for (var end = Math.Min(commands, i + perCommit); i < end; i++)
            {
                for (var t = 0; t < Tables.Length; t++)
                {
                    Bind(inserts[t], rows[t][i]);
                    inserts[t].ExecuteNonQuery();
                }
            }

            head.Parameters[0].Value = (long)i;
            head.ExecuteNonQuery();
            commit.ExecuteNonQuery();
        }

        foreach (var insert in inserts)
        {
            insert.Dispose();
        }

        return commands / watch.Elapsed.TotalSeconds;
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=4000; PRAGMA cache_size=-65536;");
        return connection;
    }

    private static List<object[]> Read(SqliteConnection source, string table, int limit)
    {
        using var command = Command(source, $"SELECT * FROM {table} LIMIT {limit}");
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    private static SqliteCommand Insert(SqliteConnection target, string table, int width)
    {
        var command = Command(target, $"INSERT INTO {table} VALUES ({string.Join(", ", Enumerable.Range(1, width).Select(i => "$" + i))})");
        for (var i = 1; i <= width; i++)
        {
            command.Parameters.AddWithValue("$" + i, DBNull.Value);
        }

        command.Prepare();
        return command;
    }

    private static void Bind(SqliteCommand command, object[] row)
    {
        for (var i = 0; i < row.Length; i++)
        {
            command.Parameters[i].Value = row[i];
        }
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        command.ExecuteNonQuery();
    }
}
