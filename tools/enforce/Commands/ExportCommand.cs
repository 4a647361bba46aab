using System.CommandLine;
using Enforcement.Storage.Audit;

namespace Enforcement.Tool.Commands;

/// <summary><c>enforce export</c>: the whole ledger in one file that an outsider can check.</summary>
public static class ExportCommand
{
    /// <summary>Makes the command.</summary>
    /// <returns>The command.</returns>
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "The data folder." };
        var file = new Argument<string>("file") { Description = "The file to write." };
        var force = new Option<bool>("--force") { Description = "Replace the file if it is there." };
        var command = new Command("export", "Writes the ledger with its checkpoints and profile texts into one file, as docs/ledger-format.md describes. The program may run meanwhile.") { folder, file, force };
        command.SetAction((parsed, _) => RunAsync(parsed.GetRequiredValue(folder), parsed.GetRequiredValue(file), parsed.GetValue(force), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static async Task<int> RunAsync(string folder, string file, bool force, TextWriter output)
    {
        if (File.Exists(file) && !force)
        {
            throw new IOException($"{file} is there already; replace it with --force.");
        }

        var count = LedgerExport.Write(folder, file);
        await output.WriteLineAsync(FormattableString.Invariant($"{count} entries written to {file}"));
        return ExitCode.Good;
    }
}
