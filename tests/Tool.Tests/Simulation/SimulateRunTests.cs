using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Enforcement.Tool.Tests.Simulation;

/// <summary>Runs of <c>enforce simulate</c> against a server in this process: what it counts is what the server took, and nothing is left recording.</summary>
public sealed partial class SimulateRunTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("simulate-");

    [Fact]
    public async Task A_short_run_counts_what_the_server_took_and_ends_what_records()
    {
        await using FakeServer server = new();

        var (code, output, error) = await Tool.RunAsync("simulate", "--url", server.Address, "--token", "oe_gateway", "--count", "40", "--minutes", "0.05", "--rate", "0.1", "--pace", "1000");

        Assert.Equal((ExitCode.Good, ""), (code, error));
        Assert.Contains("time is over; ending what records", output, StringComparison.Ordinal);
        Assert.Equal((server.Requests, 0, server.Taken, 0L, 0L), Figures(output));
        Assert.Equal(40, server.Recorders.Count());
        Assert.Equal(["Bearer oe_gateway"], server.Secrets.Distinct());
        Assert.Empty(server.Running);
    }

    [Fact]
    public async Task Stopped_in_the_middle_it_ends_what_records()
    {
        await using FakeServer server = new();
        using CancellationTokenSource stop = new();
        using StringWriter output = new();
        var run = CommandLineTool.RunAsync(
            ["simulate", "--url", server.Address, "--token", "oe_gateway", "--count", "40", "--minutes", "30", "--rate", "0.1", "--pace", "1000"], output, TextWriter.Null, stop.Token);

        await Task.WhenAny(run, server.SomeRecord);
        Assert.False(run.IsCompleted);
        await stop.CancelAsync();

        Assert.Equal(ExitCode.Good, await run);
        Assert.Contains("stopped; ending what records", output.ToString(), StringComparison.Ordinal);
        Assert.Equal((server.Requests, 0, server.Taken, 0L, 0L), Figures(output.ToString()));
        Assert.True(server.Started >= 3);
        Assert.Empty(server.Running);
    }

    [Fact]
    public async Task As_a_process_it_ends_what_records_when_it_is_told_to_end()
    {
        await using FakeServer server = new();
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "enforce.dll"), "simulate", "--url", server.Address, "--token", "oe_gateway", "--count", "40", "--minutes", "30", "--rate", "0.1", "--pace", "1000"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();

        await Task.WhenAny(output, server.SomeRecord);
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        Assert.Contains("stopped; ending what records", await output, StringComparison.Ordinal);
        await process.WaitForExitAsync();
        Assert.Equal(ExitCode.Good, process.ExitCode);
        Assert.Empty(server.Running);
    }

    [Fact]
    public async Task What_was_not_answered_is_sent_again_and_counted_once()
    {
        await using FakeServer server = new();
        server.LoseAnswers(1);

        var (code, output, _) = await Tool.RunAsync("simulate", "--url", server.Address, "--token", "oe_gateway", "--count", "40", "--minutes", "0.05", "--rate", "0.1", "--pace", "1000");

        Assert.Equal(ExitCode.Good, code);
        var (requests, failed, taken, repeated, _) = Figures(output);
        Assert.Equal((server.Requests, 1, server.Repeated), (requests, failed, repeated));
        Assert.True(repeated > 0);
        Assert.True(taken < server.Taken, "what was taken without an answer comes again as a repetition");
        Assert.Contains("last fault: 503 store is full", output, StringComparison.Ordinal);
        Assert.Empty(server.Running);
    }

    [Fact]
    public async Task Each_recorder_of_a_file_shows_its_own_key()
    {
        await using FakeServer server = new();
        var file = Path.Combine(_folder.FullName, "keys.csv");
        await File.WriteAllTextAsync(file, "\ufeffid,key\r\nR-1,rk_one\r\nR-2,rk_two\r\nR-3,rk_three\r\n");

        var (code, output, _) = await Tool.RunAsync("simulate", "--url", server.Address, "--keys", file, "--count", "2", "--minutes", "0.05", "--rate", "0.1"); // the second one begins half a rate later: on a slow machine well before the time is over

        Assert.Equal(ExitCode.Good, code);
        Assert.Equal(["R-1", "R-2"], server.Recorders.Order());
        Assert.Equal(["Bearer rk_one", "Bearer rk_two"], server.Secrets.Distinct().Order());
        Assert.Contains("2 recorders for ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_told_with_its_fault()
    {
        FakeServer gone = new();
        await gone.DisposeAsync();

        var (code, output, _) = await Tool.RunAsync("simulate", "--url", gone.Address, "--token", "oe_gateway", "--count", "2", "--minutes", "0.01", "--rate", "0.2");

        Assert.Equal(ExitCode.Failed, code);
        Assert.Equal(0, Figures(output).Taken);
        Assert.Contains("last fault: ", output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static (int Requests, int Failed, long Taken, long Repeated, long Refused) Figures(string output)
    {
        var found = Line().Matches(output)[^1].Groups;
        int Number(int group) => int.Parse(found[group].Value, CultureInfo.InvariantCulture);
        return (Number(1), Number(2), Number(3), Number(4), Number(5));
    }

    [GeneratedRegex(@"requests (\d+), failed (\d+); reports taken (\d+), repeated (\d+), refused (\d+);")]
    private static partial Regex Line();
}
