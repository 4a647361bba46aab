using System.CommandLine;
using Enforcement.Grains.Ledger;
using Enforcement.Tool.Commands;

namespace Enforcement.Tool;

/// <summary>The frame of all commands: reads the command line, runs one command, turns its failure into words and an exit code.</summary>
public static class CommandLineTool
{
    /// <summary>Runs the tool.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="output">Where results go.</param>
    /// <param name="error">Where complaints go.</param>
    /// <param name="cancellationToken">Ends a command that runs on, as Ctrl+C does.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken = default)
    {
        var root = new RootCommand("Checks and moves what the enforcement record platform keeps. Exit codes: 0 good, 1 something bad was found, 2 refused or wrong usage, 3 could not be done.")
        {
            VerifyCommand.Create(),
            ExportCommand.Create(),
            CalendarImport.Create(),
            SimulateCommand.Create(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var problem in parsed.Errors)
            {
                await error.WriteLineAsync(problem.Message);
            }

            await error.WriteLineAsync("Try: enforce --help");
            return ExitCode.Usage;
        }

        try
        {
            InvocationConfiguration frame = new() { Output = output, Error = error, EnableDefaultExceptionHandler = false };
            if (parsed.CommandResult.Command.Name == SimulateCommand.Name)
            {
                frame.ProcessTerminationTimeout = SimulateCommand.EndsWithin; // two seconds are too short to end what records
            }

            return await parsed.InvokeAsync(frame, cancellationToken);
        }
        catch (StoreUnavailableException e)
        {
            await error.WriteLineAsync($"{e.Reason}: {e.Message}");
            return ExitCode.Failed;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(e.Message);
            return ExitCode.Failed;
        }
    }
}
