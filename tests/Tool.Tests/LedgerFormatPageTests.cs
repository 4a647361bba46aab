using System.Diagnostics;
using System.Text.RegularExpressions;
using Enforcement.Domain.Ledger;
using Enforcement.Grains.Ledger;
using Enforcement.Storage.Audit;
using Enforcement.Storage.Folders;
using Enforcement.Storage.Sqlite;

namespace Enforcement.Tool.Tests;

/// <summary>The page that an outsider checks a ledger with must be right to the byte.</summary>
public sealed partial class LedgerFormatPageTests
{
    private static readonly string Page = File.ReadAllText(Find("docs/ledger-format.md"));

    [Fact]
    public async Task The_worked_example_is_what_the_program_writes()
    {
        var root = Directory.CreateTempSubdirectory("example-");
        try
        {
            await WriteExampleAsync(root.FullName);
            var file = Path.Combine(root.FullName, "example.jsonl");
            LedgerExport.Write(root.FullName, file);

            Assert.Equal(Block("jsonl"), await File.ReadAllTextAsync(file));
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_hashes_named_in_the_text_are_those_of_the_example()
    {
        var lines = Block("jsonl").Split('\n');
        var first = Entry().Match(lines[1]);

        Assert.Contains(first.Groups["hash"].Value, Page.Split("```jsonl")[0], StringComparison.Ordinal);
        Assert.Equal(first.Groups["hash"].Value, EntryHash.Of(first.Groups["body"].Value));
        Assert.Contains(first.Groups["body"].Value, Page.Split("```jsonl")[0], StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_checker_on_the_page_finds_the_example_sound_and_every_damaged_byte_of_it()
    {
        Skip.If(await PythonAsync("--version") != 0, "python3 is not installed");
        var root = Directory.CreateTempSubdirectory("checker-");
        try
        {
            var (checker, file) = (Path.Combine(root.FullName, "check.py"), Path.Combine(root.FullName, "example.jsonl"));
            await File.WriteAllTextAsync(checker, Block("python"));
            await File.WriteAllTextAsync(file, Block("jsonl"));
            Assert.Equal(0, await PythonAsync(checker, file));

            var bytes = await File.ReadAllBytesAsync(file);
            for (var i = 0; i < bytes.Length; i += bytes.Length / 25)
            {
                var damaged = (byte[])bytes.Clone();
                damaged[i] ^= 1;
                await File.WriteAllBytesAsync(file, damaged);
                Assert.True(await PythonAsync(checker, file) != 0, $"byte {i} was changed and the checker did not see it");
            }
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    private static async Task WriteExampleAsync(string folder)
    {
        var start = new DateTimeOffset(2026, 3, 5, 1, 30, 0, TimeSpan.Zero);
        var officer = new Actor("o-17", "𠮷野", "handler", "CM", "310101-0017");
        var system = new Actor("system", "system", "system", "CM", null);
        const string Profile = "{\"id\":\"CM\"}\n";
        await using var store = SqliteStore.Open(new SqliteStoreOptions(DataFolder.LedgerFileIn(folder), Training: false));
        await store.KeepAsync(EntryHash.Of(Profile), "CM@2026-01-01", Profile, start, CancellationToken.None);
        await store.AppendAsync(
            new AppendBatch("case/CM-2026-000001", 0, "6f1c", "h1", officer, start.AddMinutes(5), false, [new NewEntry("case.started", 1, start, "{\"fine\":20000,\"party\":\"㐂\\n\\\"甲\\\"\"}")], "{}", [], null),
            CancellationToken.None);
        await store.AppendAsync(
            new AppendBatch("recording/R-1", 0, "a07e", "h2", officer, start.AddMinutes(6), false, [new NewEntry("recording.announced", 1, start, "{}")], "{}", [], null),
            CancellationToken.None);
        await store.CheckpointAsync(start.AddMinutes(7), CancellationToken.None);
        await store.AppendAsync(
            new AppendBatch("case/CM-2026-000001", 1, "tick", "h3", system, start.AddDays(1), false, [new NewEntry("case.deadline-missed", 1, start.AddDays(1).AddMicroseconds(1), "{\"rule\":\"CM-08\"}")], null, [], null),
            CancellationToken.None);
    }

    private static string Block(string language)
    {
        var match = Regex.Match(Page, $"^```{language}\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture);
        Assert.True(match.Success, $"the page has no {language} block");
        return match.Groups["text"].Value;
    }

    private static async Task<int> PythonAsync(params string[] args)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("python3", args) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
            var output = process.StandardOutput.ReadToEndAsync();
            await process.StandardError.ReadToEndAsync();
            await output;
            await process.WaitForExitAsync();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1;
        }
    }

    private static string Find(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "OrleansEnforcement.sln")))
            {
                return Path.Combine(folder.FullName, path);
            }
        }

        throw new FileNotFoundException("the repository was not found above the tests", path);
    }

    [GeneratedRegex("""^\{"entry":(?<body>.*),"hash":"(?<hash>[0-9a-f]{64})","position":1\}$""", RegexOptions.ExplicitCapture)]
    private static partial Regex Entry();
}
