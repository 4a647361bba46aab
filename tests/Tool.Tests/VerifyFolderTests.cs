using System.Globalization;
using System.Text.Json;

namespace Enforcement.Tool.Tests;

public sealed class VerifyFolderTests
{
    [Fact]
    public async Task A_sound_ledger_is_called_sound_and_counted()
    {
        using var sample = await SampleLedger.MakeAsync();

        var (code, output, _) = await Tool.RunAsync("verify", sample.Folder);

        Assert.Equal(ExitCode.Good, code);
        Assert.StartsWith("Sound: 11 entries in 2 streams, 2 checkpoints.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_carries_the_same_and_the_root_that_can_be_expected_later()
    {
        using var sample = await SampleLedger.MakeAsync();

        var (code, output, _) = await Tool.RunAsync("verify", sample.Folder, "--json");

        using var report = JsonDocument.Parse(output);
        var root = report.RootElement.GetProperty("root").GetString();
        Assert.Equal((ExitCode.Good, true, 11L), (code, report.RootElement.GetProperty("sound").GetBoolean(), report.RootElement.GetProperty("entries").GetInt64()));
        Assert.Equal(ExitCode.Good, (await Tool.RunAsync("verify", sample.Folder, "--expect", $"11:{root}")).Code);
        Assert.Equal(ExitCode.Bad, (await Tool.RunAsync("verify", sample.Folder, "--expect", $"10:{root}")).Code);
        Assert.Equal(ExitCode.Bad, (await Tool.RunAsync("verify", sample.Folder, "--expect", $"12:{root}")).Code);
        Assert.Equal(ExitCode.Bad, (await Tool.RunAsync("verify", sample.Folder, "--expect", $"11:{new string('0', 64)}")).Code);
    }

    [Fact]
    public async Task Every_column_of_every_entry_is_guarded_and_the_first_bad_entry_is_named()
    {
        using var sample = await SampleLedger.MakeAsync(entries: 5);
        (string Column, string Change)[] columns =
        [
            ("position", "position = position + 100"),
            ("stream", "stream = stream || 'x'"),
            ("sequence", "sequence = sequence + 100"),
            ("name", "name = 'recording.vieved'"),
            ("recorded_at", "recorded_at = recorded_at + 1"),
            ("command_id", "command_id = 'c-x'"),
            ("body", "body = replace(body, '\"purpose\":', '\"purpoze\":')"),
            ("hash", "hash = zeroblob(32)"),
        ];

        foreach (var (column, change) in columns)
        {
            for (var position = 1; position <= 5; position++)
            {
                var copy = sample.Tampered($"UPDATE entries SET {change} WHERE position = {position}");
                var (code, fault) = await FirstFaultAsync(copy);

                Assert.True(code == ExitCode.Bad, $"{column} of {position} was not found");
                Assert.Equal(position, fault.GetProperty("position").GetInt64());
            }
        }

        Assert.Equal(columns.Select(c => c.Column).Order(StringComparer.Ordinal), EntryColumns(sample).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("DELETE FROM entries WHERE position > 9", 10, "cut tail")]
    [InlineData("DELETE FROM entries WHERE position > 9; UPDATE streams SET sequence = 3 WHERE stream LIKE '%1'", 10, "cut tail with its head of stream")]
    [InlineData("DELETE FROM entries", 1, "everything dropped")]
    [InlineData("DELETE FROM entries WHERE stream LIKE '%2'; DELETE FROM streams WHERE stream LIKE '%2'; DELETE FROM answers WHERE stream LIKE '%2'", 2, "dropped stream")]
    [InlineData("DELETE FROM entries WHERE stream LIKE '%2'; DELETE FROM streams WHERE stream LIKE '%2'; UPDATE entries SET position = (position + 2) / 3", 4, "dropped stream, positions closed up")]
    [InlineData("UPDATE entries SET position = 100 WHERE position = 9; UPDATE entries SET position = 9 WHERE position = 10; UPDATE entries SET position = 10 WHERE position = 100", 11, "two entries of different streams swapped")]
    [InlineData("UPDATE entries SET position = 100 WHERE position = 2; UPDATE entries SET position = 2 WHERE position = 3; UPDATE entries SET position = 3 WHERE position = 100", 2, "two entries of one stream swapped")]
    [InlineData("DELETE FROM entries WHERE position = 5; UPDATE entries SET position = position + 1000 WHERE position > 5; UPDATE entries SET position = position - 1001 WHERE position > 1000", 5, "one entry dropped, positions closed up")]
    public async Task What_was_cut_dropped_or_swapped_is_found(string sql, long position, string what)
    {
        using var sample = await SampleLedger.MakeAsync();

        var (code, fault) = await FirstFaultAsync(sample.Tampered(sql));

        Assert.True(code == ExitCode.Bad, what);
        Assert.Equal(position, fault.GetProperty("position").GetInt64());
    }

    [Theory]
    [InlineData("UPDATE checkpoints SET made_at = made_at + 1 WHERE count = 4", "checkpoint")]
    [InlineData("UPDATE checkpoints SET root = zeroblob(32) WHERE count = 8", "checkpoint")]
    [InlineData("UPDATE checkpoints SET seal = zeroblob(32) WHERE count = 8", "checkpoint")]
    [InlineData("UPDATE checkpoints SET count = 9 WHERE count = 8", "checkpoint")]
    [InlineData("DELETE FROM checkpoints WHERE count = 4", "checkpoint")]
    [InlineData("UPDATE ledger_head SET count = 12", "head")]
    [InlineData("UPDATE ledger_head SET root = zeroblob(32)", "head")]
    [InlineData("UPDATE ledger_head SET frontier = zeroblob(96)", "head")]
    [InlineData("UPDATE ledger_head SET recorded_at = 1", "head")]
    [InlineData("DELETE FROM ledger_head", "head")]
    [InlineData("UPDATE streams SET sequence = sequence - 1 WHERE stream LIKE '%1'", "stream")]
    [InlineData("UPDATE streams SET hash = zeroblob(32) WHERE stream LIKE '%2'", "stream")]
    [InlineData("DELETE FROM streams WHERE stream LIKE '%2'", "stream")]
    [InlineData("INSERT INTO streams VALUES ('case/9', 2, zeroblob(32), NULL)", "stream")]
    [InlineData("UPDATE answers SET sequence = 99 WHERE command_id = 'c-3'", "answer")]
    [InlineData("UPDATE answers SET sequence = 1 WHERE command_id = 'c-3'", "answer")]
    [InlineData("UPDATE answers SET stream = 'case/9'", "answer")]
    [InlineData("UPDATE profiles SET text = '{}'", "profile")]
    [InlineData("UPDATE profiles SET hash = 'x'", "profile")]
    [InlineData("UPDATE meta SET value = 'training'", "entry")]
    [InlineData("CREATE TRIGGER own AFTER INSERT ON entries BEGIN DELETE FROM answers; END", "schema")]
    [InlineData("DROP INDEX streams_due", "schema")]
    public async Task Every_other_table_must_say_what_follows_from_the_entries(string sql, string code)
    {
        using var sample = await SampleLedger.MakeAsync();

        var (exit, fault) = await FirstFaultAsync(sample.Tampered(sql));

        Assert.Equal((ExitCode.Bad, code), (exit, fault.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Every_missing_or_softened_trigger_is_found()
    {
        using var sample = await SampleLedger.MakeAsync(entries: 3);
        var triggers = sample.TriggerNames();

        foreach (var trigger in triggers)
        {
            var (code, fault) = await FirstFaultAsync(sample.Without(trigger));

            Assert.Equal((ExitCode.Bad, $"trigger {trigger} is missing"), (code, fault.GetProperty("message").GetString()));
        }

        Assert.True(triggers.Length >= 15);
        var softened = sample.Tampered("CREATE TRIGGER entries_delete BEFORE DELETE ON entries WHEN OLD.position < 0 BEGIN SELECT RAISE(ABORT, 'x'); END", restoreDefences: false);
        Assert.Contains("trigger entries_delete reads otherwise", (await Tool.RunAsync("verify", softened)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_file_is_a_finding_and_a_missing_one_or_one_of_a_newer_program_is_not()
    {
        using var sample = await SampleLedger.MakeAsync();
        var damaged = sample.Tampered("SELECT 1");
        var file = Path.Combine(damaged, "ledger.db");
        var bytes = await File.ReadAllBytesAsync(file);
        Array.Fill(bytes, (byte)0x5a, 4096, bytes.Length - 4096);
        await File.WriteAllBytesAsync(file, bytes);

        Assert.Equal((ExitCode.Bad, "file"), await FirstFaultAsync(damaged) is var (code, fault) ? (code, fault.GetProperty("code").GetString()) : default);
        Assert.Equal(ExitCode.Failed, (await Tool.RunAsync("verify", Path.GetDirectoryName(sample.Export)!)).Code);
        Assert.Equal(ExitCode.Failed, (await Tool.RunAsync("verify", sample.Export)).Code);
        var newer = await Tool.RunAsync("verify", sample.Tampered("INSERT INTO schema_migrations (number, name, checksum) VALUES (999, 'x', 'x')"));
        Assert.Equal((ExitCode.Failed, true), (newer.Code, newer.Error.StartsWith("newer:", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("verify", ".", "--exspect", "1:x")]
    [InlineData("verify", ".", "--expect", "1:x")]
    [InlineData("verfy", ".")]
    [InlineData("export", ".")]
    public async Task A_command_line_that_is_not_understood_gives_its_own_code(params string[] args)
    {
        var (code, _, error) = await Tool.RunAsync(args);

        Assert.Equal(ExitCode.Usage, code);
        Assert.NotEmpty(error);
    }

    private static async Task<(int Code, JsonElement Fault)> FirstFaultAsync(string folder)
    {
        var (code, output, _) = await Tool.RunAsync("verify", folder, "--json");
        using var report = JsonDocument.Parse(output);
        var faults = report.RootElement.GetProperty("faults");
        return (code, faults.GetArrayLength() == 0 ? default : faults[0].Clone());
    }

    private static string[] EntryColumns(SampleLedger sample)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(sample.Folder, "ledger.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM pragma_table_info('entries')";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
        {
            names.Add(reader.GetString(0).ToString(CultureInfo.InvariantCulture));
        }

        return [.. names];
    }
}
