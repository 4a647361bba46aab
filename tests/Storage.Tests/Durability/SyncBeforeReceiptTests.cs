using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Enforcement.Storage.Tests.Durability;

/// <summary>Durability by looking: the kernel is asked in which order the process wrote, synced and spoke.</summary>
public sealed partial class SyncBeforeReceiptTests
{
    [SkippableTheory]
    [InlineData(1, 20)]
    [InlineData(16, 10)]
    public async Task The_log_is_synced_between_the_writing_of_an_entry_and_its_receipt(int writers, int commands)
    {
        var calls = await TraceAsync(writers, commands);
        var receipts = calls.Where(c => c.Name == "write" && c.Text.Contains("receipt cmd-", StringComparison.Ordinal)).ToList();
        var written = calls.Where(c => c.Name is "pwrite64" or "write" && c.Path.EndsWith("/ledger.db-wal", StringComparison.Ordinal)).ToList();
        var synced = calls.Where(c => c.Name is "fsync" or "fdatasync" && c.Path.EndsWith("/ledger.db-wal", StringComparison.Ordinal)).ToList();

        Assert.Equal(writers * commands, receipts.Count);
        foreach (var receipt in receipts)
        {
            var command = Command().Match(receipt.Text).Value;
            var entry = written.FirstOrDefault(w => w.Text.Contains($"\\\"commandId\\\":\\\"{command}\\\"", StringComparison.Ordinal));
            Assert.True(entry is not null && entry.Begun < receipt.Begun, $"{command} was acknowledged before it was written");
            Assert.True(synced.Exists(s => s.Begun > entry.Begun && s.Ended < receipt.Begun), $"{command} was acknowledged before it was synced");
        }

        // The groups are real: with many writers there are fewer syncs than receipts.
        Assert.True(writers == 1 || synced.Count < receipts.Count, $"{synced.Count} syncs for {receipts.Count} receipts");
    }

    [SkippableFact]
    public async Task The_names_of_new_files_are_synced_before_the_first_receipt()
    {
        var calls = await TraceAsync(1, 1);
        var receipt = calls.First(c => c.Text.Contains("receipt cmd-", StringComparison.Ordinal));

        Assert.Contains(calls, c => c.Name is "fsync" or "fdatasync" && c.Path.EndsWith("/data", StringComparison.Ordinal) && c.Ended < receipt.Begun);
    }

    private static async Task<List<SystemCall>> TraceAsync(int writers, int commands)
    {
        Skip.IfNot(File.Exists("/usr/bin/strace"), "strace is not installed");
        var root = Directory.CreateTempSubdirectory("trace-");
        try
        {
            var trace = Path.Combine(root.FullName, "trace.txt");
            using var process = LedgerHost.Start(
                Path.Combine(root.FullName, "data"), writers, commands, "/usr/bin/strace", "-f", "-y", "-s", "5000", "-o", trace, "-e", "trace=fsync,fdatasync,write,pwrite64,pwritev,writev,sendto");
            var error = await ReadAsync(process);
            Skip.If(error.Contains("ptrace", StringComparison.Ordinal), "this machine does not let a process be traced: " + error);
            Assert.True(process.ExitCode == 0, error);
            return SystemCalls.Read(File.ReadLines(trace));
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    private static async Task<string> ReadAsync(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await output;
        await process.WaitForExitAsync();
        return error;
    }

    [GeneratedRegex(@"cmd-\d+-\d+\.")]
    private static partial Regex Command();
}
