using Enforcement.Storage.Audit;
using Enforcement.Storage.Folders;
using Enforcement.Storage.Sqlite;

namespace Enforcement.Storage.Tests.Durability;

public sealed class KillTests
{
    [Fact]
    public async Task After_a_kill_every_receipt_is_true_nothing_is_there_twice_and_all_verifies()
    {
        var root = Directory.CreateTempSubdirectory("kill-");
        try
        {
            var folder = Path.Combine(root.FullName, "data");
            var acknowledged = new HashSet<string>(StringComparer.Ordinal);
            for (var round = 1; round <= 3; round++)
            {
                await RunAndKillAsync(folder, acknowledged, receipts: 40 * round);
            }

            Assert.Empty(SqliteAudit.Run(folder, []).Faults);
            await using var store = SqliteStore.Open(new SqliteStoreOptions(DataFolder.LedgerFileIn(folder), Training: false));
            var written = new List<string>();
            for (var writer = 0; writer < 4; writer++)
            {
                written.AddRange((await store.ReadAsync($"case/{writer}", 0, CancellationToken.None)).Select(e => e.CommandId));
            }

            Assert.Equal(written.Count, written.Distinct(StringComparer.Ordinal).Count());
            Assert.Empty(acknowledged.Except(written, StringComparer.Ordinal));
            Assert.True(acknowledged.Count >= 240);
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    /// <summary>Kills in the middle of the stream of commands: after so many receipts, while the next ones are on their way.</summary>
    private static async Task RunAndKillAsync(string folder, HashSet<string> acknowledged, int receipts)
    {
        using var process = LedgerHost.Start(folder, writers: 4, commands: 1_000_000);
        var error = process.StandardError.ReadToEndAsync();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("receipt ", StringComparison.Ordinal))
            {
                acknowledged.Add(line["receipt ".Length..]);
                if (--receipts == 0)
                {
                    process.Kill(); // SIGKILL
                }
            }
        }

        await process.WaitForExitAsync();
        Assert.True(receipts <= 0, await error);
    }
}
