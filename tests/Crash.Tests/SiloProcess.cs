using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Enforcement.Crash.Tests;

/// <summary>The real program in a process of its own, on a folder of its own. It is killed as the machine would kill it: with no word of warning.</summary>
internal sealed class SiloProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("crash-");
    private readonly ConcurrentQueue<string> _output = new();
    private readonly HttpClient _probe = new() { Timeout = TimeSpan.FromSeconds(5) };
    private Process? _process;

    public SiloProcess()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    public Uri Address { get; }

    public string Data => Path.Combine(_folder.FullName, "data");

    /// <summary>What the program has said so far, for a failure's message.</summary>
    public string Said => string.Join('\n', _output.TakeLast(40));

    /// <summary>Starts it, and waits until it says that it is ready.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Beside("Silo", "Enforcement.Silo.dll"), "--data", Data, "--training", "--urls", Address.GetLeftPart(UriPartial.Authority)])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder.FullName,
        };
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => _output.Enqueue(line.Data ?? string.Empty);
        process.ErrorDataReceived += (_, line) => _output.Enqueue(line.Data ?? string.Empty);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _process = process;
        await UntilAsync("the program to be ready", ReadyAsync);
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        var process = _process ?? throw new InvalidOperationException("It does not run.");
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        _process = null;
    }

    /// <summary>Lets days go by while nothing runs: the stored offset of the training clock is what a machine that stood still would find.</summary>
    public async Task LetTimePassAsync(TimeSpan time)
    {
        var file = Path.Combine(Data, "clock.json");
        var clock = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        clock["offset"] = (TimeSpan.Parse(clock["offset"]!.GetValue<string>(), CultureInfo.InvariantCulture) + time).ToString("c", CultureInfo.InvariantCulture);
        await File.WriteAllTextAsync(file, clock.ToJsonString());
    }

    /// <summary><c>enforce verify</c> on the folder as it lies there.</summary>
    public async Task<(int Code, string Output)> VerifyAsync()
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [Beside("enforce", "enforce.dll"), "verify", Data]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true },
        };
        process.Start();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, $"{await output}{await error}");
    }

    /// <summary>The name and password of the municipality's administrator in the training installation.</summary>
    public (string Name, string Password) Administrator() => File.ReadLines(Path.Combine(Data, "sign-ins.txt"))
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(words => words is ["city-administrator", ..])
        .Select(words => (words[0], words[1]))
        .Single();

    public async Task UntilAsync(string what, Func<Task<bool>> holds)
    {
        var since = Stopwatch.GetTimestamp();
        while (!await holds())
        {
            Assert.False(_process is null or { HasExited: true }, $"Waiting for {what}, the program ended:\n{Said}");
            Assert.True(Stopwatch.GetElapsedTime(since) < Patience, $"Waited in vain for {what}:\n{Said}");
            await Task.Delay(100); // another process tells no event
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
        }

        _probe.Dispose();
        _folder.Delete(recursive: true);
    }

    private static string Beside(string project, string assembly)
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(own.Parent!.Parent!.FullName, project, own.Name, assembly);
    }

    private async Task<bool> ReadyAsync()
    {
        try
        {
            using var answer = await _probe.GetAsync(new Uri(Address, "/health/ready"));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
