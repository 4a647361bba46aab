using System.Diagnostics;
using System.Reflection;
using Enforcement.Uploads.Host;

namespace Enforcement.Silo.Tests.Uploads;

/// <summary>The upload server in a process of its own, to be killed and traced.</summary>
internal sealed class UploadProcess : IAsyncDisposable
{
    private readonly Process _process;

    private UploadProcess(Process process, int port)
    {
        _process = process;
        Port = port;
    }

    public int Port { get; }

    public Uri Endpoint => new($"http://127.0.0.1:{Port}{UploadHost.Path}");

    /// <param name="folder">Where the media folder and the list of acknowledged uploads lie.</param>
    /// <param name="port">The port; a restart takes the same.</param>
    /// <param name="under">A program, with its arguments, that starts the server.</param>
    public static async Task<UploadProcess> StartAsync(string folder, int port, params string[] under)
    {
        var host = Path.Combine(AppContext.BaseDirectory, typeof(UploadHost).Assembly.GetName().Name + ".dll");
        string[] command = [.. under, "dotnet", "exec", host, Path.Combine(folder, "media"), port.ToString(), AcknowledgedPath(folder)];
        var start = new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(start)!;
        var started = new UploadProcess(process, port);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        try
        {
            if (await process.StandardOutput.ReadLineAsync(limit.Token) == "listening")
            {
                return started;
            }
        }
        catch (OperationCanceledException)
        {
            // said below
        }

        await started.KillAsync();
        Assert.Fail("The server did not start: " + await process.StandardError.ReadToEndAsync(CancellationToken.None));
        return started;
    }

    public static string AcknowledgedPath(string folder) => Path.Combine(folder, "acknowledged");

    public static async Task<string[]> AcknowledgedAsync(string folder) =>
        File.Exists(AcknowledgedPath(folder)) ? await File.ReadAllLinesAsync(AcknowledgedPath(folder)) : [];

    /// <summary>The folder of the repository, for what lies beside the tests.</summary>
    public static string Repository()
    {
        var folder = Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!;
        while (!File.Exists(Path.Combine(folder, "OrleansEnforcement.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
        }

        return folder;
    }

    /// <summary>As <c>kill -9</c>: nothing is flushed, nobody is asked.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }
}

/// <summary>Programs beside the tests: whether they are there, and what they say.</summary>
internal static class Tool
{
    /// <returns>Exit code and everything written, or <see langword="null"/> when the program is not installed.</returns>
    public static async Task<(int Exit, string Output)?> RunAsync(string folder, int seconds, string program, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            try
            {
                await process.WaitForExitAsync(limit.Token);
                return (process.ExitCode, await output + await errors);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                return (-1, $"{program} took longer than {seconds} s.");
            }
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
