using System.Collections.Concurrent;
using System.Diagnostics;

namespace Enforcement.Tests.Shared;

/// <summary>The real program in a process of its own, on a folder and a port of its own. It is killed as the machine would kill it: with no word of warning.</summary>
/// <param name="name">The beginning of the folder's name.</param>
/// <param name="patience">How long something may be waited for.</param>
/// <param name="arguments">What the program is told besides its folder and address.</param>
internal class SiloProcess(string name, TimeSpan patience, params string[] arguments) : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory(name + "-");
    private readonly ConcurrentQueue<string> _said = new();
    private readonly HttpClient _probe = new() { Timeout = TimeSpan.FromSeconds(5) };
    private Process? _process;

    public Uri Address { get; } = new($"http://127.0.0.1:{Ports.Free()}");

    /// <summary>Its number among the processes of the machine.</summary>
    public int ProcessId => _process?.Id ?? throw new InvalidOperationException("It does not run.");

    public string Data => Path.Combine(_folder.FullName, "data");

    /// <summary>What the program has said of late, for a failure's message.</summary>
    public string Said => string.Join('\n', _said.TakeLast(40));

    /// <summary>Starts it, on the same folder and port as before, and waits until it is ready.</summary>
    public async Task StartAsync()
    {
        string[] all = [Beside("Silo", "Enforcement.Silo.dll"), "--data", Data, "--urls", Address.GetLeftPart(UriPartial.Authority), .. arguments];
        var process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", all) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder.FullName },
        };
        process.OutputDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
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
        process.Kill(entireProcessTree: true); // where dotnet is a script, the program is its child
        await process.WaitForExitAsync();
        process.Dispose();
        _process = null;
    }

    /// <summary>Waits until something holds; the program must not end meanwhile.</summary>
    public async Task UntilAsync(string what, Func<Task<bool>> holds)
    {
        var since = Stopwatch.GetTimestamp();
        while (!await holds())
        {
            Assert.False(_process is null or { HasExited: true }, $"Waiting for {what}, the program ended:\n{Said}");
            Assert.True(Stopwatch.GetElapsedTime(since) < patience, $"Waited in vain for {what}:\n{Said}");
            await Task.Delay(100); // another process tells no event
        }
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

    /// <summary>A program that was built with these tests.</summary>
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
