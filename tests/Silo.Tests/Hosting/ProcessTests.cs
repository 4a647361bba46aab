using System.Diagnostics;

namespace Enforcement.Silo.Tests.Hosting;

/// <summary>The program as a process of its own: its words and its exit codes.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("process-").FullName, "data");

    [Fact]
    public async Task Help_names_the_options_and_ends_well()
    {
        var (code, output, _) = await RunAsync("--help");

        Assert.Equal(0, code);
        Assert.Contains("--data DIR", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_option_ends_with_two_and_a_hint_on_the_error_stream()
    {
        var (code, output, error) = await RunAsync("--dta", _folder);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("Did you mean --data?", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_misspelt_setting_ends_with_two_before_anything_is_written()
    {
        var (code, _, error) = await RunAsync("--data", _folder, "--set", "Session:IdelMinutes=30");

        Assert.Equal(2, code);
        Assert.Contains("Did you mean IdleMinutes?", error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder, "installation.json")));
    }

    [Fact]
    public async Task It_greets_refuses_a_second_process_by_name_and_stops_cleanly_when_it_is_told_to()
    {
        using var first = Start("--data", _folder, "--urls", "http://127.0.0.1:0");
        var greeting = await ReadUntilAsync(first, "open: http://127.0.0.1:");
        Assert.Contains("first sign-in, shown once", greeting, StringComparison.Ordinal);

        var (code, _, error) = await RunAsync("--data", _folder, "--urls", "http://127.0.0.1:0");
        Assert.Equal(2, code);
        Assert.Contains($"process {first.Id}", error, StringComparison.Ordinal);

        using (var kill = Process.Start("kill", ["-TERM", $"{first.Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(60));
        await first.WaitForExitAsync(patience.Token);
        Assert.Equal(0, first.ExitCode);
        Assert.False(File.Exists(Path.Combine(_folder, "ledger.db-wal")), "a clean stop leaves one file");

        using var again = Start("--data", _folder, "--urls", "http://127.0.0.1:0");
        Assert.DoesNotContain("first sign-in", await ReadUntilAsync(again, "open: http://127.0.0.1:"), StringComparison.Ordinal);
        again.Kill();
        await again.WaitForExitAsync(patience.Token);
    }

    [Fact]
    public async Task A_lost_password_of_the_administrator_is_replaced_at_the_machine()
    {
        await using (var silo = await SiloFixture.StartAsync(training: false, folder: _folder))
        {
        }

        var (code, output, _) = await RunAsync("--data", _folder, "--reset-admin");
        Assert.Equal(0, code);
        var password = output.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^1];

        await using var again = await SiloFixture.StartAsync(training: false, folder: _folder);
        using var client = again.Anonymous();
        Assert.True((await client.SignInAsync("admin", password)).Ok().GetProperty("mustChangePassword").GetBoolean());
    }

    [Fact]
    public async Task An_address_in_use_is_said_in_one_line()
    {
        await using var silo = await SiloFixture.StartAsync();

        var (code, output, error) = await RunAsync("--data", _folder, "--urls", $"http://127.0.0.1:{silo.Address.Port}");

        Assert.Equal(2, code);
        Assert.Contains("first sign-in, shown once", output, StringComparison.Ordinal); // or it would never be shown again
        Assert.Contains("Name another address with --urls", error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    private static Process Start(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(typeof(Program).Assembly.Location);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(120));
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var error = process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await output, await error);
    }

    private static async Task<string> ReadUntilAsync(Process process, string words)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(120));
        System.Text.StringBuilder read = new();
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            read.AppendLine(line);
            if (line.Contains(words, StringComparison.Ordinal))
            {
                return read.ToString();
            }
        }

        throw new InvalidOperationException($"It ended without saying \"{words}\": {read} {await process.StandardError.ReadToEndAsync(patience.Token)}");
    }
}
