using System.Globalization;
using System.Text;
using Enforcement.Domain.Ledger;
using Enforcement.Grains.Ledger;
using Enforcement.Storage.Folders;
using Enforcement.Storage.Sqlite;

namespace Enforcement.Ledger.Host;

/// <summary>Appends from several writers at once, and says so on a line of its own after each receipt.</summary>
internal static class Program
{
    private static readonly DateTimeOffset Start = new(2026, 3, 5, 1, 30, 0, TimeSpan.Zero);
    private static readonly Actor Officer = new("o-1", "𠮷野", "handler", "CM", null);

    /// <param name="args">Data folder, writers, commands of each writer.</param>
    private static async Task Main(string[] args)
    {
        using var folder = DataFolder.Open(args[0], TimeProvider.System.GetUtcNow());
        await using var store = SqliteStore.Open(new SqliteStoreOptions(folder.LedgerFile, Training: false));
        await using var output = Console.OpenStandardOutput();
        var line = new Lock();
        Say("ready");
        var commands = int.Parse(args[2], CultureInfo.InvariantCulture);
        await Task.WhenAll(Enumerable.Range(0, int.Parse(args[1], CultureInfo.InvariantCulture)).Select(writer => Task.Run(() => WriteAsync(writer))));

        async Task WriteAsync(int writer)
        {
            var stream = $"case/{writer}";
            var sequence = (await store.ReadAsync(stream, 0, CancellationToken.None)).LastOrDefault()?.Sequence ?? 0;
            for (var n = 0; n < commands; n++)
            {
                var command = FormattableString.Invariant($"cmd-{writer}-{sequence + 1}.");
                var entry = new NewEntry("case.moved", 1, Start, "{\"note\":\"现场检查\"}");
                var receipt = await store.AppendAsync(
                    new AppendBatch(stream, sequence, command, "h", Officer, Start, Training: false, [entry], "{}", [], new DueChange(Start.AddSeconds(sequence))),
                    CancellationToken.None);
                Say("receipt " + command);
                sequence = receipt.LastSequence;
            }
        }

        void Say(string text)
        {
            lock (line)
            {
                output.Write(Encoding.ASCII.GetBytes(text + "\n"));
            }
        }
    }
}
