using Enforcement.Domain.Ledger;
using Enforcement.Grains.Ledger;
using Enforcement.Storage.Folders;
using Enforcement.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Enforcement.Tool.Tests;

/// <summary>A small ledger: two streams mixed, eleven entries, two checkpoints, one profile text.</summary>
internal sealed class SampleLedger : IDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 5, 1, 30, 0, TimeSpan.Zero);

    private static readonly Actor Officer = new("o-1", "𠮷野", "handler", "CM", "310101-0001");

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("sample-");

    private SampleLedger()
    {
    }

    public string Folder => Path.Combine(_root.FullName, "data");

    public string Export => Path.Combine(_root.FullName, "ledger.jsonl");

    public static async Task<SampleLedger> MakeAsync(int entries = 11)
    {
        var sample = new SampleLedger();
        Directory.CreateDirectory(sample.Folder);
        await using var store = SqliteStore.Open(new SqliteStoreOptions(DataFolder.LedgerFileIn(sample.Folder), Training: false));
        await store.KeepAsync(EntryHash.Of("{\"id\":\"CM\"}"), "CM@2026-01-01", "{\"id\":\"CM\"}", Start, CancellationToken.None);
        for (var i = 0; i < entries; i++)
        {
            var stream = i % 3 == 0 ? "recording/R-1" : "recording/R-2";
            var expected = i % 3 == 0 ? i / 3 : (i / 3 * 2) + (i % 3) - 1;
            await store.AppendAsync(
                new AppendBatch(stream, expected, $"c-{i}", $"h-{i}", Officer, Start.AddMinutes(i), Training: false, [new NewEntry("recording.viewed", 1, Start.AddMinutes(i - 1), $"{{\"purpose\":\"{i}\"}}")], "{}", [], new DueChange(Start.AddDays(i))),
                CancellationToken.None);
            if (i is 3 or 7)
            {
                await store.CheckpointAsync(Start.AddMinutes(i), CancellationToken.None);
            }
        }

        return sample;
    }

    /// <summary>A copy whose database a knowing hand has changed: the defences are taken down, and put up again afterwards.</summary>
    public string Tampered(string sql, bool restoreDefences = true)
    {
        var copy = Path.Combine(_root.FullName, Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(copy);
        File.Copy(DataFolder.LedgerFileIn(Folder), DataFolder.LedgerFileIn(copy));
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = DataFolder.LedgerFileIn(copy), Pooling = false }.ToString());
        connection.Open();
        var triggers = Triggers(connection);
        Run(connection, string.Concat(triggers.Select(t => $"DROP TRIGGER {t.Name};")));
        Run(connection, sql);
        if (restoreDefences)
        {
            Run(connection, string.Concat(triggers.Select(t => t.Sql + ";")));
        }

        return copy;
    }

    /// <summary>A copy in which one trigger is gone.</summary>
    public string Without(string trigger) => Tampered("SELECT 1", restoreDefences: true) is var copy && Drop(copy, trigger) ? copy : "";

    public string[] TriggerNames()
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = DataFolder.LedgerFileIn(Folder), Pooling = false, Mode = SqliteOpenMode.ReadOnly }.ToString());
        connection.Open();
        return [.. Triggers(connection).Select(t => t.Name)];
    }

    public void Dispose() => _root.Delete(recursive: true);

    private static bool Drop(string copy, string trigger)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = DataFolder.LedgerFileIn(copy), Pooling = false }.ToString());
        connection.Open();
        Run(connection, "DROP TRIGGER " + trigger);
        return true;
    }

    private static List<(string Name, string Sql)> Triggers(SqliteConnection connection)
    {
        var triggers = new List<(string, string)>();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            triggers.Add((reader.GetString(0), reader.GetString(1)));
        }

        return triggers;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
