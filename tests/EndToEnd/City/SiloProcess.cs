using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Enforcement.EndToEnd.Tests.City;

/// <summary>The real program with a small demo city, in a process of its own on a folder of its own.</summary>
internal sealed class SiloProcess : IAsyncDisposable
{
    private const int Cases = 40;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("city-");
    private readonly ConcurrentQueue<string> _said = new();
    private readonly HttpClient _probe = new() { Timeout = TimeSpan.FromSeconds(5) };
    private Process? _process;

    public SiloProcess()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    public Uri Address { get; }

    /// <summary>Its number among the processes of the machine.</summary>
    public int ProcessId => _process?.Id ?? throw new InvalidOperationException("It does not run.");

    public string Data => Path.Combine(_folder.FullName, "data");

    /// <summary>Starts it, on the same folder and port as before, and waits until it is ready.</summary>
    public async Task StartAsync()
    {
        string[] arguments =
        [
            Beside("Silo", "Enforcement.Silo.dll"), "--demo", "--data", Data, "--urls", Address.GetLeftPart(UriPartial.Authority),
            "--set", $"Demo:Cases={Cases}", "--set", "SignIn:AttemptsPerMinute=1000",
        ];
        var process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder.FullName },
        };
        process.OutputDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _process = process;
        var since = Stopwatch.GetTimestamp();
        while (!await ReadyAsync())
        {
            var said = string.Join('\n', _said.TakeLast(30));
            Assert.False(process.HasExited, $"The program ended before it was ready:\n{said}");
            Assert.True(Stopwatch.GetElapsedTime(since) < Patience, $"The program was not ready in time:\n{said}");
            await Task.Delay(200); // another process tells no event
        }
    }

    /// <summary>kill -9: no word of warning.</summary>
    public async Task KillAsync()
    {
        var process = _process ?? throw new InvalidOperationException("It does not run.");
        process.Kill(entireProcessTree: true); // where dotnet is a script, the program is its child
        await process.WaitForExitAsync();
        process.Dispose();
        _process = null;
    }

    /// <summary>The password of an account such as <c>cm-officer</c>.</summary>
    public string PasswordOf(string account) => File.ReadLines(Path.Combine(Data, "sign-ins.txt"))
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(words => words.Length > 1 && words[0] == account)
        .Select(words => words[1])
        .Single();

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
        }

        _probe.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>A program that is built beside the tests.</summary>
    public static string Beside(string project, string assembly)
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
